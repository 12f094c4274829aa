-- Around a council's vote: why a member stands aside, who came in a member's place, who read what before the vote,
-- lists posted for opinions.

alter table recusal add column kind text;        -- nominee, head, relation, author, unit, other
alter table recusal add column computed integer; -- 1: from the record; 0: declared

update recusal set kind = 'other', computed = 0;
update recusal set kind = 'nominee', computed = 1 where reason = 'Là người được đề nghị khen thưởng';

create table session_substitute (
    session_id uuid not null,
    member_id uuid not null,
    name text not null,
    title text not null,
    paper text not null,                 -- the writing that sends them
    primary key (session_id, member_id)
);

-- Only before a vote opens: while a ballot runs nobody's clicks are written down.
create table dossier_seen (
    session_id uuid not null,
    item_id uuid not null,
    member_id uuid not null,
    seen_at timestamp not null,          -- the first time
    primary key (item_id, member_id)
);
create index dossier_seen_session on dossier_seen (session_id);

create table opinion_posting (
    id uuid primary key,
    session_id uuid not null,
    stage text not null check (stage in ('before', 'result')),
    place text not null,
    from_date date not null,
    to_date date not null,
    proof text not null,                 -- a paper's number, who took the photo: what shows that it hung there
    created_by uuid not null,
    created_at timestamp not null,
    version integer not null
);
create index opinion_posting_session on opinion_posting (session_id);

create table posted_opinion (
    id uuid primary key,
    posting_id uuid not null,
    item_id uuid,                        -- null: on the whole list
    from_whom text not null,
    received_on date not null,
    said text not null,
    answer text not null,
    answered_on date,
    answered_by uuid,
    version integer not null
);
create index posted_opinion_posting on posted_opinion (posting_id);

-- The person and the account behind a member, whichever of the two the council's list names.
create view v_member_self as
select m.id as member_id, coalesce(m.account_id, b.id) as account_id, coalesce(m.person_id, a.person_id) as person_id
from council_member m
left join account a on a.id = m.account_id
left join account b on m.account_id is null and b.person_id = m.person_id;

-- Who heads a unit: its leader's account, or whoever holds a leading post there that is not a deputy's.
create view v_unit_head as
select r.unit_id, r.account_id, a.person_id, r.from_date, r.to_date
from account_role r join account a on a.id = r.account_id
where r.role = 'unit_leader' and r.unit_id is not null
union all
select p.unit_id, cast(null as uuid) as account_id, p.person_id, p.from_date, p.to_date
from post p where p.recipient_class = 'manager' and p.title not like 'Phó%' and p.title not like 'phó%';

-- Points that reviewers locked, for the council's chair.
create view v_locked_score as
select a.nomination_id, a.account_id, a.assigned_at, a.locked_at, a.due, a.entered_by, s.criterion_id, s.points
from review_assignment a join review_score s on s.assignment_id = a.id
where a.state = 'locked';
