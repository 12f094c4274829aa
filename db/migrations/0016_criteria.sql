-- Criterion by criterion: what a file proves, what a campaign demands proof of, what the unit scores itself.

create table evidence_criterion (
    evidence_id uuid not null,
    criterion_id uuid not null,
    primary key (evidence_id, criterion_id)
);
insert into evidence_criterion (evidence_id, criterion_id) select id, criterion_id from evidence where criterion_id is not null and removed_at is null;

-- Criteria of which the campaign wants to see a file in every case.
create table criterion_proof (
    criterion_id uuid not null,
    primary key (criterion_id)
);

-- Points that the unit gives its own case before the level above checks them; what was not given is no row, zero is a row.
create table self_score (
    nomination_id uuid not null,
    criterion_id uuid not null,
    points integer not null,
    primary key (nomination_id, criterion_id)
);

-- Criteria that something stands on: they can neither be taken away nor get another meaning.
create view v_criterion_used as
select criterion_id from evidence_criterion
union
select criterion_id from evidence where criterion_id is not null
union
select criterion_id from self_score
union
select criterion_id from review_score;

create view v_unproved_criterion as
select n.id as nomination_id, c.number, c.name
from nomination n join criterion c on c.campaign_id = n.campaign_id join criterion_proof p on p.criterion_id = c.id
where not exists (
    select 1 from evidence e join evidence_criterion x on x.evidence_id = e.id
    where e.nomination_id = n.id and e.removed_at is null and x.criterion_id = c.id
);

-- What the reviewers have given so far: sheets that are still open, sheets that are locked, the sum of the locked ones.
create view v_case_score as
select a.nomination_id,
       cast(sum(case when a.state = 'open' then 1 else 0 end) as bigint) as waiting,
       cast(sum(case when a.state = 'locked' then 1 else 0 end) as bigint) as locked,
       cast(sum(case when a.state = 'locked' then coalesce(s.points, 0) else 0 end) as bigint) as points
from review_assignment a
left join (select assignment_id, sum(points) as points from review_score group by assignment_id) s on s.assignment_id = a.id
where a.state <> 'ended'
group by a.nomination_id;
