-- A fingerprint beside its quarters as one whole number (64 bits, signed): numbers are read and compared several times faster than words,
-- and looking for copies of a picture reads hundreds of them that have a quarter in common by chance.

create table fingerprint_quarter (
    value integer not null, -- 16 bits, the quarter's number (0 to 3) above them
    bits bigint not null,   -- the whole fingerprint
    evidence_id uuid not null
);
insert into fingerprint_quarter (value, bits, evidence_id)
select q.value, w.bits, q.evidence_id
from picture_quarter q join (
    select evidence_id, cast(sum(case
        when value < 32768 then value * 281474976710656
        when value < 65536 then (value - 65536) * 281474976710656
        when value < 131072 then (value - 65536) * 4294967296
        when value < 196608 then (value - 131072) * 65536
        else value - 196608
    end) as bigint) as bits
    from (select evidence_id, cast(value as bigint) as value from picture_quarter) p group by evidence_id
) w on w.evidence_id = q.evidence_id;
create index fingerprint_quarter_value on fingerprint_quarter (value);
drop table picture_quarter;
