-- Một quy định có hai giá trị trong cùng một ngày.
select a.id, a.key from regulation a join regulation b on b.key = a.key and b.from_date > a.from_date
where a.from_date <= coalesce(b.to_date, date '9999-12-31') and b.from_date <= coalesce(a.to_date, date '9999-12-31')
order by a.id
