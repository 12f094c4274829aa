-- Công trình chia phần mà các phần không cộng đủ, hoặc câu trả lời của sổ kết quả nói về chưa tới hai số.
select a.id, a.answer
from impact_answer a
where (select count(*) from impact_part p where p.answer_id = a.id) < 2
   or (a.answer = 'shared' and (select coalesce(sum(p.share), 0) from impact_part p where p.answer_id = a.id) <> 10000)
   or (a.answer = 'withdrawn' and (select count(*) from impact_part p where p.answer_id = a.id and p.share = 0) <> 1)
order by a.id
