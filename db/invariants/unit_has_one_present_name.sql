-- Đơn vị không có tên hiện hành, hoặc có hơn một tên hiện hành.
select u.id, u.code from unit u
where (select count(*) from unit_name n where n.unit_id = u.id and n.to_date is null) <> 1
order by u.id
