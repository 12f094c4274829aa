-- Ảnh minh chứng không có đủ bốn phần dấu vết, nên không tìm ra khi ảnh ấy được dùng lại.
select e.id, e.file_name from evidence e
where e.picture_hash is not null
  and (select count(*) from picture_quarter q where q.evidence_id = e.id and q.picture_hash = e.picture_hash) <> 4
order by e.id
