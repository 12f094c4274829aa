"""What the founding of a council must fulfil."""

from collections.abc import Iterable

from recognition.catalogue import rules as catalogue
from recognition.catalogue.terms import Issuer
from recognition.council.terms import Council
from vietnamese import dates, text


def founded_before(made: Council, issuer: Issuer, others: Iterable[Council]) -> str:
    """One sentence when another council of the kind and organ was founded by the same paper; empty when none was.

    A number stands once in its row (the calendar year, or a Party committee's term: HD 05-HD/VPTW, NĐ 30/2020), so the same number in the
    same row is the same paper, whatever day was typed; capitals, marks and spaces do not make another number. One paper may appoint a
    committee and its standing committee: other kinds do not count.
    """
    for other in others:
        if other.id == made.id or (other.issuer_id, other.kind, _number(other)) != (made.issuer_id, made.kind, _number(made)):
            continue
        if catalogue.numbering_period(issuer, other.paper_date) == catalogue.numbering_period(issuer, made.paper_date):
            return (
                f"Quyết định số {other.paper}, {dates.long(other.paper_date)} đã lập «{other.name}». Anh/chị kiểm tra lại số và ngày, "
                "hoặc sửa Hội đồng đã có thay vì lập thêm."
            )
    return ""


def _number(council: Council) -> str:
    return text.search_key(council.paper).replace(" ", "")
