-- Có nội dung nhật ký không thuộc về mục nhật ký nào.
select c.seq
from audit_content c left join audit a on a.seq = c.seq
where a.seq is null
order by c.seq
