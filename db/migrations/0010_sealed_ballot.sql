-- The sealed ballot: one row per session holds every ballot, sealed and sorted. No row, time or mark per ballot.

create table sealed_ballot (
    session_id uuid primary key,
    public_key bytea not null,
    definition text not null,            -- canonical JSON: cases with revisions, rule, voters; frozen when the vote opens
    definition_hash text not null,
    urn bytea not null,                  -- sealed ballots of one length, sorted; empty when destroyed
    ballots integer not null,
    urn_hash text,                       -- set when the ballot closes
    receipts text,                       -- JSON list, sorted; set when the ballot closes
    destroyed integer not null check (destroyed in (0, 1))
);

-- The private half of the key in three parts, each under a teller's passphrase.
create table sealed_share (
    session_id uuid not null,
    number integer not null check (number between 1 and 3),
    salt bytea not null,
    sealed bytea not null,
    memory integer not null,             -- KiB of argon2id
    passes integer not null,
    lanes integer not null,
    primary key (session_id, number)
);

-- Who may vote and who has voted. Written whole and alphabetical when the vote opens; only `voted` changes.
create table sealed_roll (
    session_id uuid not null,
    member_id uuid not null,
    name text not null,
    voted integer not null check (voted in (0, 1)),
    primary key (session_id, member_id)
);

-- What the room screen shows; moved by the secretary.
create table session_screen (
    session_id uuid primary key,
    item_id uuid not null
);

-- Whose password was set anew by somebody else, and when: a count tells of it when it fell into a vote.
create view v_account_reset as
select m.id as member_id, a.reset_at
from council_member m join account a on a.id = m.account_id or (m.account_id is null and a.person_id = m.person_id)
where a.reset_at is not null;
