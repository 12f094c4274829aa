-- Quyết định đã vào số mà thiếu số, ngày hoặc người ký.
select d.id, d.title from decision d
where d.state = 'recorded' and (d.number is null or d.decided_on is null or d.numbering_period is null or d.signer_name = '')
order by d.id
