-- Thanks and words of appreciation under published examples: one of each per person and example, gone when taken back.

create table thanks (
    publication_id uuid not null,
    account_id uuid not null,
    thanked_at timestamp not null,
    primary key (publication_id, account_id)
);

create table appreciation (
    id uuid primary key,
    publication_id uuid not null,
    account_id uuid not null,            -- its name is read where it is shown, never kept here
    place text not null,                 -- the author's unit or organ, by its name of that day
    body text not null,
    said_at timestamp not null,
    state text not null check (state in ('new', 'kept', 'approved', 'hidden')),
    reason text not null,                -- why it is hidden
    decided_by uuid,
    decided_at timestamp,
    version integer not null,
    unique (publication_id, account_id)
);

-- From a case or a person to what is shown of them, without reading every award.
create index publication_award on publication (award_id);
create index award_nomination on award (nomination_id);

-- What is shown to the public now, with whom it praises and who proposed it. What is not here any more takes its thanks and words along.
create view v_shown_example as
select p.id as publication_id, d.issuer_id, a.salutation, a.name, a.unit, coalesce(e.merged_into, a.person_id) as person_id,
       a.person_id as awarded_person, a.unit_id as praised_unit, n.id as nomination_id, n.unit_id as nominating_unit, n.created_by as nominator, n.campaign_id, y.id as year_id,
       m.code as model_code, m.name as model_name
from publication p
join award a on a.id = p.award_id
join decision d on d.id = a.decision_id
left join person e on e.id = a.person_id
left join nomination n on n.id = a.nomination_id
left join model_year y on y.id = n.model_year_id
left join exemplary_model m on m.id = y.model_id
where p.published_at is not null and p.withdrawn_at is null and a.state = 'in_force';
