-- Chức vụ không thuộc người hoặc đơn vị nào.
select p.id from post p
where not exists (select 1 from person x where x.id = p.person_id) or not exists (select 1 from unit u where u.id = p.unit_id)
order by p.id
