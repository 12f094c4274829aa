"""Typed issuers, signers, awards and holidays, checked whole: either everything is right or every wrong field says why."""

import re
from dataclasses import replace
from datetime import date
from uuid import UUID

from recognition.catalogue import rules
from recognition.catalogue.terms import (
    DOSSIER_PARTS,
    AddressStyle,
    AwardKind,
    AwardType,
    AwardTypeForm,
    Family,
    Issuer,
    IssuerForm,
    Money,
    Numbering,
    Signer,
    SignerForm,
    Track,
    stored_pattern,
)
from recognition.hall.entry import Entry

_CODE = re.compile(r"[a-z0-9]+(?:[._][a-z0-9]+)*")
_SIGN = re.compile(r"[^\s{}/]{1,20}(?:-[^\s{}/]{1,20})?")


def issuer(form: IssuerForm, issuer_id: UUID, version: int) -> Issuer:
    """The issuer that a form describes. Raises Invalid."""
    check = Entry()
    track = check.choice("track", form.track, Track, "Khối cơ quan")
    if track is Track.ANY:
        check.refuse("track", "Anh/chị chọn cơ quan thuộc khối Đảng, chính quyền, công đoàn hay doanh nghiệp.")
        track = Track.PARTY
    numbering = check.choice("numbering", form.numbering, Numbering, "Cách đánh số")
    term_start = check.maybe_day("term_start", form.term_start, "Ngày bắt đầu nhiệm kỳ")
    if numbering is Numbering.TERM and term_start is None:
        check.refuse("term_start", "Đánh số theo nhiệm kỳ thì cần ngày bắt đầu nhiệm kỳ.")
    sign = check.line("short_sign", form.short_sign, "Ký hiệu", most=40)
    if sign and not _SIGN.fullmatch(sign):
        check.refuse("short_sign", "Ký hiệu viết liền, không có dấu cách và dấu gạch chéo, ví dụ ĐUCCQ.")
    pattern = stored_pattern(check.line("number_pattern", form.number_pattern, "Mẫu số", required=False, most=60)) or rules.PATTERNS[track]
    if not rules.pattern_is_good(pattern):
        check.refuse("number_pattern", "Mẫu số cần có {số} và {ký hiệu}, ví dụ {số}-QĐ/{ký hiệu}.")
    made = Issuer(
        id=issuer_id,
        superior=check.line("superior", form.superior, "Cơ quan cấp trên", required=False),
        name=check.line("name", form.name, "Tên cơ quan"),
        awarding_line=check.line("awarding_line", form.awarding_line, "Dòng tên trên giấy khen"),
        short_sign=sign,
        place=check.line("place", form.place, "Địa danh", most=100),
        track=track,
        numbering=numbering,
        term_start=term_start if numbering is Numbering.TERM else None,
        number_pattern=pattern,
        address_style=check.choice("address_style", form.address_style, AddressStyle, "Cách xưng hô"),
        unit_id=form.unit_id,
        from_date=check.maybe_day("from_date", form.from_date, "Ngày bắt đầu"),
        to_date=check.maybe_day("to_date", form.to_date, "Ngày kết thúc"),
        version=version,
    )
    check.order("to_date", made.from_date, made.to_date, ("Ngày bắt đầu", "Ngày kết thúc"))
    check.done()
    return made


def signer(form: SignerForm, signer_id: UUID, issuer_id: UUID, version: int) -> Signer:
    """The signer that a form describes. Raises Invalid."""
    check = Entry()
    made = Signer(
        id=signer_id,
        issuer_id=issuer_id,
        name=check.line("name", form.name, "Họ và tên người ký", most=100),
        capacity=check.line("capacity", form.capacity, "Thể thức đề ký", required=False, most=200),
        post=check.line("post", form.post, "Chức vụ", most=200),
        from_date=check.day("from_date", form.from_date, "Ngày bắt đầu ký"),
        to_date=check.maybe_day("to_date", form.to_date, "Ngày thôi ký"),
        version=version,
    )
    check.order("to_date", made.from_date, made.to_date, ("Ngày bắt đầu ký", "Ngày thôi ký"))
    check.done()
    return made


def award(form: AwardTypeForm, award_type_id: UUID, version: int) -> AwardType:
    """The award type that a form describes. Raises Invalid."""
    check = Entry()
    code = check.line("code", form.code, "Mã", most=60)
    if code and not _CODE.fullmatch(code):
        check.refuse("code", "Mã chỉ gồm chữ thường không dấu, chữ số, dấu chấm và gạch dưới, ví dụ party.giay_khen.")
    check.at_least_one("recipients", form.recipients, "Anh/chị chọn ít nhất một loại đối tượng: cá nhân, tập thể hoặc hộ gia đình.")
    unknown = [part for part in form.dossier if part not in DOSSIER_PARTS]
    if unknown:
        check.refuse("dossier", "Thành phần hồ sơ không có trong danh sách. Anh/chị chọn lại.")
    money = check.choice("money", form.money, Money, "Cách thưởng")
    made = AwardType(
        id=award_type_id,
        code=code,
        name=check.line("name", form.name, "Tên hình thức"),
        family=check.choice("family", form.family, Family, "Loại giấy"),
        kind=check.choice("kind", form.kind, AwardKind, "Danh hiệu hay hình thức"),
        track=check.choice("track", form.track, Track, "Khối cơ quan"),
        level=check.whole("level", form.level, "Bậc trong thứ tự trao", most=100),
        position=check.whole("position", form.position, "Thứ tự trong bậc", most=1_000),
        authority=check.line("authority", form.authority, "Cấp có thẩm quyền", required=False),
        recipients=frozenset(form.recipients),
        money=money,
        amount=None,
        amount_collective=None,
        amount_household=None,
        coefficient=None,
        multiplied=form.multiplied,
        gift="",
        clause=check.line("clause", form.clause, "Căn cứ", most=500),
        dossier=tuple(form.dossier),
        from_date=check.day("from_date", form.from_date, "Ngày bắt đầu áp dụng"),
        to_date=check.maybe_day("to_date", form.to_date, "Ngày hết áp dụng"),
        active=form.active,
        verified=form.verified,
        confirmed_paper=form.confirmed_paper or None,
        version=version,
    )
    check.order("to_date", made.from_date, made.to_date, ("Ngày bắt đầu áp dụng", "Ngày hết áp dụng"))
    made = _with_money(check, form, made)
    check.done()
    return made


def _with_money(check: Entry, form: AwardTypeForm, made: AwardType) -> AwardType:
    """Only the fields that the chosen way of rewarding needs."""
    if made.money is Money.FIXED:
        return replace(
            made,
            amount=check.whole("amount", form.amount, "Số tiền", least=1),
            amount_collective=_maybe(check, "amount_collective", form.amount_collective, "Số tiền cho tập thể"),
            amount_household=_maybe(check, "amount_household", form.amount_household, "Số tiền cho hộ gia đình"),
        )
    if made.money is Money.COEFFICIENT:
        return replace(made, coefficient=check.whole("coefficient", form.coefficient, "Hệ số (phần trăm)", least=1, most=10_000))
    if made.money is Money.GIFT:
        return replace(made, gift=check.line("gift", form.gift, "Tặng phẩm"))
    return made


def _maybe(check: Entry, field: str, value: int | str | None, name: str) -> int | None:
    return None if value is None or value == "" else check.whole(field, value, name)


def paper(number: str) -> str:
    """The number of the paper that a value was compared with. Raises Invalid."""
    check = Entry()
    written = check.line("paper", number, "Số văn bản", most=100)
    check.done()
    return written


def holiday(day: date | str | None, name: str) -> tuple[date, str]:
    """A day and its name. Raises Invalid."""
    check = Entry()
    found = check.day("day", day, "Ngày"), check.line("name", name, "Tên ngày nghỉ", most=100)
    check.done()
    return found
