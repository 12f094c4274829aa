"""A large installation for the benchmarks: people, cases with their deeds, awards, certificates, models, the log; multiplied in SQL.

Ids are hashes of a number (`md5('deed' || i)`), so that rows find each other; names vary, dates spread over a year. The content
is as wide as in life, because a list that reads more columns than it shows is slow only then.
"""

import re
from dataclasses import dataclass
from uuid import UUID, uuid4

import db
from db import schema
from tests.support import world

FAMILY = "array['nguyen thi','tran van','le quang','pham thu','hoang duc','dang quang','vu thi','ngo dinh','bui minh','do thi']"
GIVEN = "array['uoc','binh','tong','mai','an','khai','ha','thanh','phuc','chau','lan','huong']"
MIDDLE = "array['','ngoc ','minh ','xuan ','kim ','hong ','quoc ','hai ','thu ','bao ','dinh ','my ','phuong ','tuan ','viet ','cam ','anh ','nhu ','gia ','huu ']"
#: 2,400 names: with 200,000 people each name is carried by more than eighty, as in life.
NAME = f"({FAMILY})[1 + i % 10] || ' ' || ({MIDDLE})[1 + (i // 120) % 20] || ({GIVEN})[1 + (i // 10) % 12]"
#: About a page of an achievement report.
STORY = "repeat('Bơi ra đưa từng em vào bờ rồi quay lại tìm người còn thiếu. ', 20)"

#: What two in five models report: members everywhere, and land, roads or saplings, of a work in a hamlet that has a name.
FIGURES = """'[{"measure":"people","name":"","amount":' || (2000 + i * 7919 % 9000) || ',"unit":"người"},{"name":"","measure":"' || (array['land','works','labour'])[1 + i % 3]
    || '","amount":' || (100 * (20 + i * 104729 % 900)) || ',"unit":"m²","about":"đường thôn ' || (array['Đông','Đoài','Thượng','Hạ','Trung'])[1 + i % 5] || ' ' || i % 700 || '"}]'"""


@dataclass(frozen=True)
class World:
    """What the rows hang on."""

    issuer: UUID
    units: list[UUID]
    form: UUID
    session: UUID


def ground() -> World:
    """An organ, forty units under it, one form, one session of its council."""
    issuer = world.issuer()
    units = [world.unit(f"Chi bộ số {n}") for n in range(40)]
    return World(issuer, units, world.award_type(), world.council_session(world.council(issuer), state="closed"))


def fill(cases: int, given: int) -> World:
    """`cases` nominations with people, deeds and a log, 2,000 to a campaign; `given` awards with certificates, a hundred to a decision.

    On the database in use. Every case has two pictures, one in a hundred is on an agenda, one in ten was given to somebody to score.
    """
    made = ground()
    with db.current().write() as t:
        for statement in _STATEMENTS:
            number = given if statement in (_DECISIONS, _LINES, _AWARDS) else min(cases, given) if statement is _CERTIFICATES else cases
            t.script(_said(statement, number, made))
        t.run("insert into certificate_series (issuer_id, series, year, last) values ($1, 'giay_khen', 2026, $2)", made.issuer, min(cases, given))
        t.run("update audit_head set seq = $1, hash = md5('hash' || $1::bigint) where id = 1", cases)
    return made


def _said(statement: str, number: int, made: World) -> str:
    """The statement with its numbers and ids written in; whole division is said alike on both engines."""
    units = "(array[" + ",".join(f"'{unit}'::uuid" for unit in made.units) + f"])[1 + i % {len(made.units)}]"
    words = {
        "N": str(number), "DECISIONS": str(max(1, number // 100)), "MODELS": str(max(1, number // 20)), "UNIT": units, "NAME": NAME, "STORY": STORY,
        "ISSUER": f"'{made.issuer}'::uuid", "FORM": f"'{made.form}'::uuid", "SESSION": f"'{made.session}'::uuid", "CAMPAIGNS": str(max(1, number // 2_000)),
        "LETTERS": str(max(1, number // 50)), "FIGURES": FIGURES,
        "CAMPAIGN": _id("campaign", f"(1 + i % {max(1, number // 2_000)})"), "BY": f"'{uuid4()}'::uuid",
    }  # fmt: skip
    for word, value in words.items():
        statement = statement.replace(f":{word}:", value)
    return statement.replace("//", "/")


def _id(kind: str, number: str = "i") -> str:
    return f"cast(md5('{kind}' || {number}) as uuid)"


_CAMPAIGNS = f"""
    insert into campaign (id, code, issuer_id, name, kind, level, aim, papers, from_date, to_date, fields, pass_mark, state, launched_at, search,
        name_sort, version)
    select {_id('campaign')}, 'PT-' || i, :ISSUER:, 'Dân vận khéo, đợt ' || i, 'regular', 'cơ sở', '', '[]', date '2026-01-01', date '2026-12-31', '[]', 50,
        'launched', null, 'dan van kheo, dot ' || i, 'dan van kheo, dot ' || i, 1
    from generate_series(1, :CAMPAIGNS:) as s(i)
"""
_DEADLINES = f"""
    insert into campaign_deadline (id, campaign_id, stage, day)
    select cast(md5(stage || i) as uuid), {_id('campaign')}, stage, date '2026-11-30'
    from generate_series(1, :CAMPAIGNS:) as s(i), (select unnest(array['register', 'report', 'nominate', 'screen', 'vote', 'decide']) as stage) as stages
"""
_PEOPLE = f"""
    insert into person (id, name, birth_date, birth_year, gender, salutation, merged_into, search, name_sort, version)
    select {_id('person')}, :NAME:, null, 1960 + i % 45, null, 'Đồng chí', null, :NAME:, 'n' || i, 1
    from generate_series(1, :N:) as s(i)
"""
_POSTS = f"""
    insert into post (id, person_id, unit_id, title, recipient_class, from_date, to_date)
    select {_id('post')}, {_id('person')}, :UNIT:, 'Y sĩ', 'direct_worker', date '2025-01-01', null from generate_series(1, :N:) as s(i)
"""
_RECIPIENTS = f"""
    insert into recipient (id, kind, person_id, unit_id, group_name, head_name, address, commune, salutation, name, search, name_sort, version)
    select {_id('recipient')}, 'individual', {_id('person')}, null, null, null, null, null, 'Đồng chí', :NAME:, :NAME:, 'n' || i, 1
    from generate_series(1, :N:) as s(i)
"""
_DEEDS = f"""
    insert into good_deed (id, title, story, reason, place, deed_date, known_date, beneficiaries, witness, unit_id, tags, search, created_by, created_at, version)
    select {_id('deed')}, 'Việc tốt ' || i, :STORY:, 'Dũng cảm', 'Bến đò', date '2026-01-01' + cast(i % 300 as integer), null, '', '', :UNIT:, '{{}}',
        'viec tot ' || i, :BY:, timestamp '2026-01-01', 1
    from generate_series(1, :N:) as s(i)
"""
_NOMINATIONS = f"""
    insert into nomination (id, code, subject, deed_id, model_year_id, commendation, campaign_id, issuer_id, unit_id, recipient_id, award_type_id,
        title, achievement, wording, period_from, period_to, subject_key, posthumous, told, publish, publish_basis, contact, state, returned_from,
        reasons, shared_unit_id, created_by, created_at, submitted_at, endorsed_at, endorsed_by, accepted_at, decided_at, search, version)
    select {_id('nomination')}, 'VT-2026-' || i, 'deed', {_id('deed')}, null, 'campaign', :CAMPAIGN:, :ISSUER:, :UNIT:, {_id('recipient')}, :FORM:,
        'Việc tốt ' || i, :STORY:, '', null, null, 'k' || i, 0, 1, 1, '', '',
        case when i % 50 = 7 then 'refused' else (array['submitted','endorsed','accepted','shortlisted','awarded'])[1 + i % 5] end, null, '[]', null, :BY:,
        timestamp '2026-01-01' + i % 330 * interval '1 day', timestamp '2026-01-01' + i % 330 * interval '1 day' + i % 86400 * interval '1 second',
        case when i % 5 > 0 then timestamp '2026-01-02' + i % 330 * interval '1 day' end, case when i % 5 > 0 then :BY: end,
        case when i % 5 > 1 then timestamp '2026-01-03' + i % 330 * interval '1 day' end, null,
        'vt-2026-' || i || ' ' || :NAME:, 1
    from generate_series(1, :N:) as s(i)
"""
_DECISIONS = f"""
    insert into decision (id, issuer_id, kind, origin, session_id, corrects_id, title, number, number_text, numbering_period, decided_on,
        signer_name, signer_post, signer_capacity, place, bases, clause, campaign_id, state, issuer_frozen, scan_blob, recorded_at,
        recorded_by, posted_from, posted_to, posted_where, created_by, created_at, search, version)
    select {_id('decision')}, :ISSUER:, 'commend', 'session', null, null, 'Về việc tặng Giấy khen, đợt ' || i, cast(i as integer), i || '-QĐ/ĐUCCQ', '2026',
        date '2026-01-01' + cast(i % 300 as integer), 'Lê Quang Vinh', 'BÍ THƯ', 'T/M BAN THƯỜNG VỤ', 'Sông Lam', '[]', '', null, 'recorded', '{{}}', null,
        timestamp '2026-01-01', null, date '2026-01-01', null, 'Bảng tin', :BY:, timestamp '2026-01-01', 've viec tang giay khen, dot ' || i, 1
    from generate_series(1, :DECISIONS:) as s(i)
"""
_LINES = f"""
    insert into decision_line (id, decision_id, nomination_id, recipient_id, award_id, award_type_id, number, block, kind, salutation, name, post,
        unit_id, unit, wording, subject, amount, formula, gift, left_out, left_out_reason, version)
    select {_id('line')}, {_id('decision', '(1 + (i - 1) // 100)')}, {_id('nomination')}, {_id('recipient')}, null, :FORM:, cast(1 + (i - 1) % 100 as integer),
        'individual', 'individual', 'Đồng chí', :NAME:, 'Y sĩ', :UNIT:, 'Chi bộ Trạm Y tế', 'Đã có hành động đẹp', '', 760000, '0,3', '', 0, '', 1
    from generate_series(1, :N:) as s(i)
"""
_AWARDS = f"""
    insert into award (id, decision_id, line_id, nomination_id, recipient_id, person_id, unit_id, award_type_id, commendation, block, kind,
        salutation, name, post, unit, wording, subject, amount, formula, gift, field, recipient_class, deed_date, reported_date, decided_on,
        state, changed_by, handed_over_on, handed_to, search, name_sort, version)
    select {_id('award')}, {_id('decision', '(1 + (i - 1) // 100)')}, {_id('line')}, {_id('nomination')}, {_id('recipient')}, {_id('person')}, :UNIT:, :FORM:,
        'campaign', 'individual', (array['individual','individual','individual','collective','household'])[1 + i % 5], '', :NAME:, 'Y sĩ',
        'Chi bộ Trạm Y tế', 'Đã có hành động đẹp', '', 760000, '', '', (array['economy','culture_society','defence_security','political_system'])[1 + i % 4],
        (array['direct_worker','manager'])[1 + i % 2], date '2026-01-01' + cast(i % 300 as integer), null,
        date '2026-01-01' + cast(i % 300 + i % 40 as integer), 'in_force', null, null, null, :NAME:, 'n' || i, 1
    from generate_series(1, :N:) as s(i)
"""
_CERTIFICATES = f"""
    insert into certificate (id, award_id, issuer_id, series, year, number, code, layout, layout_version, facts, facts_sha256, signature, key_id,
        state, reason, replaced_by, issued_by, issued_at, version)
    select {_id('certificate')}, {_id('award')}, :ISSUER:, 'giay_khen', 2026, cast(i as integer), upper(substr(md5('code' || i), 1, 12)), 'do-vang', 'v1', :STORY:,
        md5('facts' || i), null, null, 'issued', '', null, :BY:, timestamp '2026-03-01', 1
    from generate_series(1, :N:) as s(i)
"""
_MODELS = f"""
    insert into exemplary_model (id, code, name, field, owner, unit_id, recipient_id, situation, aims, content, area, forces, resources, schedule,
        results, spread, contact, novelty, level, tags, search, name_sort, created_by, created_at, version)
    select {_id('model')}, 'MH-2026-' || i, 'Mô hình số ' || i, (array['economy','culture_society','defence_security','political_system'])[1 + i % 4],
        'collective', :UNIT:, {_id('recipient')}, :STORY:, :STORY:, :STORY:, '', '', '', '', '', '', '', 'new', 'cơ sở', '{{"democracy":[],"papi":[]}}',
        'mh-2026-' || i || ' mo hinh so ' || i, 'mo hinh so ' || i, :BY:, timestamp '2026-01-01', 1
    from generate_series(1, :MODELS:) as s(i)
"""
_YEARS = f"""
    insert into model_year (id, model_id, year, campaign_id, issuer_id, state, report, figures, self_score, checked_score, check_reason, created_at,
        decided_at, version)
    select {_id('year')}, {_id('model')}, 2026, :CAMPAIGN:, :ISSUER:, (array['registered','approved','working','self_scored','recognised'])[1 + i % 5],
        :STORY:, case when i % 5 < 3 then '[]' else :FIGURES: end, null, null, '', timestamp '2026-01-01', null, 1
    from generate_series(1, :MODELS:) as s(i)
"""
_LETTERS = f"""
    insert into outbox_letter (id, issuer_id, kind, unit_id, account_id, addressee, subject, body, grade, state, reason, composed_by, composed_at,
        decided_by, decided_at, version)
    select {_id('letter')}, :ISSUER:, 'reminder', :UNIT:, null, 'Chi bộ Trạm Y tế', 'Nhắc việc đến hạn, đợt ' || i, :STORY:, (array['late','close','coming'])[1 + i % 3],
        case when i % 20 = 0 then 'draft' else 'sent' end, '', :BY:, timestamp '2026-01-01' + i % 330 * interval '1 day', :BY:,
        timestamp '2026-01-02' + i % 330 * interval '1 day', 1
    from generate_series(1, :LETTERS:) as s(i)
"""
_THINGS = f"""
    insert into outbox_thing (letter_id, position, kind, object_id, sentence, grade)
    select {_id('letter')}, cast(k as integer), 'returned', {_id('nomination', '(i * 10 + k)')}, 'Hồ sơ chờ trả lời, quá hạn 3 ngày.', 'late'
    from generate_series(1, :LETTERS:) as s(i), generate_series(1, 5) as five(k)
"""
_WAYS = f"""
    insert into outbox_way (id, letter_id, way, account_id, address, state, reason, tried_at)
    select {_id('way')}, {_id('letter')}, 'inbox', null, 'Chi bộ Trạm Y tế', case when i % 20 = 0 then 'waiting' else 'sent' end, '', null
    from generate_series(1, :LETTERS:) as s(i)
"""
_BIN = """
    insert into bin_item (kind, object_id, removed_by, removed_at)
    select 'evidence', cast(md5('evidence' || i || '/1') as uuid), :BY:, timestamp '2026-11-01' from generate_series(100, :N:, 100) as s(i)
"""
_BINNED = """
    update evidence set removed_at = timestamp '2026-11-01'
    where id in (select cast(md5('evidence' || i || '/1') as uuid) from generate_series(100, :N:, 100) as s(i))
"""
_AUDIT = f"""
    insert into audit (seq, prev, hash, recorded_at, actor_id, verb, kind, object_id, commitment)
    select i, md5('hash' || (i - 1)), md5('hash' || i), timestamp '2026-01-01' + i % 330 * interval '1 day' + case when i % 5 > 2 then interval '9 days' else interval '0 days' end, null,
        case when i % 5 > 2 then 'shortlist' else 'submit' end, 'nomination',
        {_id('nomination')}, md5('commitment' || i)
    from generate_series(1, :N:) as s(i)
    where i > (select seq from audit_head)
"""
_AGENDA = f"""
    insert into agenda_item (id, session_id, nomination_id, revision, revision_hash, award_type_id, number, block, name, detail)
    select {_id('item')}, :SESSION:, {_id('nomination')}, 1, md5('revision' || i), :FORM:, cast(i as integer), 'individual', :NAME:, ''
    from generate_series(100, :N:, 100) as s(i)
"""
_ASSIGNMENTS = f"""
    insert into review_assignment (id, nomination_id, account_id, assigned_by, assigned_at, due, state, remark, version)
    select {_id('assignment')}, {_id('nomination')}, {_id('reviewer', '(i % 20)')}, :BY:, timestamp '2026-05-01', null, 'open', '', 1
    from generate_series(10, :N:, 10) as s(i)
"""
_EVIDENCE = f"""
    insert into evidence (id, nomination_id, blob, kind, file_name, media_type, bytes, caption, criterion_id, picture_hash, taken_on, added_by, added_at, removed_at)
    select cast(md5('evidence' || i || '/' || k) as uuid), {_id('nomination')}, md5('blob' || i || '/' || k), 'picture', 'anh.jpg', 'image/jpeg', 400000, '',
        null, substr(md5('picture' || i || '/' || k), 1, 16), null, :BY:, timestamp '2026-01-01', null
    from generate_series(1, :N:) as s(i), generate_series(1, 2) as two(k)
"""
#: As the migrations say it for the pictures that were there before them.
_QUARTERS = (
    "create temporary table picture_quarter (value integer, evidence_id uuid, picture_hash text)",
    *(
        re.search(rf"insert into {table}[^;]+;", (schema.FOLDER / file).read_text("utf-8"))[0]
        for file, table in (("0020_found_sooner.sql", "picture_quarter"), ("0022_fingerprints.sql", "fingerprint_quarter"))
    ),
    "drop table picture_quarter",
)
_CONTENT = """
    insert into audit_content (seq, salt, content)
    select i, md5('salt' || i), '{"detail":"","name":"Phạm Thu Hà"}' from generate_series(1, :N:) as s(i) where i > (select seq from audit_head)
"""
_STATEMENTS = (
    _CAMPAIGNS, _DEADLINES, _PEOPLE, _POSTS, _RECIPIENTS, _DEEDS, _NOMINATIONS, _EVIDENCE, *_QUARTERS, _AGENDA, _ASSIGNMENTS, _DECISIONS, _LINES, _AWARDS, _CERTIFICATES,
    _MODELS, _YEARS, _LETTERS, _THINGS, _WAYS, _BIN, _BINNED, _AUDIT, _CONTENT,
)  # fmt: skip
