-- A picture of the case beside a published example, with a consent of its own.

alter table publication add column evidence_id uuid;
alter table publication add column photo_consent text;
