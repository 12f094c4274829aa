"""Anybody compares a paper with the register: no sign-in, nothing but what the paper itself says."""

from uuid import UUID

from certificates import Facts, NotGenuine, verify
from recognition.hall.errors import Invalid, NotFound
from recognition.hall.transaction import Transaction, reading
from recognition.issuing import keys, rules
from recognition.issuing.store import certificates as store
from recognition.issuing.terms import Certificate, Standing, Verification
from vietnamese import dates

_KINDS = {"individual": "Người được khen", "collective": "Tập thể được khen", "household": "Hộ gia đình được khen"}


def verify_code(code: str) -> Verification:
    """What the register says of a printed code, or of what the QR holds.

    A payload's signature is checked first: one that no key of ours signed is not genuine, whatever the register holds.
    Raises NotFound for an unknown code, Invalid for something that cannot be a code.
    """
    typed = code.strip()
    printed = rules.normal_code(typed)
    if not printed:
        try:
            printed = verify(typed, keys.public_keys()).code
        except NotGenuine as wrong:
            if len("".join(typed.split())) < 40:
                raise Invalid({"certificate": "Mã tra cứu gồm 16 chữ và số, in dưới hình vuông. Anh/chị nhập lại mã."}) from wrong
            raise NotFound(wrong.sentence) from wrong
    with reading(None) as t:
        found = store.with_code(t, printed)
        if found is None:
            raise NotFound()
        return _answer(t, found)


def _answer(t: Transaction, found: Certificate) -> Verification:
    standing = rules.standing(found.state, found.award_state)
    return Verification(standing, _reason(t, found, standing), _facts(found))


def _reason(t: Transaction, found: Certificate, standing: Standing) -> str:
    """Why a paper no longer holds, without naming anybody but the papers."""
    if standing is Standing.IN_FORCE:
        return ""
    by = t.one("select d.number_text, d.decided_on from v_award a join v_decision d on d.id = a.changed_by where a.award_id = $1", found.award_id)
    if by is not None:
        verb = "Thu hồi" if standing is Standing.REVOKED else "Đính chính"
        return f"{verb} theo Quyết định số {by['number_text']}, {dates.long(by['decided_on'])}."
    if standing is Standing.REPLACED and found.replaced_by is not None:
        new = store.get(t, found.replaced_by)
        return f"Đã cấp lại bằng giấy số {new.serial}." if new else ""
    return "Giấy này được ghi hỏng trong sổ và không trao." if standing is Standing.SPOILED else ""


def _facts(found: Certificate) -> tuple[tuple[str, str], ...]:
    facts = Facts.from_json(found.facts)
    pairs = (
        (_KINDS[facts.kind], f"{facts.salutation} {facts.recipient}".strip()),
        ("Chức vụ", facts.title),
        ("Địa chỉ" if facts.kind == "household" else "Đơn vị", facts.unit),
        ("Được tặng" if facts.verb.startswith("TẶNG") else "Giấy", facts.form),
        ("Mô hình", facts.subject),
        ("Thành tích", facts.achievement),
        ("Cơ quan ban hành", facts.awarding_line or facts.superior),
        ("Quyết định", f"Số {facts.decision_number}, {dates.long(facts.decision_date)}" if facts.decision_date else facts.decision_number),
        ("Người ký", ", ".join(part for part in (facts.signer_name, facts.signer_post) if part)),
        ("Số vào sổ", facts.serial),
        ("Mã tra cứu", facts.code),
    )
    return tuple((label, value) for label, value in pairs if value)


def of_certificate(certificate_id: UUID) -> Verification:
    """The same answer for a certificate known by its id."""
    with reading(None) as t:
        found = store.get(t, certificate_id)
        if found is None:
            raise NotFound()
        return _answer(t, found)
