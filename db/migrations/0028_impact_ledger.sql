-- The impact ledger: what a secretary answered when two units may have claimed one thing. Claims themselves are the figures of models' years.

create table impact_answer (
    id uuid primary key,
    answer text not null check (answer in ('separate', 'shared', 'withdrawn')),
    reason text not null,
    whole bigint,                        -- of a shared thing: its amount, in hundredths of the unit of measure; counted once
    answered_by uuid not null,
    answered_at timestamp not null,
    check ((answer = 'shared') = (whole is not null))
);

-- The claims that were asked about. An answer holds while each still claims this amount.
create table impact_part (
    answer_id uuid not null,
    year_id uuid not null,               -- the model's year that claims
    claim text not null,                 -- which of its figures: measure and work, folded
    amount bigint not null,
    share integer,                       -- shared: hundredths of a percent of the whole, 10000 in all; withdrawn: 0 for whoever withdraws
    primary key (answer_id, year_id, claim),
    check (share is null or share between 0 and 10000)
);
create index impact_part_claim on impact_part (year_id, claim);
