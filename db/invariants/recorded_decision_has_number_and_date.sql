-- Quyết định đã vào số mà thiếu số, ngày hoặc người ký (quyết định của cơ quan khác chỉ có số ghi trên giấy).
select d.id, d.title from decision d
where d.state = 'recorded' and (
    coalesce(d.number_text, '') = '' or d.decided_on is null or d.signer_name = ''
    or (d.origin <> 'external' and (d.number is null or d.numbering_period is null)))
order by d.id
