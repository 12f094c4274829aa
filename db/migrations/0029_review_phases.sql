-- A campaign's review in phases: who is asked, when, to do what, seeing what; which cases go on; names hidden from reviewers.

create table review_phase (
    id uuid primary key,
    campaign_id uuid not null,
    number integer not null,             -- 1, 2, … in the order in which cases go through them
    name text not null,
    task text not null check (task in ('score', 'comment', 'recommend')),
    opens date not null,
    closes date not null,
    sees text not null check (sees in ('none', 'means', 'all')),            -- what reviewers read of the phases before
    gate text not null check (gate in ('chosen', 'threshold')),             -- which cases come in from the phase before
    mark integer,                        -- threshold: hundredths of a point that the mean must reach
    blind integer not null check (blind in (0, 1)),
    files text not null check (files in ('withheld', 'shown')),             -- evidence, while names are hidden
    hidden_words text not null,          -- more words to mask, one a line
    closed_at timestamp,                 -- closed by hand; else the day `closes` ends it
    revealed_at timestamp,               -- names shown after the end
    created_by uuid not null,
    created_at timestamp not null,
    version integer not null
);
create index review_phase_campaign on review_phase (campaign_id);

create table review_phase_member (
    phase_id uuid not null,
    account_id uuid not null,
    primary key (phase_id, account_id)
);

-- Cases that came into a later phase; into the first one comes every screened case.
create table review_phase_case (
    phase_id uuid not null,
    nomination_id uuid not null,
    entered_by uuid not null,
    entered_at timestamp not null,
    primary key (phase_id, nomination_id)
);
create index review_phase_case_nomination on review_phase_case (nomination_id);

alter table review_assignment add column phase_id uuid;   -- null: the campaign has no phases
alter table review_assignment add column advice text;     -- yes, no, discuss

-- Which reviewer may open which case whole; while names are hidden a case is not there at all.
create view v_reviewer_case as
select a.nomination_id, a.account_id
from review_assignment a left join review_phase p on p.id = a.phase_id
where a.state <> 'ended' and (p.id is null or p.blind = 0 or p.revealed_at is not null);

-- The last phase in which a case is scored: the one whose points count.
create view v_counting_phase as
select a.nomination_id, max(coalesce(p.number, 0)) as number
from review_assignment a left join review_phase p on p.id = a.phase_id
where (p.id is null or p.task = 'score') and (a.state in ('locked', 'abstained') or (a.state = 'open' and p.closed_at is null))
group by a.nomination_id;

create or replace view v_case_score as
select a.nomination_id,
       cast(sum(case when a.state = 'open' and p.closed_at is null then 1 else 0 end) as bigint) as waiting,
       cast(sum(case when a.state = 'locked' then 1 else 0 end) as bigint) as locked,
       cast(sum(case when a.state = 'locked' then coalesce(s.points, 0) else 0 end) as bigint) as points
from review_assignment a
left join review_phase p on p.id = a.phase_id
join v_counting_phase c on c.nomination_id = a.nomination_id and c.number = coalesce(p.number, 0)
left join (select assignment_id, sum(points) as points from review_score group by assignment_id) s on s.assignment_id = a.id
where a.state <> 'ended'
group by a.nomination_id;

create or replace view v_locked_score as
select a.nomination_id, a.account_id, a.assigned_at, a.locked_at, a.due, a.entered_by, s.criterion_id, s.points,
       case when c.number = coalesce(p.number, 0) then 1 else 0 end as counted
from review_assignment a
join review_score s on s.assignment_id = a.id
left join review_phase p on p.id = a.phase_id
left join v_counting_phase c on c.nomination_id = a.nomination_id
where a.state = 'locked';
