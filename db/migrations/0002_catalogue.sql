-- Who decides and prints, by which rules, with which awards. Numbers of rules are data with a clause and dates.

create table issuer (
    id uuid primary key,
    superior text not null,              -- as on papers: ĐẢNG BỘ TỈNH …; may be empty
    name text not null,                  -- ĐẢNG UỶ CÁC CƠ QUAN ĐẢNG TỈNH
    awarding_line text not null,         -- BAN THƯỜNG VỤ ĐẢNG UỶ …, as on certificates
    short_sign text not null,            -- ĐUCCQ, the sign after the dash or slash of a number
    place text not null,
    track text not null check (track in ('party', 'state', 'union', 'enterprise')),
    numbering text not null check (numbering in ('year', 'term')),
    term_start date,                     -- first day of the committee's term, when numbering = 'term'
    number_pattern text not null,        -- {number}-QĐ/{sign} or {number}/QĐ-{sign}
    address_style text not null check (address_style in ('anh_chi', 'dong_chi')),
    unit_id uuid,                        -- the unit that awards by itself, if it is one
    from_date date,
    to_date date,                        -- an organ that ended keeps its papers
    search text not null,
    name_sort text not null,
    version integer not null
);

create table issuer_signer (
    id uuid primary key,
    issuer_id uuid not null,
    name text not null,
    capacity text not null,              -- T/M BAN THƯỜNG VỤ; TM. ỦY BAN NHÂN DÂN; may be empty
    post text not null,                  -- BÍ THƯ
    from_date date not null,
    to_date date,
    version integer not null
);

create table regulation (
    id uuid primary key,
    key text not null,                   -- base_salary, bonus_rounding, quorum, threshold.giay_khen …
    value text not null,                 -- canonical JSON
    clause text not null,                -- article and text it comes from
    from_date date not null,
    to_date date,
    verified integer not null check (verified in (0, 1)),
    confirmed_paper text,                -- number of the paper by which an administrator confirmed it
    confirmed_by uuid,
    confirmed_at timestamp,
    version integer not null,
    unique (key, from_date)
);

create table holiday (
    day date primary key,
    name text not null,
    working integer not null check (working in (0, 1))   -- 1: a declared working day that falls on a weekend
);

create table award_type (
    id uuid primary key,
    code text not null unique,           -- giay_khen, bang_khen, recognition_certificate, medal, …
    name text not null,                  -- Giấy khen
    family text not null default '',     -- giay_khen, bang_khen, recognition_certificate, flag, medal, title: what is printed, which series
    kind text not null check (kind in ('title', 'form', 'recognition')),
    track text not null check (track in ('party', 'state', 'union', 'enterprise', 'any')),
    level integer not null,              -- ceremony order: the higher the earlier
    position integer not null default 0, -- order within a level and kind: the lower the earlier
    authority text not null,
    for_individual integer not null,
    for_collective integer not null,
    for_household integer not null,
    money text not null check (money in ('none', 'fixed', 'coefficient', 'gift')),
    amount bigint,                       -- đồng, when fixed: for an individual
    amount_collective bigint,            -- đồng; null means as for an individual
    amount_household bigint,
    coefficient integer,                 -- hundredths of the base salary, when coefficient
    multiplied integer not null default 1 check (multiplied in (0, 1)), -- 1: collectives and households get the factors of the rules
    gift text,
    clause text not null,
    dossier text not null,               -- canonical JSON list of required parts
    from_date date not null,
    to_date date,
    active integer not null,
    verified integer not null default 1 check (verified in (0, 1)),     -- 0: its money was not yet compared with the paper
    confirmed_paper text,
    confirmed_by uuid,
    confirmed_at timestamp,
    version integer not null
);
