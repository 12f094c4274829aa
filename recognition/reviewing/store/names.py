"""SQL of what would tell whose case it is: names of the recipient, of the units around it, of whoever made it."""

from collections.abc import Sequence
from uuid import UUID

from recognition.hall.transaction import Transaction
from recognition.reviewing.blinding import Known


def known(t: Transaction, nomination_id: UUID) -> Known:
    """Names of a case's people, units (of today and before, those above them but the highest) and places."""
    row = t.one("select * from v_nomination where id = $1", nomination_id)
    if row is None:
        return Known()
    recipient = t.one("select kind, group_name, head_name, address, commune, name from v_recipient where id = $1", row["recipient_id"]) if row["recipient_id"] else None
    maker = t.value("select name from account where id = $1", row["created_by"]) or ""
    units = [row["unit_id"], row["recipient_unit_id"], row["shared_unit_id"]]
    people, places = [maker], _units(t, [each for each in units if each is not None])
    if recipient is not None:
        people += [recipient["name"], recipient["head_name"] or ""] if recipient["kind"] != "collective" else []
        places += [recipient[name] or "" for name in ("group_name", "address", "commune")]
        places += [recipient["name"]] if recipient["kind"] != "individual" else []
    return Known(tuple(each for each in people if each), tuple(each for each in places if each))


def _units(t: Transaction, ids: Sequence[UUID]) -> list[str]:
    """Every name of some units and of those above them; the highest one is above everybody and tells nothing."""
    names: list[str] = []
    wanted, seen = list(ids), set(ids)
    while wanted:
        rows = t.all("select unit_id, code, name, short_name, parent_id from v_unit_name where unit_id = any($1)", wanted)
        low = [row for row in rows if row["parent_id"] is not None or row["unit_id"] in ids]
        names += [value for row in low for value in (row["name"], row["short_name"] or "", row["code"] or "")]
        highest = {row["unit_id"] for row in rows} - {row["unit_id"] for row in low}
        former = t.all("select name from v_former_name where unit_id = any($1)", [each for each in wanted if each not in highest])
        names += [row["name"] for row in former]
        wanted = [row["parent_id"] for row in rows if row["parent_id"] is not None and row["parent_id"] not in seen]
        seen |= set(wanted)
    return names
