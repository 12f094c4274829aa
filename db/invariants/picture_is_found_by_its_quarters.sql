-- Ảnh minh chứng không có đủ bốn phần dấu vết, nên không tìm ra khi ảnh ấy được dùng lại.
select e.id, e.file_name from evidence e
where e.picture_hash is not null
  and not exists (select 1 from fingerprint_quarter q where q.evidence_id = e.id having count(*) = 4 and min(q.bits) = max(q.bits))
order by e.id
