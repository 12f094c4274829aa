-- Who may sign in, as what, from where. Tokens, codes and passwords are stored only as hashes.

create table account (
    id uuid primary key,
    user_name text not null unique,      -- lower case ASCII
    name text not null,
    email text,
    person_id uuid,
    password_hash text,                  -- null until the first code is used
    must_change integer not null check (must_change in (0, 1)),
    disabled_at timestamp,
    created_at timestamp not null,
    password_at timestamp,
    reset_by uuid,                       -- who asked for the last reset, shown to the person
    reset_at timestamp,
    search text not null,
    name_sort text not null,
    version integer not null
);

create table account_role (
    id uuid primary key,
    account_id uuid not null,
    role text not null check (role in ('administrator', 'secretary', 'clerk', 'nominator', 'unit_leader', 'leader')),
    unit_id uuid,                        -- nominator, unit_leader, leader
    issuer_id uuid,                      -- secretary, clerk, leader
    from_date date not null,
    to_date date
);
create index account_role_account on account_role (account_id);

create table sign_in (
    token_hash text primary key,         -- sha256 of the 256-bit token
    account_id uuid not null,
    created_at timestamp not null,
    seen_at timestamp not null,
    renewed_at timestamp not null,       -- last time the password was given
    agent text not null,
    address text not null,
    ended_at timestamp
);
create index sign_in_account on sign_in (account_id);

create table one_time_code (
    id uuid primary key,
    account_id uuid not null,
    code_hash text not null,
    created_at timestamp not null,
    expires_at timestamp not null,
    used_at timestamp
);

create table sign_in_attempt (
    id uuid primary key,
    account_key text not null,           -- sha256 of the typed user name
    address text not null,
    tried_at timestamp not null,
    succeeded integer not null
);
create index sign_in_attempt_account on sign_in_attempt (account_key, tried_at);
