-- Khen thưởng không có quyết định đã vào số.
select a.id, a.name from award a
where not exists (select 1 from decision d where d.id = a.decision_id and d.state = 'recorded')
order by a.id
