-- Cam kết trong sổ dân chủ ở cơ sở thiếu người chịu trách nhiệm, thiếu hạn, hoặc ghi đã làm mà không nói kết quả.
select p.id, p.record_id from grassroots_point p
where (p.promise <> '' and (p.responsible = '' or p.due is null)) or (p.done_on is not null and (p.done_how = '' or p.promise = ''))
order by p.id
