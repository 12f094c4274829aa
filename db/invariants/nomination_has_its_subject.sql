-- Hồ sơ đề nghị không có việc, mô hình, đơn vị hoặc cơ quan xét.
select n.id, n.code from nomination n
where (n.subject = 'deed' and not exists (select 1 from good_deed d where d.id = n.deed_id))
   or (n.subject = 'model_year' and not exists (select 1 from model_year y where y.id = n.model_year_id))
   or not exists (select 1 from unit u where u.id = n.unit_id)
   or not exists (select 1 from issuer i where i.id = n.issuer_id)
order by n.code
