-- Số vào sổ giấy khen bị thiếu hoặc vượt số cuối của sổ.
select s.issuer_id, s.series, s.year, s.last, count(c.id) as issued, coalesce(max(c.number), 0) as highest
from certificate_series s
left join certificate c on c.issuer_id = s.issuer_id and c.series = s.series and c.year = s.year
group by s.issuer_id, s.series, s.year, s.last
having count(c.id) <> s.last or coalesce(max(c.number), 0) <> s.last
order by s.issuer_id, s.series, s.year
