-- Mục của chương trình họp trỏ tới nội dung không tồn tại hoặc đã khác.
select i.id, i.session_id from agenda_item i
where not exists (
    select 1 from nomination_revision r
    where r.nomination_id = i.nomination_id and r.number = i.revision and r.sha256 = i.revision_hash)
order by i.id
