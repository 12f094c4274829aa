-- Minh chứng không thuộc hồ sơ nào.
select e.id from evidence e
where not exists (select 1 from nomination n where n.id = e.nomination_id)
order by e.id
