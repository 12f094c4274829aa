-- Emulation covenants between units: the text with its targets, who joined which edition of it, what each party reached, what was confirmed.

create table covenant (
    id uuid primary key,
    code text not null unique,           -- GU-2026-01
    issuer_id uuid not null,             -- the organ whose secretary draws it up and confirms
    campaign_id uuid,                    -- none: a covenant of a year
    name text not null,
    cluster text not null,               -- as the parties call their group; may be empty
    content text not null,               -- what is promised in words
    from_date date not null,
    to_date date not null,
    report_by date not null,
    place text not null,
    signed_on date,                      -- the day of signing; none: not known yet
    state text not null check (state in ('draft', 'open', 'closed')),
    edition integer not null,            -- 0: never offered; a joining names the edition that was joined
    conclusion text not null,
    search text not null,
    created_by uuid not null,
    created_at timestamp not null,
    version integer not null,
    check ((state = 'draft') = (edition = 0)),
    check (to_date >= from_date)
);
create index covenant_issuer on covenant (issuer_id);

-- The text as it was offered: canonical JSON, never changed.
create table covenant_edition (
    covenant_id uuid not null,
    number integer not null,
    content text not null,
    sha256 text not null,
    reason text not null,                -- of a later edition: why the text was changed
    made_by uuid not null,
    made_at timestamp not null,
    primary key (covenant_id, number)
);

create table covenant_party (
    covenant_id uuid not null,
    unit_id uuid not null,
    position integer not null,
    post text not null check (post in ('head', 'deputy', 'member')),
    primary key (covenant_id, unit_id)
);
create index covenant_party_unit on covenant_party (unit_id);

create table covenant_target (
    id uuid primary key,
    covenant_id uuid not null,
    position integer not null,
    name text not null,
    measure text not null,               -- unit of measure; may be empty
    direction text not null check (direction in ('least', 'most', 'words')),
    wanted bigint,                       -- hundredths; none where it is said in words
    wanted_words text not null,
    points integer,                      -- whole points at most; none: not scored
    check ((direction = 'words') = (wanted is null))
);
create index covenant_target_covenant on covenant_target (covenant_id);

-- A party joined an edition: by its leader's own account, or on paper, as the secretary recorded it.
create table covenant_join (
    covenant_id uuid not null,
    edition integer not null,
    unit_id uuid not null,
    way text not null check (way in ('account', 'paper')),
    signer text not null,
    post text not null,
    joined_on date not null,
    file_id uuid,                        -- the scan of the signed paper
    by_account uuid not null,
    recorded_at timestamp not null,
    primary key (covenant_id, edition, unit_id)
);

create table covenant_report (
    covenant_id uuid not null,
    unit_id uuid not null,
    state text not null check (state in ('sent', 'returned', 'confirmed')),
    note text not null,                  -- the party's own assessment
    reason text not null,                -- of the return, or of points that were changed
    sent_by uuid not null,
    sent_at timestamp not null,
    decided_by uuid,
    decided_at timestamp,
    version integer not null,
    primary key (covenant_id, unit_id)
);

create table covenant_result (
    covenant_id uuid not null,
    unit_id uuid not null,
    target_id uuid not null,
    reached bigint,                      -- hundredths; none where it is said in words
    words text not null,
    points integer,                      -- the party's own, hundredths of a point
    checked integer,                     -- as confirmed
    primary key (covenant_id, unit_id, target_id)
);

-- Scans of the signed paper (no unit), files of a party's report.
create table covenant_file (
    id uuid primary key,
    covenant_id uuid not null,
    unit_id uuid,
    blob text not null,
    file_name text not null,
    media_type text not null,
    bytes bigint not null,
    added_by uuid not null,
    added_at timestamp not null
);
create index covenant_file_covenant on covenant_file (covenant_id);
