-- The print shop: proof slips that units sign, the office's own layouts, printers, pre-printed blanks, good-news sheets.

create table proof_sign_off (
    id uuid primary key,
    decision_id uuid not null,
    unit_key text not null,              -- the unit's id, or its printed name when there is none
    content_sha256 text not null,        -- of exactly what the slip showed
    signed_by text not null,             -- who signed for the unit
    signed_on date not null,
    remark text not null,
    recorded_by uuid not null,
    recorded_at timestamp not null,
    withdrawn_at timestamp,
    withdrawn_reason text not null
);
create index proof_sign_off_decision on proof_sign_off (decision_id);

create table shop_setting (
    issuer_id uuid not null,
    key text not null,
    value text not null,
    version integer not null,
    primary key (issuer_id, key)
);

-- Every version of every layout that the office made; the newest that is not removed is in use.
create table own_layout (
    id uuid primary key,
    name text not null,
    title text not null,
    track text not null,
    version integer not null,
    content text not null,
    sha256 text not null,
    based_on text not null,
    made_by uuid not null,
    made_at timestamp not null,
    removed_at timestamp,
    unique (name, version)
);

-- One correction for each printer, tray, paper and direction.
create table printer_setting (
    id uuid primary key,
    printer text not null,
    tray text not null,
    paper text not null,                 -- A4, or the measures in mm
    orientation text not null check (orientation in ('landscape', 'portrait')),
    width integer not null,              -- hundredths of a millimetre, as the sheet is printed
    height integer not null,
    readings text,                       -- canonical JSON of the eight readings in mm
    correction text,                     -- canonical JSON of the affine correction
    error integer,                       -- expected, hundredths of a millimetre
    fitted_by uuid,
    fitted_at timestamp,
    removed_at timestamp,
    version integer not null
);

create table blank (
    id uuid primary key,
    issuer_id uuid not null,
    name text not null,
    width integer not null,              -- hundredths of a millimetre
    height integer not null,
    picture_blob text,                   -- sha256 of the checked picture; seen in previews, never printed
    low integer not null,                -- a warning below so many sheets
    removed_at timestamp,
    version integer not null
);

create table stock_entry (
    id uuid primary key,
    blank_id uuid not null,
    kind text not null check (kind in ('received', 'used', 'spoiled', 'returned')),
    sheets integer not null check (sheets > 0),
    day date not null,
    detail text not null,                -- from whom, by which paper, why
    decision_id uuid,
    entered_by uuid not null,
    entered_at timestamp not null
);
create index stock_entry_blank on stock_entry (blank_id);

create table print_run (
    id uuid primary key,
    decision_id uuid not null,
    blank_id uuid,
    printer_id uuid,
    sheets integer not null,
    printed_by uuid not null,
    printed_at timestamp not null
);
create index print_run_blank on print_run (blank_id);

create table news_sheet (
    id uuid primary key,
    award_id uuid not null,
    evidence_id uuid,                    -- the photo, when one is shown
    consent text not null,               -- who agreed to be shown, when
    photo_consent text not null,
    made_by uuid not null,
    made_at timestamp not null,
    withdrawn_at timestamp,
    withdrawn_reason text not null
);
create index news_sheet_award on news_sheet (award_id);

create view v_case_picture as
select id as evidence_id, nomination_id, blob, file_name, caption from evidence where kind = 'picture' and removed_at is null;

create view v_award_proposer as
select a.id as award_id, a.decision_id, coalesce(n.unit_id, a.unit_id) as unit_id, u.name as unit_name, u.name_sort
from award a
left join nomination n on n.id = a.nomination_id
left join unit_name u on u.unit_id = coalesce(n.unit_id, a.unit_id) and u.to_date is null;
