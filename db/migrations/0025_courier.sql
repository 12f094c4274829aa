-- Parcels between two installations that no network joins: whom we know there, what went and came, and each case's last word on both sides.

create table courier_partner (
    id uuid primary key,
    name text not null,                  -- as its card says
    fingerprint text not null unique,    -- 24 digits, compared over the telephone
    card text not null,                  -- canonical JSON: its public keys
    unit_id uuid,                        -- the unit that stands here for what it sends; none: it is above us
    spoken_with text not null,           -- who read the digits out on the other side
    confirmed_by uuid not null,
    confirmed_at timestamp not null,
    ended_at timestamp,                  -- no longer trusted
    version integer not null
);

create table courier_parcel (
    id uuid primary key,                 -- the parcel's own, the same on both sides
    partner_id uuid not null,
    direction text not null check (direction in ('out', 'in')),
    kind text not null check (kind in ('cases', 'results')),
    number integer not null,             -- the sender's, per receiver
    made_on date not null,
    parcel_blob text not null,           -- the file as it went or came, closed for its receiver
    cases integer not null,
    files integer not null,
    waiting integer not null,            -- rows of one that came which nobody has taken in yet
    by_account uuid not null,
    made_at timestamp not null
);
create index courier_parcel_partner on courier_parcel (partner_id);

create table courier_case (
    id uuid primary key,
    partner_id uuid not null,
    direction text not null check (direction in ('out', 'in')),
    ref uuid not null,                   -- the case's id in the installation that sent it
    nomination_id uuid not null,         -- the case here
    parcel_id uuid not null,             -- the parcel of its last content
    content text not null,               -- canonical JSON
    sha256 text not null,
    answer text not null,                -- canonical JSON of the last result that was sent or came; empty: none
    gone integer not null check (gone in (0, 1)), -- the sender took it back
    unique (partner_id, direction, ref)
);
create index courier_case_nomination on courier_case (nomination_id);

-- The papers that are out, for whoever tells of an award.
create view v_issued_paper as
select award_id, series, year, number, code from certificate where state = 'issued';
