-- Số vào sổ giấy khen bị thiếu, vượt số cuối của sổ hoặc trùng số của sổ giấy.
select s.issuer_id, s.series, s.year, s.paper_last, s.last, count(c.id) as issued, coalesce(max(c.number), 0) as highest
from certificate_series s
left join certificate c on c.issuer_id = s.issuer_id and c.series = s.series and c.year = s.year
group by s.issuer_id, s.series, s.year, s.paper_last, s.last
having count(c.id) <> s.last - coalesce(s.paper_last, 0) or coalesce(max(c.number), s.paper_last, 0) <> s.last
    or min(c.number) <> coalesce(s.paper_last, 0) + 1
order by s.issuer_id, s.series, s.year
