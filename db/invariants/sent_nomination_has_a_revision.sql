-- Hồ sơ đã gửi mà không có bản nội dung cố định.
select n.id, n.code from nomination n
where n.submitted_at is not null and not exists (select 1 from nomination_revision r where r.nomination_id = n.id)
order by n.code
