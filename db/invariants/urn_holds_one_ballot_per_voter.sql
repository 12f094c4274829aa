-- Số phiếu kín trong thùng khác số thành viên được đánh dấu đã bỏ phiếu, hoặc phiếu đã huỷ mà vẫn còn.
select b.session_id, b.ballots
from sealed_ballot b
where b.ballots <> (select count(*) from sealed_roll r where r.session_id = b.session_id and r.voted = 1)
   or (b.destroyed = 1 and octet_length(b.urn) <> 0)
   or (b.destroyed = 0 and b.ballots > 0 and octet_length(b.urn) % b.ballots <> 0)
order by b.session_id
