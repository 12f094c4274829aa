"""Papers after the end, from the record: biên bản họp and biên bản kiểm phiếu."""

from io import BytesIO
from uuid import UUID

from db import chain
from documents import facts as papers
from recognition.council.actions.ground import in_transaction
from recognition.council.actions.papers.ground import (
    at,
    attendee,
    chair,
    council_of,
    head,
    made,
    opened,
    spoken,
)
from recognition.council.actions.sealed.reading import resets
from recognition.council.rules import voting
from recognition.council.store import agenda, care, sealed
from recognition.council.terms import Attendance, MemberRole, Method, Posting, Session, Stage
from recognition.hall.actor import Actor
from recognition.hall.errors import NotAllowed
from recognition.hall.transaction import Transaction, reading
from vietnamese import dates


def _rule_words(session: Session) -> str:
    said = [
        f"{name} đạt khi số phiếu đồng ý {voting.in_words(threshold)} ({threshold.basis})"
        for code, name in _awards(session)
        if (threshold := session.rule.of(code)) is not None
    ]
    most = [f"{name} nhiều nhất {number}" for code, name in _awards(session) if (number := session.rule.most(code)) is not None]
    return "; ".join(said + most)


def _awards(session: Session) -> dict[tuple[str, str], None]:
    return dict.fromkeys((item.award_code, item.award_name) for item in session.items)


def _results(session: Session) -> tuple[papers.Result, ...]:
    by_item = {item.id: item for item in session.items}
    return tuple(
        papers.Result(
            by_item[each.item_id].name, each.approve, each.base, each.passed, by_item[each.item_id].unit, by_item[each.item_id].award_name,
            each.reject, each.abstain if session.rule.abstain_offered else None, each.invalid if session.method is Method.PAPER else None,
        )
        for each in session.results
    )  # fmt: skip


def _recused(session: Session) -> tuple[papers.Attendee, ...]:
    """Who stood aside, once each: the kind of reason and in which cases."""
    numbers = {item.id: item.number for item in session.items}
    found = []
    for seat in session.seats:
        why: dict[str, list[int]] = {}
        for each in session.recusals:
            if each.member_id == seat.member_id and each.item_id in numbers:
                why.setdefault(each.words, []).append(numbers[each.item_id])
        if why:
            said = "; ".join(f"{words}, trường hợp {', '.join(map(str, sorted(cases)))}" for words, cases in why.items())
            found.append(attendee(session, seat, said))
    return tuple(found)


def _proof(t: Transaction, session: Session) -> papers.Proof:
    """The head of the log, short and as QR; with a sealed ballot also the urn's hash, so that the paper tells a changed urn."""
    now = chain.read_head(t.tx)
    code, whole = f"{now.seq}-{now.hash[:20].upper()}", f"Gương Sáng, nhật ký {now.seq}: {now.hash}"
    urn = sealed.get(t, session.id)
    if urn is not None and urn.urn_hash:
        code += f". Dấu của thùng phiếu kín (SHA-256): {urn.urn_hash}"
        whole += f"\nThùng phiếu: {urn.urn_hash}"
    return papers.Proof(code, _picture(whole))


def _picture(said: str) -> bytes:
    """A QR symbol as PNG, with its quiet zone."""
    from PIL import Image

    from certificates import qr

    symbol = qr.modules(said)
    size = (symbol.width + 2 * qr.QUIET, symbol.height + 2 * qr.QUIET)
    sheet = Image.new("1", size, 1)
    sheet.paste(0, (qr.QUIET, qr.QUIET), symbol.convert("1"))
    out = BytesIO()
    sheet.resize((size[0] * 6, size[1] * 6), Image.Resampling.NEAREST).save(out, "PNG")
    return out.getvalue()


def minutes(who: Actor, session_id: UUID) -> bytes:
    """Biên bản họp after the end, as Word. Raises NotAllowed before it."""
    from documents import minutes as composer

    with reading(who) as t:
        session = opened(t, who, session_id, closed=True)
        council, proof = council_of(t, session), _proof(t, session)
        sections = _sections(t, session)
    writer = next((seat for seat in session.seats if seat.role is MemberRole.SECRETARY), None)
    passed = sum(each.passed for each in session.results)
    facts = papers.Minutes(
        head=head(who, session), about=f"họp {session.name}", body=session.council_name, starts=at(session, session.starts_at),
        ends=at(session, session.ended_at), place=session.place, founded_by=f"Quyết định số {council.paper}, {dates.long(council.paper_date)}",
        members_total=len(session.seats), present=tuple(attendee(session, seat) for seat in session.seats if seat.takes_part),
        absent=tuple(attendee(session, seat, seat.reason) for seat in session.seats if not seat.takes_part),
        chair=attendee(session, chair(session)), secretary=attendee(session, writer) if writer else papers.Attendee(who.name),
        method=session.method.label.lower(), rule=_rule_words(session), sections=sections, results=_results(session),
        recused=_recused(session),
        conclusions=(*_reasons(session), f"{spoken(session)} thống nhất {_conclusion(session)} {passed} trong {len(session.items)} trường hợp."),
        proof=proof,
    )  # fmt: skip
    return made(lambda: composer.meeting_minutes(facts))


def _conclusion(session: Session) -> str:
    return "khen thưởng" if session.body.value == "deciding" else "đề nghị cấp có thẩm quyền quyết định khen thưởng"


def _reasons(session: Session) -> tuple[str, ...]:
    """Cases whose result votes alone do not explain: over the quota, tied, by the chair's voice."""
    names = {item.id: f"Trường hợp {item.number}, {item.name}" for item in session.items}
    return tuple(f"{names[each.item_id]}: {each.reason[:1].lower()}{each.reason[1:]}." for each in session.results if each.reason)


def _sections(t: Transaction, session: Session) -> tuple[papers.Section, ...]:
    least = session.rule.least
    content = [
        f"Số thành viên có quyền biểu quyết dự họp: {session.present}/{len(session.voters)}, đủ theo quy định "
        f"(ít nhất {voting.quorum_needed(len(session.voters), least)} người, {least}; {session.rule.quorum_basis}).",
        f"Xét {len(session.items)} trường hợp đề nghị khen thưởng (có danh sách kèm theo).",
    ]
    if session.replaces_id is not None:
        old = in_transaction(t, session.replaces_id)
        content.append(f"Phiên họp này bỏ phiếu lại thay cho {old.name}, ngày {dates.short(old.on_date)}.")
    found = [papers.Section("Nội dung", tuple(content))]
    if posted := [_posted(each) for each in care.postings(t, session.id) if each.stage is Stage.BEFORE]:
        found.append(papers.Section("Niêm yết lấy ý kiến", tuple(posted)))
    if session.opinions:
        found.append(papers.Section("Ý kiến", tuple(session.opinions.split("\n"))))
    if voted := _voting(t, session):
        found.append(papers.Section("Bỏ phiếu", tuple(voted)))
    return tuple(found)


def _posted(one: Posting) -> str:
    answered = sum(each.answered for each in one.opinions)
    said = f"nhận {len(one.opinions)} ý kiến, đã trả lời {answered}" if one.opinions else "không có ý kiến phản ánh"
    return f"Danh sách niêm yết tại {one.place}, từ {dates.short(one.from_date)} đến {dates.short(one.to_date)}: {said}."


def _voting(t: Transaction, session: Session) -> list[str]:
    """What the results alone do not tell: written opinions, who stands aside and how they count, passwords set anew."""
    said = []
    names = {seat.member_id: seat.sitter for seat in session.seats}
    wrote = [names[each] for each in agenda.wrote(t, session.id) if each in names]
    if wrote:
        said.append(
            f"Ý kiến bằng văn bản của thành viên vắng mặt: {', '.join(wrote)}. Các ý kiến này được giữ riêng, tính một lần và "
            "cộng vào kết quả trước khi công bố."
        )
    if session.recusals:
        inside = "vẫn tính" if session.rule.recused_in_base else "không tính"
        said.append(f"Thành viên không tham gia xét một trường hợp {inside} vào mẫu số của trường hợp ấy.")
    if session.papers is not None and session.method is Method.SEALED:
        said.append(f"Thùng phiếu kín có {session.papers.valid} phiếu của {session.papers.issued} người trong danh sách bỏ phiếu.")
    if anew := resets(t, session.id):
        said.append(f"Trong lúc bỏ phiếu, mật khẩu được người quản trị đặt lại: {', '.join(anew)}.")
    return said


def count_record(who: Actor, session_id: UUID) -> bytes:
    """Biên bản kiểm phiếu after the end of a ballot, as Word. Raises NotAllowed otherwise."""
    from documents import minutes as composer

    with reading(who) as t:
        session = opened(t, who, session_id, closed=True)
        council, proof = council_of(t, session), _proof(t, session)
        wrote = set(agenda.wrote(t, session_id))
    if session.papers is None:
        raise NotAllowed("Phiên này biểu quyết giơ tay nên không có biên bản kiểm phiếu.")
    p = session.papers
    silent = [attendee(session, seat, "Không có quyền biểu quyết") for seat in session.seats if not seat.votes and seat.takes_part]
    if session.method is Method.PAPER:
        far = [seat for seat in session.voters if seat.attendance is Attendance.ONLINE]
        silent += [attendee(session, seat, "Dự trực tuyến nên không nhận phiếu giấy") for seat in far]
    facts = papers.CountRecord(
        head=head(who, session), about=f"bỏ phiếu tại {session.name}", body=session.council_name,
        founded_by=f"Quyết định số {council.paper}, {dates.long(council.paper_date)}", starts=at(session, session.starts_at),
        ends=at(session, session.ended_at), place=session.place, members_total=len(session.seats),
        present=sum(seat.takes_part for seat in session.seats),
        absent=tuple(
            attendee(session, seat, f"{seat.reason}, đã gửi ý kiến bằng văn bản" if seat.member_id in wrote else seat.reason)
            for seat in session.seats if not seat.takes_part
        ),
        not_voting=(*silent, *_recused(session)),
        tellers=tuple(papers.Attendee(each.name) for each in session.tellers), issued=p.issued, returned=p.returned, valid=p.valid,
        invalid=p.invalid, rule=_rule_words(session), results=_results(session), written=len(wrote), notes=_reasons(session),
        chair=attendee(session, chair(session)), proof=proof,
    )  # fmt: skip
    return made(lambda: composer.count_record(facts))
