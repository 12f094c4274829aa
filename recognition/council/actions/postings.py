"""Lists posted for opinions before the vote or before the signing; what was said, and what was answered."""

from dataclasses import replace
from uuid import UUID

from recognition.catalogue import actions as catalogue
from recognition.council.actions.ground import KIND, seen
from recognition.council.rules import postings as rules
from recognition.council.store import care as store
from recognition.council.store import councils
from recognition.council.terms import (
    OpinionInput,
    PostedOpinion,
    Posting,
    PostingInput,
    Session,
    SessionState,
    Stage,
)
from recognition.hall import audit, permissions
from recognition.hall.actor import Actor
from recognition.hall.entry import Entry
from recognition.hall.errors import fresh, refuse, there
from recognition.hall.transaction import Transaction, reading, transaction
from recognition.hall.words import Verb
from vietnamese import dates


def postings(who: Actor, session_id: UUID) -> tuple[Posting, ...]:
    """The session's postings with what was said and answered, for the secretary. Raises NotFound, NotAllowed."""
    with reading(who) as t:
        permissions.require(who, Verb.POST_PUBLICLY, seen(t, who, session_id))
        return store.postings(t, session_id)


def post(who: Actor, session_id: UUID, data: PostingInput, key: UUID | None = None) -> Posting:
    """Write where and from when to when the list hangs, and what proves it. Raises NotFound, NotAllowed, Invalid."""
    with transaction(who, key) as t:
        session = seen(t, who, session_id)
        permissions.require(who, Verb.POST_PUBLICLY, session)
        made = _checked(session, councils.new_id(), data)
        store.put_posting(t, made, who.account_id, dates.now_utc())
        audit.note(t, Verb.POST_PUBLICLY, KIND, session_id, after=made, case=session, detail=_words(made))
        t.result = str(session_id)
    return made


def change_posting(who: Actor, posting_id: UUID, version: int, data: PostingInput, key: UUID | None = None) -> Posting:
    """Change place, days or proof. Raises NotFound, NotAllowed, Stale, Invalid."""
    with transaction(who, key) as t:
        session, before = _posting(t, who, posting_id)
        after = _checked(session, posting_id, replace(data, stage=before.stage.value))
        fresh(store.change_posting(t, after, version))
        audit.note(t, Verb.POST_PUBLICLY, KIND, session.id, before=before, after=after, case=session, detail=_words(after))
        t.result = str(session.id)
    return replace(after, version=version + 1, opinions=before.opinions)


def _checked(session: Session, posting_id: UUID, data: PostingInput) -> Posting:
    check = Entry()
    stage = check.choice("stage", data.stage, Stage, "Thời điểm niêm yết")
    start = check.day("from_date", data.from_date, "Ngày bắt đầu niêm yết")
    end = check.day("to_date", data.to_date, "Ngày kết thúc niêm yết")
    made = Posting(
        posting_id, session.id, stage, check.line("place", data.place, "Nơi niêm yết"), start, end,
        check.line("proof", data.proof, "Căn cứ chứng minh", required=False), 1,
    )  # fmt: skip
    check.done()
    refuse(rules.check(session, stage, start, end))
    return made


def _words(one: Posting) -> str:
    return f"Niêm yết lấy ý kiến tại {one.place}, từ {dates.short(one.from_date)} đến {dates.short(one.to_date)}"


def _posting(t: Transaction, who: Actor, posting_id: UUID) -> tuple[Session, Posting]:
    session_id = there(store.session_of(t, posting_id))
    session = seen(t, who, session_id)
    permissions.require(who, Verb.POST_PUBLICLY, session)
    return session, next(each for each in store.postings(t, session_id) if each.id == posting_id)


def record_opinion(who: Actor, posting_id: UUID, data: OpinionInput, key: UUID | None = None) -> PostedOpinion:
    """Write what somebody said of the list; it waits for an answer. Raises NotFound, NotAllowed, Invalid."""
    with transaction(who, key) as t:
        session, posting = _posting(t, who, posting_id)
        made = _opinion(session, posting, data)
        store.put_opinion(t, made)
        audit.note(t, Verb.POST_PUBLICLY, KIND, session.id, after=made, case=session, detail=f"Ghi ý kiến về danh sách niêm yết của {made.from_whom}")
        t.result = str(session.id)
    return made


def _opinion(session: Session, posting: Posting, data: OpinionInput) -> PostedOpinion:
    check = Entry()
    day = check.day("received_on", data.received_on, "Ngày nhận", latest=dates.today())
    if "received_on" not in check.wrong and day < posting.from_date:
        check.refuse("received_on", f"Ngày nhận {dates.short(day)} trước ngày bắt đầu niêm yết {dates.short(posting.from_date)}.")
    if data.item_id is not None and data.item_id not in {item.id for item in session.items}:
        check.refuse("item_id", "Trường hợp này không còn trong chương trình. Anh/chị tải lại trang.")
    made = PostedOpinion(
        councils.new_id(), posting.id, data.item_id, check.line("from_whom", data.from_whom, "Người có ý kiến"), day,
        check.story("said", data.said, "Nội dung ý kiến"), "", None, 1,
    )  # fmt: skip
    check.done()
    return made


def answer_opinion(who: Actor, posting_id: UUID, opinion_id: UUID, version: int, said: str, key: UUID | None = None) -> PostedOpinion:
    """Answer an opinion, or answer it anew. Raises NotFound, NotAllowed, Stale, Invalid."""
    with transaction(who, key) as t:
        session, posting = _posting(t, who, posting_id)
        before = there(next((each for each in posting.opinions if each.id == opinion_id), None))
        check = Entry()
        words = check.story("answer", said, "Nội dung trả lời")
        check.done()
        after = replace(before, answer=words, answered_on=dates.today(), version=version + 1)
        fresh(store.answer(t, opinion_id, version, words, dates.today(), who.account_id))
        audit.note(t, Verb.POST_PUBLICLY, KIND, session.id, before=before, after=after, case=session, detail=f"Trả lời ý kiến của {before.from_whom}")
        t.result = str(session.id)
    return after


def unanswered(t: Transaction, session_id: UUID) -> list[PostedOpinion]:
    """For a later room, inside its transaction: opinions without an answer; nothing is signed before they have one."""
    return rules.unanswered(store.postings(t, session_id))


def warnings(who: Actor, session: Session) -> list[str]:
    """What the secretary should know of the posting before the vote opens."""
    with reading(who) as t:
        known = store.postings(t, session.id)
    found = []
    if session.state in (SessionState.PLANNED, SessionState.CALLED) and (said := rules.short(session, known, catalogue.holidays())):
        found.append(said)
    if waiting := rules.unanswered(known):
        found.append(f"Còn {len(waiting)} ý kiến về danh sách niêm yết chưa trả lời. Phải trả lời xong mới ký quyết định.")
    return found
