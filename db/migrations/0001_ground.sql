-- What the storage room itself needs.

create table audit (
    seq bigint primary key,
    prev text not null,
    hash text not null unique,
    recorded_at timestamp not null,
    actor_id uuid,
    verb text not null,
    kind text not null,
    object_id uuid,
    commitment text not null
);

-- Salt and content of an entry; a row may be erased, the chain stays whole.
create table audit_content (
    seq bigint primary key,
    salt text not null,
    content text not null
);

-- The end of the log, one row. `origin` names this installation.
create table audit_head (
    id integer primary key check (id = 1),
    seq bigint not null check (seq >= 0),
    hash text not null,
    origin text not null
);

insert into audit_head (id, seq, hash, origin)
select 1, 0, repeat('0', 64), cast(gen_random_uuid() as text);

-- A second click with the same key gets the first one's result.
create table idempotency (
    actor_id uuid not null,
    key text not null,
    action text not null,
    payload_hash text not null,
    result text,
    recorded_at timestamp not null,
    primary key (actor_id, key)
);

create table setting (
    key text primary key,
    value text not null,
    version bigint not null check (version >= 1)
);
