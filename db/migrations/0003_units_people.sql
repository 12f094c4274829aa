-- Units with names by date, people with keys that are never stored in clear, and recipients of awards.

create table unit (
    id uuid primary key,
    code text not null unique,
    endorsement integer not null check (endorsement in (0, 1)),  -- 1: a leader endorses before a case leaves
    cluster_id uuid,                     -- the emulation cluster or block that it competes in
    from_date date not null,
    to_date date,                        -- dissolved on this day
    version integer not null
);

create table unit_name (
    id uuid primary key,
    unit_id uuid not null,
    name text not null,
    short_name text not null,
    kind text not null,                  -- party_base, party_cell, union_base, agency, service_unit, enterprise, cluster, committee
    parent_id uuid,
    from_date date not null,
    to_date date,
    search text not null,
    name_sort text not null
);
create index unit_name_unit on unit_name (unit_id);

create table unit_succession (
    id uuid primary key,
    kind text not null check (kind in ('rename', 'move', 'merge', 'split', 'dissolve')),
    from_unit uuid not null,
    to_unit uuid,
    paper text not null,
    on_date date not null
);

create table person (
    id uuid primary key,
    name text not null,
    birth_date date,
    birth_year integer,
    gender text check (gender in ('female', 'male')),
    salutation text not null,            -- Đồng chí, Ông, Bà …; never guessed
    merged_into uuid,
    search text not null,
    name_sort text not null,
    version integer not null
);

create table person_key (
    id uuid primary key,
    person_id uuid not null,
    kind text not null check (kind in ('staff_number', 'citizen_id', 'party_card')),
    keyed_hash text not null,            -- HMAC of the number with the installation's key
    last_digits text not null,           -- the last three
    unique (kind, keyed_hash)
);

create table post (
    id uuid primary key,
    person_id uuid not null,
    unit_id uuid not null,
    title text not null,
    recipient_class text not null check (recipient_class in ('direct_worker', 'manager')),
    from_date date not null,
    to_date date
);
create index post_person on post (person_id);
create index post_unit on post (unit_id);

create table recipient (
    id uuid primary key,
    kind text not null check (kind in ('individual', 'collective', 'household')),
    person_id uuid,                      -- individual
    unit_id uuid,                        -- collective: the unit, or the unit that the group belongs to
    group_name text,                     -- collective: a named group inside the unit
    head_name text,                      -- household
    address text,                        -- household
    commune text,                        -- household
    salutation text not null,
    name text not null,                  -- as it is shown now
    search text not null,
    name_sort text not null,
    version integer not null
);
create index recipient_person on recipient (person_id);
