-- Đơn vị nằm trong một vòng cấp trên khép kín.
with recursive up (unit_id, above, depth) as (
    select unit_id, parent_id, 1 from unit_name where to_date is null and parent_id is not null
    union
    select u.unit_id, n.parent_id, u.depth + 1
    from up u join unit_name n on n.unit_id = u.above and n.to_date is null
    where n.parent_id is not null and u.depth < 60
)
select distinct unit_id from up where unit_id = above order by unit_id
