-- Một đơn vị được ghi hai lần là học từ cùng một mô hình, hoặc học từ mô hình của chính mình.
select r.model_id, r.unit_id, count(*) as times
from replication r join exemplary_model m on m.id = r.model_id
group by r.model_id, r.unit_id, m.unit_id
having count(*) > 1 or r.unit_id = m.unit_id
order by r.model_id, r.unit_id
