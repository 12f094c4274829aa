-- Between a model's reports: when a year began, was reported and recognised; short notes that it is still at work; who learned from whom.

alter table model_year add column started_at timestamp;
alter table model_year add column reported_at timestamp;
alter table model_year add column recognised_at timestamp;   -- stays when the year ends; `decided_at` does not
update model_year set started_at = l.started, reported_at = l.reported, recognised_at = l.recognised
from (
    select a.object_id,
           min(case when a.verb = 'start_model' then a.recorded_at end) as started,
           min(case when a.verb = 'report_model' then a.recorded_at end) as reported,
           min(case when a.verb = 'recognise_model' then a.recorded_at end) as recognised
    from audit a
    where a.kind = 'model_year' and a.verb in ('start_model', 'report_model', 'recognise_model')
    group by a.object_id
) l
where l.object_id = model_year.id;

create table model_note (
    id uuid primary key,
    model_id uuid not null,
    model_year_id uuid not null,
    on_date date not null,
    done text not null,                  -- what was done since the last sign of life
    figures text not null,               -- canonical JSON [{measure, amount, unit, name}], as far as they have come
    going integer not null check (going in (0, 1)),
    reason text not null,                -- why it stopped
    by_account uuid not null,
    made_at timestamp not null
);
create index model_note_model on model_note (model_id);

-- `note` says what the learner does otherwise, `copied_model_id` is the learner's own model where it registered one.
alter table replication add column result text;
alter table replication add column by_account uuid;
alter table replication add column made_at timestamp;

-- The first day on which the public could read of a model, for how long it takes to spread.
create view v_model_published as
select y.model_id, min(p.published_at) as published_at
from publication p
join award a on a.id = p.award_id
join nomination n on n.id = a.nomination_id
join model_year y on y.id = n.model_year_id
where p.published_at is not null
group by y.model_id;

-- The model that a publication tells of, while it is shown.
create view v_published_model as
select p.id as publication_id, y.model_id
from publication p
join award a on a.id = p.award_id
join nomination n on n.id = a.nomination_id
join model_year y on y.id = n.model_year_id
where p.published_at is not null and p.withdrawn_at is null and a.state = 'in_force';

-- Units that the public can already read of, by name.
create view v_public_unit as
select distinct a.unit_id
from publication p join award a on a.id = p.award_id
where p.published_at is not null and p.withdrawn_at is null and a.state = 'in_force' and a.unit_id is not null;
