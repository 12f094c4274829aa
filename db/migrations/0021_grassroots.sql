-- Democracy at the grassroots: dialogues, reviews of mass-mobilisation work, outreach, inspections; what was asked or found there and promised.

create table grassroots_record (
    id uuid primary key,
    code text not null unique,           -- DC-2026-0001
    kind text not null check (kind in ('dialogue', 'review', 'outreach', 'inspection')),
    unit_id uuid not null,               -- whose record it is; of an inspection: the unit that is looked at
    issuer_id uuid not null,             -- the organ that follows this work
    by_unit_id uuid,                     -- of an inspection: the unit whose plan it is; none: the organ's own plan
    plan_year integer,
    plan_quarter integer check (plan_quarter between 1 and 4),
    on_date date,                        -- none: planned, not done yet
    title text not null,
    place text not null,
    chair text not null,                 -- leaders who met, who presided or who inspected
    organisations text not null,         -- organisations that took part
    people integer,                      -- workers and others who took part or were reached
    content text not null,
    result text not null,                -- conclusion
    tags text not null,                  -- canonical JSON {papi: [], democracy: []}
    model_id uuid,                       -- of an inspection on the spot: which model was looked at
    search text not null,
    created_by uuid not null,
    created_at timestamp not null,
    version integer not null,
    check (kind = 'inspection' or on_date is not null),
    check (kind <> 'inspection' or (plan_year is not null and plan_quarter is not null))
);
create index grassroots_record_unit on grassroots_record (unit_id);

create table grassroots_point (
    id uuid primary key,
    record_id uuid not null,
    position integer not null,
    said_by text not null,               -- who asked
    said text not null,                  -- the question, or what was found
    answer text not null,
    promise text not null,               -- what will be done, or mended
    responsible text not null,
    due date,
    done_on date,
    done_how text not null
);
create index grassroots_point_record on grassroots_point (record_id);

-- What units do in the fields of PAPI and of grassroots democracy, from every noun that carries such tags: one row per act, with its local day.
create view v_tagged_act as
select 'model' as what, '' as subject, y.id as act_id, m.unit_id, y.issuer_id, cast(y.created_at + interval '7 hours' as date) as on_date, m.tags
from model_year y join exemplary_model m on m.id = y.model_id
union all
select 'recognised', '', y.id, m.unit_id, y.issuer_id, cast(y.recognised_at + interval '7 hours' as date), m.tags
from model_year y join exemplary_model m on m.id = y.model_id
where y.recognised_at is not null
union all
select 'deed', '', n.id, n.unit_id, n.issuer_id, coalesce(g.deed_date, g.known_date), g.tags
from nomination n join good_deed g on g.id = n.deed_id
where n.state not in ('draft', 'submitted') and not (n.state = 'returned' and coalesce(n.returned_from, '') = 'submitted')
  and not (n.state = 'withdrawn' and n.endorsed_at is null)
union all
select 'award', coalesce(n.subject, ''), a.id, coalesce(a.unit_id, n.unit_id), d.issuer_id, a.decided_on, coalesce(g.tags, m.tags, '{}')
from award a join decision d on d.id = a.decision_id
left join nomination n on n.id = a.nomination_id
left join good_deed g on g.id = n.deed_id
left join model_year y on y.id = n.model_year_id
left join exemplary_model m on m.id = y.model_id
where a.state = 'in_force';

-- Which organs launched campaigns to a unit: whom it most likely reports to.
create view v_unit_organ as
select u.unit_id, c.issuer_id, max(c.from_date) as last_from
from campaign_unit u join campaign c on c.id = u.campaign_id
where c.launched_at is not null or c.state <> 'draft'
group by u.unit_id, c.issuer_id;
