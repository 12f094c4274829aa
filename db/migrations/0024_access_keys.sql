-- Keys with which other programs of an office read what a key's owner may see. Only the hash of a key is stored.

create table access_key (
    id uuid primary key,
    account_id uuid not null,
    name text not null,                  -- for which program
    key_hash text not null unique,       -- sha256 of the key's 256 random bits
    created_at timestamp not null,
    ends_on date not null,               -- the last day
    ended_at timestamp,
    used_on date                         -- the last day on which it was used
);
