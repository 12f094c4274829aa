-- Giao ước đã đưa ra ký mà thiếu bản đã chốt, hoặc lượt ký nói về một bản không có.
select c.id, c.code as named from covenant c
where c.edition > 0 and not exists (select 1 from covenant_edition e where e.covenant_id = c.id and e.number = c.edition)
union all
select j.unit_id, 'covenant_join' from covenant_join j
where not exists (select 1 from covenant_edition e where e.covenant_id = j.covenant_id and e.number = j.edition)
order by 1
