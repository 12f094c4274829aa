create table decision (
    id uuid primary key,
    issuer_id uuid not null,
    kind text not null check (kind in ('recognise', 'commend', 'correct', 'revoke', 'replace')),
    origin text not null check (origin in ('session', 'written_opinion', 'simplified', 'external')),
    session_id uuid,
    corrects_id uuid,                    -- the decision that this one corrects, revokes or replaces
    title text not null,                 -- trích yếu
    number integer,                      -- from the office's own book
    number_text text,                    -- 214-QĐ/ĐU
    numbering_period text,               -- 2026, or the term
    decided_on date,
    signer_name text not null,
    signer_post text not null,
    signer_capacity text not null,
    place text not null,
    bases text not null,                 -- canonical JSON list of căn cứ
    clause text not null,                -- of the simplified procedure
    campaign_id uuid,
    state text not null check (state in ('draft', 'recorded')),
    issuer_frozen text,                  -- canonical JSON: superior, name, awarding line, sign, place, track
    scan_blob text,
    reason text not null default '',     -- of a correction or a revocation
    organ text not null default '',      -- who decided, when it was not the issuer (external)
    recorded_at timestamp,
    recorded_by uuid,
    posted_from date,                    -- công khai
    posted_to date,
    posted_where text,
    created_by uuid not null,
    created_at timestamp not null,
    search text not null,
    version integer not null,
    unique (issuer_id, numbering_period, number)
);

create table decision_line (
    id uuid primary key,
    decision_id uuid not null,
    nomination_id uuid,
    recipient_id uuid not null,
    award_id uuid,                       -- for correct, revoke, replace: which award
    award_type_id uuid not null,
    number integer not null,
    block text not null check (block in ('collective', 'household', 'individual')),
    kind text not null check (kind in ('individual', 'collective', 'household')),
    salutation text not null,
    name text not null,
    post text not null,
    unit_id uuid,
    unit text not null,
    wording text not null,
    subject text not null,               -- the model's name, for a certificate of recognition
    amount bigint not null,
    formula text not null,
    gift text not null,
    typed integer not null default 0 check (typed in (0, 1)), -- 1: the words come from a paper and are not frozen anew
    left_out integer not null check (left_out in (0, 1)),
    left_out_reason text not null,
    version integer not null
);
create index decision_line_decision on decision_line (decision_id);

create table award (
    id uuid primary key,
    decision_id uuid not null,
    line_id uuid not null unique,
    nomination_id uuid,
    recipient_id uuid not null,
    person_id uuid,
    unit_id uuid,
    award_type_id uuid not null,
    commendation text not null,
    block text not null,
    kind text not null,
    salutation text not null,
    name text not null,
    post text not null,
    unit text not null,
    wording text not null,
    subject text not null,
    amount bigint not null,
    formula text not null,
    gift text not null,
    field text,                          -- of the model or deed, for figures
    recipient_class text,
    deed_date date,
    reported_date date,
    decided_on date not null,
    state text not null check (state in ('in_force', 'corrected', 'revoked')),
    changed_by uuid,                     -- decision
    handed_over_on date,
    handed_to text,
    search text not null,
    name_sort text not null,
    version integer not null
);
create index award_unit on award (unit_id);
create index award_recipient on award (recipient_id);
create index award_decision on award (decision_id);

create table certificate_series (
    issuer_id uuid not null,
    series text not null,                -- giay_khen
    year integer not null,
    last integer not null,
    primary key (issuer_id, series, year)
);

create table certificate (
    id uuid primary key,
    award_id uuid not null,
    issuer_id uuid not null,
    series text not null,
    year integer not null,
    number integer not null,
    code text not null unique,           -- in the QR
    layout text not null,
    layout_version text not null,
    facts text not null,                 -- canonical JSON, frozen
    facts_sha256 text not null,
    signature text,
    key_id text,
    state text not null check (state in ('issued', 'spoiled', 'replaced', 'revoked')),
    reason text not null,
    replaced_by uuid,
    issued_by uuid not null,
    issued_at timestamp not null,
    version integer not null,
    unique (issuer_id, series, year, number)
);
create index certificate_award on certificate (award_id);

-- The layouts that certificates were issued with, by the hash of their text: a reprint gives the same paper.
create table certificate_layout (
    version text primary key,
    name text not null,
    content text not null,
    kept_at timestamp not null
);

create table certificate_print (
    id uuid primary key,
    certificate_id uuid not null,
    printed_by uuid not null,
    printed_at timestamp not null,
    kind text not null check (kind in ('first', 'reprint'))
);

create table publication (
    id uuid primary key,
    kind text not null check (kind in ('award', 'model')),
    object_id uuid not null,
    award_id uuid,
    title text not null,
    body text not null,
    basis text not null check (basis in ('consent', 'law')),
    basis_detail text not null,          -- who consented, when; or the article
    published_at timestamp,
    published_by uuid,
    withdrawn_at timestamp,
    withdrawn_reason text,
    version integer not null
);
create index publication_object on publication (object_id);

-- What decisions read of people: posts with their days.
create view v_post as
select id as post_id, person_id, unit_id, title, recipient_class, from_date, to_date from post;

create view v_person as
select id as person_id, name, salutation, merged_into from person;

-- What certificates and publications read of awards.
create view v_award as
select a.id as award_id, a.decision_id, a.nomination_id, a.recipient_id, a.person_id, a.unit_id, a.award_type_id, a.commendation, a.block,
       a.kind, a.salutation, a.name, a.post, a.unit, a.wording, a.subject, a.amount, a.formula, a.gift, a.field, a.decided_on, a.state,
       a.changed_by, a.search, a.name_sort, l.number as line_number, l.award_id as corrects_award, t.code as award_code, t.name as award_name,
       t.family, t.kind as award_kind, t.level, d.issuer_id, d.number_text, d.number as decision_number, d.title as decision_title,
       d.signer_name, d.signer_post, d.signer_capacity, d.place, d.issuer_frozen, d.origin, d.kind as decision_kind, d.organ, a.version
from award a
join decision d on d.id = a.decision_id
join decision_line l on l.id = a.line_id
join award_type t on t.id = a.award_type_id;

create view v_handed_over as
select id as award_id, handed_over_on, handed_to from award;

create view v_decision as
select id, issuer_id, kind, origin, title, number_text, decided_on, state, posted_from from decision;
