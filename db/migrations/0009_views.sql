-- What one room publishes for the others to read.

create view v_unit_name as
select u.id as unit_id, u.code, n.name, n.short_name, n.kind, n.parent_id, n.search, n.name_sort, u.endorsement,
       u.from_date, u.to_date, u.version
from unit u join unit_name n on n.unit_id = u.id and n.to_date is null;

create view v_membership as
select m.id as member_id, m.council_id, m.account_id, m.person_id, m.role, m.from_date, m.to_date
from council_member m;

create view v_past_award as
select a.id as award_id, a.recipient_id, a.person_id, a.unit_id, a.nomination_id, a.award_type_id, t.code as award_code, t.name as award_name,
       t.kind as award_kind, t.level, a.commendation, a.name, a.wording, a.subject, a.decided_on, a.deed_date, d.issuer_id, d.number_text,
       d.id as decision_id, d.origin, a.state
from award a join decision d on d.id = a.decision_id join award_type t on t.id = a.award_type_id;

create view v_discipline_in_force as
select id, person_id, unit_id, kind, paper, clause, from_date, to_date from discipline;

create view v_evidence_kind as
select distinct nomination_id, kind from evidence where removed_at is null;
