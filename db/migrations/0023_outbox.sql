-- Letters that remind, and summaries of inboxes: composed, looked at by a person, only then sent; nothing leaves by itself.

create table outbox_letter (
    id uuid primary key,
    issuer_id uuid not null,
    kind text not null check (kind in ('reminder', 'digest')),
    unit_id uuid,                        -- to a unit …
    account_id uuid,                     -- … or to one person
    addressee text not null,             -- as named when it was composed
    subject text not null,
    body text not null,
    grade text not null check (grade in ('late', 'close', 'coming')),
    state text not null check (state in ('draft', 'approved', 'failed', 'sent', 'left_out')),
    reason text not null,                -- why it was left out
    composed_by uuid not null,
    composed_at timestamp not null,
    decided_by uuid,                     -- who approved it or left it out
    decided_at timestamp,
    version integer not null,
    check ((unit_id is null) <> (account_id is null)),
    check (state = 'draft' or decided_by is not null)
);
create index outbox_letter_issuer on outbox_letter (issuer_id, state);

create table outbox_thing (
    letter_id uuid not null,
    position integer not null,
    kind text not null,                  -- what it reminds of
    object_id uuid not null,
    sentence text not null,
    grade text not null,
    primary key (letter_id, position)
);

create table outbox_way (
    id uuid primary key,
    letter_id uuid not null,
    way text not null check (way in ('inbox', 'mail', 'paper')),
    account_id uuid,
    address text not null,               -- a name, an e-mail address, or the number and day of the công văn
    state text not null check (state in ('waiting', 'sending', 'sent', 'failed')),
    reason text not null,
    tried_at timestamp
);
create index outbox_way_letter on outbox_way (letter_id);

create table outbox_pace (
    issuer_id uuid primary key,
    ahead_days integer not null,         -- reminded so long before a deadline
    again_days integer not null,         -- not again within
    answer_days integer not null,        -- an answer is awaited for
    version integer not null
);

-- Who asked for a summary of their own inbox, and how often.
create table digest_choice (
    account_id uuid primary key,
    every text not null check (every in ('day', 'week')),
    version integer not null
);
