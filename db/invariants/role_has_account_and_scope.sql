-- Vai trò không thuộc tài khoản, đơn vị hoặc cơ quan nào.
select r.id from account_role r
where not exists (select 1 from account a where a.id = r.account_id)
   or (r.unit_id is not null and not exists (select 1 from unit u where u.id = r.unit_id))
   or (r.issuer_id is not null and not exists (select 1 from issuer i where i.id = r.issuer_id))
order by r.id
