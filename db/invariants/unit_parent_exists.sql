-- Đơn vị có cấp trên không tồn tại, hoặc là cấp trên của chính mình.
select n.id, n.unit_id, n.parent_id from unit_name n
where n.parent_id is not null and (n.parent_id = n.unit_id or not exists (select 1 from unit u where u.id = n.parent_id))
order by n.id
