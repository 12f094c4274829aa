-- Reports compared, quotas, and scores that reviewers give.

create table allowed_phrase (
    id uuid primary key,
    phrase text not null,                -- a set phrase that says nothing about copying
    added_by uuid not null,
    added_at timestamp not null
);

create table text_sketch (
    nomination_id uuid not null,
    shingle bigint not null              -- one of the smallest hashes of the runs of words of its achievement
);
create index text_sketch_shingle on text_sketch (shingle);
create index text_sketch_nomination on text_sketch (nomination_id);

create table text_sketched (
    nomination_id uuid primary key,
    digest text not null                 -- md5 of the text that the sketch was made of
);

create table quota (
    id uuid primary key,
    campaign_id uuid not null,
    award_type_id uuid,                  -- null: every award of the campaign together
    kind text not null check (kind in ('most', 'share', 'least_direct')),
    recipient_kind text check (recipient_kind in ('individual', 'collective', 'household')),
    per_unit integer not null check (per_unit in (0, 1)),
    amount integer not null,             -- a number, or a percentage
    base integer,                        -- share: the number that the percentage is of
    base_name text not null,             -- share: what that number counts
    clause text not null,
    set_by uuid not null,
    version integer not null
);
create index quota_campaign on quota (campaign_id);

create table review_assignment (
    id uuid primary key,
    nomination_id uuid not null,
    account_id uuid not null,
    assigned_by uuid not null,
    assigned_at timestamp not null,
    due date,
    state text not null check (state in ('open', 'locked', 'abstained', 'ended')),
    remark text not null,                -- the reviewer's words on the case, or why they abstain
    locked_at timestamp,
    entered_by uuid,                     -- who typed a sheet that was filled in on paper
    reminded_at timestamp,
    version integer not null,
    unique (nomination_id, account_id)
);
create index review_assignment_account on review_assignment (account_id);

create table review_score (
    id uuid primary key,
    assignment_id uuid not null,
    criterion_id uuid not null,
    points integer not null,             -- whole points; nothing given is no row, zero is a row
    reason text not null,
    unique (assignment_id, criterion_id)
);

-- Names that a unit had before, and names of units that became it (renamed, merged, split).
create view v_former_name as
select n.unit_id, n.name from unit_name n where n.to_date is not null
union
select s.to_unit as unit_id, n.name from unit_succession s join unit_name n on n.unit_id = s.from_unit where s.to_unit is not null;
