-- The four quarters of each picture's fingerprint (16 bits each, the quarter's number above them): copies of a picture share one of them,
-- or miss it by one bit, so that they are found by a few values and not by comparing every picture with every other one.

create table picture_quarter (
    value integer not null,
    evidence_id uuid not null,
    picture_hash text not null
);
insert into picture_quarter (value, evidence_id, picture_hash)
select 65536 * q.at
     + 4096 * (position(substr(e.picture_hash, 4 * q.at + 1, 1) in '0123456789abcdef') - 1)
     + 256 * (position(substr(e.picture_hash, 4 * q.at + 2, 1) in '0123456789abcdef') - 1)
     + 16 * (position(substr(e.picture_hash, 4 * q.at + 3, 1) in '0123456789abcdef') - 1)
     + (position(substr(e.picture_hash, 4 * q.at + 4, 1) in '0123456789abcdef') - 1),
    e.id, e.picture_hash
from evidence e cross join (select unnest(array[0, 1, 2, 3]) as at) q where e.picture_hash is not null;
create index picture_quarter_value on picture_quarter (value);

-- The words by which an award is found, without the decision, line and form that `v_award` joins.
create view v_award_words as
select id as award_id, search from award;
