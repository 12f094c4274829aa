"""A form of statistics as it stands on paper: titles that wrap, bands, codes; on a phone its rows one under another."""

import streamlit as st

from pages.shared import parts, tables
from recognition.insight.terms.statistics import Filled, Row
from vietnamese import numbers


def called(row: Row) -> str:
    """A row's name without the dash of the paper; one inside another has a dot before it."""
    bare = row.name.strip().lstrip("-+ ")
    return f"· {bare}" if row.name.startswith(" ") else bare


def number(made: Filled, row: Row, column: str) -> str:
    """A cell as it is read: empty where a person fills in, a dash for none."""
    if row.blank:
        return ""
    count = made.number_at(row.code, column)
    return numbers.integer(count) if count else "–"


def draw(made: Filled, caption: str) -> None:
    """The whole form."""
    if tables.on_phone():
        _list(made)
    else:
        st.html(_table(made, caption))


def _table(made: Filled, caption: str) -> str:
    say = parts.html_escape
    head = "".join(f'<th scope="col">{say(title)}</th>' for title in ("Dòng", "Mã số", *(column.name for column in made.columns)))
    codes = "".join(f"<td>{say(code)}</td>" for code in ("A", "B", *(column.code for column in made.columns)))
    body = [f'<tr class="gs-codes">{codes}</tr>']
    for row in made.rows:
        if row.band:
            body.append(f'<tr class="gs-band"><th colspan="{len(made.columns) + 2}" scope="rowgroup">{say(row.name)}</th></tr>')
            continue
        cells = "".join(f"<td>{say(number(made, row, column.code))}</td>" for column in made.columns)
        inner = ' class="gs-inner"' if row.name.startswith(" ") else ""
        body.append(f'<tr><th scope="row"{inner}>{say(called(row).removeprefix("· "))}</th><td>{say(row.code)}</td>{cells}</tr>')
    return (
        f'<div class="gs-scroll" tabindex="0"><table class="gs-table gs-form"><caption>{say(caption)}</caption>'
        f"<thead><tr>{head}</tr></thead><tbody>{''.join(body)}</tbody></table></div>"
    )


def _list(made: Filled) -> None:
    whole, *rest = made.columns
    with st.container(border=True, gap="small"):
        for row in made.rows:
            if row.band:
                st.markdown(f"**{parts.said(row.name)}**")
                continue
            told = " · ".join(f"{one.name}: {number(made, row, one.code)}" for one in rest if made.number_at(row.code, one.code))
            total = "điền tay" if row.blank else number(made, row, whole.code)
            st.markdown(f"{parts.said(called(row))}: **{total}**" + (f"  \n:small[:gray[{parts.said(told)}]]" if told else ""))
