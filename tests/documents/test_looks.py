"""Papers as LibreOffice lays them out: how many pages, what stays together, what fits."""

import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader

from documents.catalogue import PAPERS
from documents.facts import Reason
from tests.documents import samples
from tests.documents.test_command_line import EXAMPLES

pytestmark = [
    pytest.mark.prove,
    pytest.mark.skipif(
        not shutil.which("soffice"), reason="LibreOffice is missing: install libreoffice-writer-nogui to lay out papers"
    ),
]

_LONG = (
    "Chưa có ảnh, xác nhận của địa phương và số liệu cụ thể về kết quả; cần ghi rõ ngày, nơi làm và người chứng kiến."
)
CASES = {
    **{name: (PAPERS[name], facts) for name, facts in EXAMPLES.items() if name != "count_record"},
    "count_record": (PAPERS["count_record"], samples.COUNT),
    "state_decision": (PAPERS["decision"], samples.STATE_DECISION),
    "correction": (PAPERS["decision"], samples.CORRECTION),
    "revocation": (PAPERS["decision"], samples.REVOCATION),
    "replacement": (PAPERS["decision"], samples.REPLACEMENT),
    "many_reasons": (
        PAPERS["return_slip"],
        replace(samples.RETURN, reasons=(Reason("Minh chứng kèm theo", _LONG, _LONG),) * 9),
    ),
    "many_ballots": (PAPERS["ballots"], replace(samples.BALLOTS, items=samples.BALLOTS.items * 6, copies=2)),
    "state_opinions": (PAPERS["opinion_forms"], replace(samples.OPINIONS, head=samples.STATE_DECISION.head, sheets=samples.OPINIONS.sheets[:1])),
    "long_opinions": (PAPERS["opinion_forms"], replace(samples.OPINIONS, sheets=(replace(samples.OPINIONS.sheets[0], items=samples.OPINIONS.sheets[0].items * 8),))),
    "long_list": (PAPERS["decision"], replace(samples.PARTY_DECISION, lines=samples.LINES * 20)),
}


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """The text of every page of every paper, laid out in one run."""
    folder: Path = tmp_path_factory.mktemp("looks")
    for name, (made, facts) in CASES.items():
        (folder / f"{name}.docx").write_bytes(made.make(facts))
    files = [str(folder / f"{name}.docx") for name in CASES]
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), *files]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    return {name: [page.extract_text() for page in PdfReader(folder / f"{name}.pdf").pages] for name in CASES}


@pytest.mark.parametrize(
    ("name", "count"),
    (
        ("achievement_summary", 1),
        ("award_letter", 1),
        ("invitation", 1),
        ("registration_form", 1),
        ("return_slip", 1),
        ("many_reasons", 1),
        ("screening_slip", 1),
        ("score_sheet", 1),
        ("account_slips", 1),
        ("summary_list", 1),
        ("correction", 1),
        ("ballots", samples.BALLOTS.copies),
        ("many_ballots", 2),
        ("opinion_forms", 2),
        ("state_opinions", 1),
        ("submission", 2),
        ("decision", 2),
        ("state_decision", 2),
        ("revocation", 2),
        ("count_record", 2),
    ),
)
def test_papers_take_the_pages_they_should(pages, name, count):
    assert len(pages[name]) == count


@pytest.mark.parametrize(
    "name",
    (
        "decision",
        "state_decision",
        "replacement",
        "submission",
        "count_record",
        "meeting_minutes",
        "achievement_report",
        "long_opinions",
    ),
)
def test_signatures_are_never_alone_on_a_page(pages, name):
    signer = {
        "count_record": "Phạm Công Tâm",
        "submission": "Lê Hoàng Yến",
        "state_decision": "Trần Quốc Bảo",
        "achievement_report": "Lê Hoàng Yến",
        "long_opinions": "NGƯỜI CHO Ý KIẾN",
    }
    page = next(p for p in reversed(pages[name]) if signer.get(name, "Nguyễn Thị Minh Hạnh") in p)
    text_end = {
        "submission": "xem xét",
        "count_record": "kết thúc hồi",
        "meeting_minutes": "kết thúc hồi",
        "achievement_report": "Lao động tiên tiến",
        "long_opinions": "xin gửi về",
    }
    assert text_end.get(name, "chịu trách nhiệm thi hành") in " ".join(page.split())


def test_the_head_of_a_long_list_stands_on_each_page(pages):
    annex = pages["long_list"][1:]
    assert len(annex) > 4
    assert all("Chức vụ, đơn vị" in page for page in annex)
    assert [page.split("\n")[0].strip() for page in annex] == [str(i) for i in range(2, len(annex) + 2)]


@pytest.mark.parametrize("name", CASES)
def test_no_page_is_empty(pages, name):
    assert all(len(page.strip()) > 20 for page in pages[name])
