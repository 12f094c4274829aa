"""Quyền và các bước: printed from the tables that the program itself asks, so that nothing here can differ from what is done."""

import streamlit as st

from pages.shared import frame, parts
from recognition.hall import permissions, road
from recognition.hall.permissions import Relation
from recognition.hall.words import Role, Verb, Word

frame.require(Verb.MANAGE_ACCOUNTS)

#: How a case must stand to the person, in words.
RELATIONS = {
    Relation.ANY: "được",
    Relation.OWN: "của mình",
    Relation.UNIT: "đơn vị mình",
    Relation.SUBTREE: "đơn vị mình và cấp dưới",
    Relation.ISSUER: "cơ quan mình",
    Relation.COUNCIL: "Hội đồng mình",
    Relation.TELLER: "phiên mình kiểm phiếu",
    Relation.PHASE: "vòng chấm mình được giao",
}
ROLES = tuple(Role)


def rights() -> list[list[str]]:
    """Verb by role: where the right holds; a dash where there is none."""
    rows = []
    for verb, given in permissions.TABLE.items():
        cells = []
        for role in ROLES:
            where = [RELATIONS[relation] for holder, relation in given if holder is role]
            cells.append("; ".join(where) or "–")
        rows.append([verb.label, *cells])
    return rows


def of_role(role: Role) -> list[list[str]]:
    """What one role may do, and where."""
    found = ((verb, [RELATIONS[relation] for holder, relation in given if holder is role]) for verb, given in permissions.TABLE.items())
    return [[verb.label, "; ".join(where)] for verb, where in found if where]


def table(head: list[str], rows: list[list[str]], caption: str) -> None:
    """A plain table that a screen reader reads row by row, with its head kept in sight."""
    columns = "".join(f'<th scope="col">{parts.html_escape(cell)}</th>' for cell in head)
    body = "".join(
        f'<tr><th scope="row">{parts.html_escape(cells[0])}</th>' + "".join(f"<td>{parts.html_escape(cell)}</td>" for cell in cells[1:]) + "</tr>" for cells in rows
    )
    st.html(f'<div class="gs-scroll" tabindex="0"><table class="gs-table"><caption>{parts.html_escape(caption)}</caption><thead><tr>{columns}</tr></thead><tbody>{body}</tbody></table></div>')


def steps(table_of: dict[tuple[Word, Verb], Word]) -> list[list[str]]:
    """From, verb, to."""
    return [[before.label, verb.label, after.label] for (before, verb), after in table_of.items()]


st.title("Quyền và các bước")
parts.soft("In ra từ chính các bảng mà phần mềm hỏi trước mỗi việc. Việc không có trong bảng thì không ai làm được.")
chosen = st.segmented_control("Bảng", ("Ai được làm gì", "Bước của hồ sơ", "Bước của mô hình"), default="Ai được làm gì", key="rights:tab", label_visibility="collapsed")
if chosen == "Bước của hồ sơ":
    table(["Đang ở", "Việc", "Chuyển sang"], steps(dict(road.NOMINATION)), "Bước của một đề nghị khen thưởng")
elif chosen == "Bước của mô hình":
    table(["Đang ở", "Việc", "Chuyển sang"], steps(dict(road.MODEL_YEAR)), "Bước của một mô hình trong năm")
else:
    role = st.selectbox("Vai trò", [None, *ROLES], format_func=lambda one: one.label if one else "Mọi vai trò", key="rights:role", width=320)
    if role is None:
        table(["Việc", *(one.label for one in ROLES)], rights(), "Ai được làm gì, với hồ sơ ở đâu")
    else:
        table(["Việc", "Với hồ sơ"], of_role(role), f"{role.label} được làm")
    parts.soft("Người được đề nghị khen không tham gia xét hồ sơ của chính mình, dù giữ vai trò nào.")
