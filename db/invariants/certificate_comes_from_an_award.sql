-- Giấy khen không thuộc khen thưởng nào.
select c.id, c.code from certificate c
where not exists (select 1 from award a where a.id = c.award_id)
order by c.id
