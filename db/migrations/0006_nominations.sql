-- Deeds, models, and the one thing that travels: a nomination.

create table good_deed (
    id uuid primary key,
    title text not null,                 -- in one sentence
    story text not null,
    reason text not null,                -- why it deserves praise
    place text not null,
    deed_date date,                      -- a draft may lack both days
    known_date date,
    beneficiaries text not null,
    witness text not null,
    unit_id uuid not null,
    tags text not null,                  -- canonical JSON {papi: [1..8], democracy: [codes], field: code}
    search text not null,
    created_by uuid not null,
    created_at timestamp not null,
    version integer not null
);

create table exemplary_model (
    id uuid primary key,
    code text not null unique,
    name text not null,
    field text not null,                 -- economy, culture_society, defence_security, political_system
    owner text not null check (owner in ('collective', 'individual')),
    unit_id uuid not null,
    recipient_id uuid,                   -- whose model it is
    situation text not null,             -- 2 thực trạng, lý do
    aims text not null,                  -- 3 mục tiêu, tiêu chí
    content text not null,               -- 4 nội dung, cách thức
    area text not null,                  -- 5 địa bàn, đối tượng
    forces text not null,                -- 6 lực lượng thực hiện
    resources text not null,             -- 7 nguồn lực
    schedule text not null,              -- 7 thời gian
    results text not null,               -- 8 sản phẩm, kết quả kiểm chứng được
    spread text not null,                -- 9 khả năng duy trì, nhân rộng
    contact text not null,
    novelty text not null check (novelty in ('new', 'continued')),
    level text not null,
    tags text not null,                  -- canonical JSON {papi: [], democracy: []}
    search text not null,
    name_sort text not null,
    created_by uuid not null,
    created_at timestamp not null,
    version integer not null
);

create table model_year (
    id uuid primary key,
    model_id uuid not null,
    year integer not null,
    campaign_id uuid not null,
    issuer_id uuid not null,             -- of the campaign: who checks and recognises
    state text not null check (state in ('registered', 'approved', 'working', 'self_scored', 'checked', 'recognised', 'outstanding', 'continued', 'ended')),
    report text not null,                -- what was done this year
    figures text not null,               -- canonical JSON [{measure, amount, unit}]
    self_score integer,                  -- hundredths of a point
    checked_score integer,
    check_reason text not null,
    created_at timestamp not null,
    decided_at timestamp,                -- recognised, or ended
    version integer not null,
    unique (model_id, year)
);

create table replication (
    id uuid primary key,
    model_id uuid not null,
    unit_id uuid not null,
    copied_model_id uuid,
    on_date date not null,
    note text not null
);

create table nomination (
    id uuid primary key,
    code text not null unique,           -- VT-2026-0212
    subject text not null check (subject in ('deed', 'model_year', 'achievement')),
    deed_id uuid,
    model_year_id uuid,
    commendation text not null check (commendation in ('merit', 'campaign', 'spot', 'service')),
    campaign_id uuid,
    issuer_id uuid not null,             -- who will decide
    unit_id uuid not null,               -- who nominates
    recipient_id uuid,
    award_type_id uuid,
    title text not null,
    achievement text not null,           -- summary, as screening and the council read it
    wording text not null,               -- the sentence for the certificate
    period_from date,
    period_to date,
    subject_key text not null,           -- who was it, for what: the same key twice is one achievement proposed twice
    posthumous integer not null check (posthumous in (0, 1)),
    told integer not null,               -- the nominee knows and agrees: 0 no, 1 yes
    publish integer not null,            -- consents to publication
    publish_basis text not null,
    contact text not null,
    state text not null check (state in ('draft', 'submitted', 'endorsed', 'accepted', 'shortlisted', 'on_agenda', 'passed', 'awarded', 'returned', 'withdrawn', 'refused', 'failed', 'not_approved', 'forwarded')),
    returned_from text,                  -- the state that it was returned from
    reasons text not null,               -- canonical JSON [{field, sentence}] of the last return or refusal
    shared_unit_id uuid,                 -- the unit of the recipient, if another
    created_by uuid not null,
    created_at timestamp not null,
    submitted_at timestamp,
    endorsed_at timestamp,
    endorsed_by uuid,                    -- null: the unit has switched endorsement off
    accepted_at timestamp,
    decided_at timestamp,
    search text not null,
    version integer not null
);
create index nomination_unit on nomination (unit_id);
create index nomination_recipient on nomination (recipient_id);
create index nomination_subject on nomination (subject_key);

create table nomination_revision (
    id uuid primary key,
    nomination_id uuid not null,
    number integer not null,
    content text not null,               -- canonical JSON of all that is judged
    sha256 text not null,
    by_account uuid not null,
    made_at timestamp not null,
    unique (nomination_id, number)
);

create table evidence (
    id uuid primary key,
    nomination_id uuid not null,
    blob text not null,                  -- sha256
    kind text not null check (kind in ('picture', 'paper', 'signed_submission', 'signed_minutes', 'signed_report')),
    file_name text not null,
    media_type text not null,
    bytes bigint not null,
    caption text not null,
    criterion_id uuid,
    picture_hash text,
    taken_on date,
    added_by uuid not null,
    added_at timestamp not null,
    removed_at timestamp
);
create index evidence_nomination on evidence (nomination_id);

-- What the unit of a nominee says when another unit proposes them; silence after `due` counts as none.
create table unit_opinion (
    id uuid primary key,
    nomination_id uuid not null,
    unit_id uuid not null,
    asked_at timestamp not null,
    due date not null,
    answer text check (answer in ('agree', 'object')),
    reason text not null,
    answered_by uuid,
    answered_at timestamp,
    unique (nomination_id, unit_id)
);

create table check_result (
    id uuid primary key,
    nomination_id uuid not null,
    revision integer not null,
    rule text not null,
    outcome text not null check (outcome in ('pass', 'fail', 'ask')),
    clause text not null,
    evidence text not null,
    mend text not null,
    regulation_id uuid,
    verified integer not null,
    override_reason text,
    override_by uuid,
    checked_at timestamp not null
);
create index check_result_nomination on check_result (nomination_id);

create table case_comment (
    id uuid primary key,
    nomination_id uuid not null,
    by_account uuid not null,
    said_at timestamp not null,
    body text not null
);

create table discipline (
    id uuid primary key,
    person_id uuid,
    unit_id uuid,
    kind text not null,
    paper text not null,
    clause text not null,
    from_date date not null,
    to_date date,
    recorded_by uuid not null,
    version integer not null
);

create table hold (
    id uuid primary key,
    nomination_id uuid,
    person_id uuid,
    unit_id uuid,
    reason text not null,
    paper text not null,
    from_date date not null,
    to_date date,
    cleared_paper text,
    recorded_by uuid not null,
    version integer not null
);

create table draft (
    id uuid primary key,
    account_id uuid not null,
    kind text not null,                  -- which form
    object_id uuid,
    content text not null,               -- canonical JSON of what was typed
    saved_at timestamp not null
);

create table case_number (
    series text not null,                -- VT-2026
    last integer not null,
    primary key (series)
);

create table notice (
    id uuid primary key,
    account_id uuid not null,
    verb text not null,
    kind text not null,
    object_id uuid,
    sentence text not null,
    made_at timestamp not null,
    read_at timestamp
);
create index notice_account on notice (account_id);

-- A nomination as people read it: with the names of today beside the ids.
create view v_nomination as
select n.*, d.deed_date, r.kind as recipient_kind, r.name as recipient_name, r.salutation as recipient_salutation,
       r.name_sort as recipient_sort, r.person_id, r.unit_id as recipient_unit_id, u.name as unit_name,
       a.name as award_name, a.code as award_code, c.name as campaign_name, i.name as issuer_name
from nomination n
left join good_deed d on d.id = n.deed_id
left join recipient r on r.id = n.recipient_id
left join unit_name u on u.unit_id = n.unit_id and u.to_date is null
left join award_type a on a.id = n.award_type_id
left join campaign c on c.id = n.campaign_id
left join issuer i on i.id = n.issuer_id;

create view v_model_year as
select y.id as model_year_id, y.model_id, y.year, y.campaign_id, y.issuer_id, y.state, y.report, y.figures, y.self_score, y.checked_score,
       m.code, m.name, m.field, m.owner, m.unit_id, m.recipient_id, m.created_by
from model_year y join exemplary_model m on m.id = y.model_id;

create view v_recipient as
select id, kind, person_id, unit_id, group_name, head_name, address, commune, salutation, name, name_sort from recipient;

create view v_hold as
select id, nomination_id, person_id, unit_id, reason, paper, from_date, to_date from hold;
