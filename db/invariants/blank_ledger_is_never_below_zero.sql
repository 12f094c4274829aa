-- Sổ phôi ghi ra nhiều tờ hơn số đã nhập.
select e.blank_id as id, sum(case when e.kind = 'received' then e.sheets else -e.sheets end) as sheets
from stock_entry e
group by e.blank_id
having sum(case when e.kind = 'received' then e.sheets else -e.sheets end) < 0
order by e.blank_id
