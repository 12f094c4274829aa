-- Dấu cuối nhật ký không trùng với mục nhật ký cuối cùng.
select h.seq, h.hash
from audit_head h
where h.seq <> (select coalesce(max(seq), 0) from audit)
   or (h.seq > 0 and not exists (select 1 from audit a where a.seq = h.seq and a.hash = h.hash))
