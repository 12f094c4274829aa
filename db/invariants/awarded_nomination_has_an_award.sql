-- Hồ sơ «Đã khen» mà không có khen thưởng nào.
select n.id, n.code from nomination n
where n.state = 'awarded' and not exists (select 1 from award a where a.nomination_id = n.id)
order by n.code
