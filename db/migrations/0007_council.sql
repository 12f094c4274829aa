create table council (
    id uuid primary key,
    issuer_id uuid not null,
    name text not null,
    kind text not null check (kind in ('council', 'standing_committee', 'union_committee')),
    paper text not null,                 -- founding decision
    paper_date date not null,
    from_date date not null,
    to_date date,
    version integer not null
);

create table council_member (
    id uuid primary key,
    council_id uuid not null,
    person_id uuid,
    account_id uuid,
    name text not null,
    title text not null,
    role text not null check (role in ('chair', 'vice_chair', 'standing', 'secretary', 'member')),
    votes integer not null check (votes in (0, 1)),
    from_date date not null,
    to_date date
);
create index council_member_council on council_member (council_id);

create table council_session (
    id uuid primary key,
    council_id uuid not null,
    number integer not null,
    name text not null,
    body text not null check (body in ('advisory', 'deciding')),
    method text not null check (method in ('paper', 'sealed', 'open')),
    on_date date not null,
    starts_at text not null,             -- 08:00
    ended_at text,
    place text not null,
    rule text not null,                  -- canonical JSON
    rule_hash text,                      -- set when locked
    state text not null check (state in ('planned', 'called', 'open', 'counting', 'closed', 'cancelled')),
    issued integer,                      -- papers given out
    returned integer,
    invalid integer,                     -- invalid papers
    opinions text not null,              -- summary of what was said, for the minutes
    replaces_id uuid,                    -- a re-vote names the old session
    version integer not null,
    unique (council_id, number)
);

create table session_member (
    session_id uuid not null,
    member_id uuid not null,
    name text not null,                  -- frozen
    title text not null,
    role text not null,
    votes integer not null,
    attendance text not null check (attendance in ('unknown', 'present', 'online', 'absent')),
    reason text not null,
    excused integer not null,
    voted integer not null,              -- took and returned a paper / cast a ballot
    primary key (session_id, member_id)
);

create table teller (
    id uuid primary key,
    session_id uuid not null,
    number integer not null,             -- 1, 2 (3)
    account_id uuid not null,
    name text not null,
    head integer not null,
    unique (session_id, number)
);

create table agenda_item (
    id uuid primary key,
    session_id uuid not null,
    nomination_id uuid not null,
    revision integer not null,
    revision_hash text not null,
    award_type_id uuid not null,
    number integer not null,
    block text not null check (block in ('collective', 'household', 'individual')),
    name text not null,                  -- frozen, as on the ballot
    detail text not null,
    unique (session_id, nomination_id)
);

create table recusal (
    item_id uuid not null,
    member_id uuid not null,
    reason text not null,
    primary key (item_id, member_id)
);

create table count_entry (
    id uuid primary key,
    session_id uuid not null,
    item_id uuid not null,
    teller_number integer not null,
    approve integer not null,
    reject integer not null,
    abstain integer not null,
    invalid integer not null,            -- invalid lines on good papers
    entered_by uuid not null,
    entered_at timestamp not null,
    version integer not null,
    unique (item_id, teller_number)
);

create table count_paper (
    session_id uuid not null,
    teller_number integer not null,
    issued integer not null,
    returned integer not null,
    valid integer not null,
    invalid integer not null,
    entered_by uuid not null,
    entered_at timestamp not null,
    version integer not null,
    primary key (session_id, teller_number)
);

create table item_result (
    item_id uuid primary key,
    session_id uuid not null,
    approve integer not null,
    reject integer not null,
    abstain integer not null,
    invalid integer not null,
    base integer not null,
    needed integer not null,
    passed integer not null check (passed in (0, 1)),
    reason text not null                 -- quota, tie …
);

-- What an absent member wrote: known by name by its nature, kept apart, counted once.
create table written_opinion (
    session_id uuid not null,
    item_id uuid not null,
    member_id uuid not null,
    opinion text not null check (opinion in ('approve', 'reject', 'abstain')),
    primary key (item_id, member_id)
);

-- Awards as the later rooms read them.
create view v_award_type as
select id as award_type_id, code, name, family, kind, track, level, position from award_type;

create view v_council_member as
select m.id as member_id, m.council_id, m.account_id, m.person_id, m.name, m.title, m.role, m.votes, m.from_date, m.to_date, c.issuer_id
from council_member m join council c on c.id = m.council_id;

create view v_account as
select id as account_id, name, user_name, person_id, name_sort from account where disabled_at is null;

create view v_session as
select s.id, s.council_id, c.issuer_id, c.name as council_name, s.number, s.name, s.body, s.method, s.on_date, s.state
from council_session s join council c on c.id = s.council_id;
