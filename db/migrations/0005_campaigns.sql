create table campaign (
    id uuid primary key,
    code text not null unique,
    issuer_id uuid not null,
    name text not null,
    kind text not null check (kind in ('regular', 'thematic')),
    level text not null,                 -- cơ sở, tỉnh …
    aim text not null,
    papers text not null,                -- canonical JSON: [{number, date, title}]
    from_date date not null,
    to_date date not null,
    fields text not null,                -- canonical JSON list of field codes
    pass_mark integer not null,          -- of 100
    state text not null check (state in ('draft', 'launched', 'closed')),
    launched_at timestamp,
    search text not null,
    name_sort text not null,
    version integer not null
);

create table campaign_deadline (
    id uuid primary key,
    campaign_id uuid not null,
    stage text not null check (stage in ('register', 'report', 'nominate', 'screen', 'vote', 'decide')),
    day date not null,
    unique (campaign_id, stage)
);

create table campaign_unit (
    campaign_id uuid not null,
    unit_id uuid not null,
    seen_at timestamp,
    primary key (campaign_id, unit_id)
);

create table criterion (
    id uuid primary key,
    campaign_id uuid not null,
    number integer not null,
    name text not null,
    guidance text not null,
    max_points integer not null,
    bonus integer not null check (bonus in (0, 1)),
    unique (campaign_id, number)
);
