-- Đối tượng khen thưởng không trỏ tới người, đơn vị hoặc hộ nào.
select r.id, r.kind from recipient r
where (r.kind = 'individual' and not exists (select 1 from person p where p.id = r.person_id))
   or (r.kind = 'collective' and not exists (select 1 from unit u where u.id = r.unit_id))
   or (r.kind = 'household' and r.head_name is null)
order by r.id
