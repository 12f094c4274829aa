-- Lists that units send: kept as they were read until somebody has looked at each row, then imported or left.

create table list_batch (
    id uuid primary key,
    unit_id uuid not null,
    issuer_id uuid not null,
    campaign_id uuid,
    subject text not null check (subject in ('deed', 'achievement')),
    commendation text not null,
    award_type_id uuid,                  -- chosen for rows that name none; null: each row must name its own
    title text not null,                 -- the achievement in one sentence, for rows that have none of their own
    period_from date,
    period_to date,
    told integer not null check (told in (0, 1)),
    file_name text not null,
    blob text not null,                  -- sha256 of the file as it is kept, sealed with the installation's key
    sha256 text not null,                -- of the file as it came: the same file twice is noticed
    columns text not null,               -- JSON [{sheet, heading, field, confidence}]
    not_data text not null,              -- JSON [{sheet, row, why}]
    notes text not null,                 -- JSON [sentence]
    answers text not null,               -- JSON {question: answer}, for every row with the same words
    round integer not null,              -- how many times the workbook came in
    state text not null check (state in ('open', 'undone', 'dropped')),
    created_by uuid not null,
    created_at timestamp not null,
    version integer not null
);
create index list_batch_unit on list_batch (unit_id);

create table list_row (
    id uuid primary key,
    batch_id uuid not null,
    sheet text not null,
    number integer not null,
    fields text not null,                -- JSON {field: value}; numbers of identity only by their last digits
    sealed text not null,                -- the numbers of identity, sealed with the installation's key
    sources text not null,               -- JSON {field: {sheet, cell}}
    warnings text not null,              -- JSON [{sentence, cell}] of the reading
    refused text,                        -- why the reading could make nothing of the row
    print text not null,                 -- what the row said in the file, as a hash
    name_key text not null,
    answers text not null,               -- JSON {question: answer}, for this row alone
    findings text not null,              -- JSON [{field, sentence, kind, cell, question, options}] of the last check
    standing text not null check (standing in ('good', 'ask', 'wrong')),
    state text not null check (state in ('waiting', 'imported', 'left_out', 'undone')),
    nomination_id uuid,
    version integer not null
);
create index list_row_batch on list_row (batch_id);

create table list_layout (
    unit_id uuid primary key,
    columns text not null,               -- JSON as intake.layout reads it
    saved_by uuid not null,
    saved_at timestamp not null
);
