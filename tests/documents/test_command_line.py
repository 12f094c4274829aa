import json
from dataclasses import replace
from pathlib import Path

import pytest

from documents.__main__ import main
from documents.catalogue import PAPERS
from documents.facts import Decision, Proof
from documents.from_json import build, plain
from tests.documents import samples
from tests.documents.reading import lines

EXAMPLES = {
    "submission": samples.SUBMISSION,
    "summary_list": samples.SUMMARY_LIST,
    "achievement_report": samples.REPORT,
    "achievement_summary": samples.SUMMARY,
    "registration_form": samples.REGISTRATION,
    "award_letter": samples.LETTER,
    "result_letter": samples.RESULT_LETTER,
    "reminder_letter": samples.REMINDER_LETTER,
    "posting": samples.POSTING,
    "unit_minutes": samples.UNIT_MINUTES,
    "meeting_minutes": samples.MINUTES,
    "count_record": replace(samples.COUNT, proof=Proof("7F3A", b"\x89PNG")),
    "invitation": samples.INVITATION,
    "ballots": samples.BALLOTS,
    "opinion_forms": samples.OPINIONS,
    "return_slip": samples.RETURN,
    "screening_slip": samples.SCREENING,
    "score_sheet": samples.SCORES,
    "account_slips": samples.SLIPS,
    "dialogue_minutes": samples.DIALOGUE,
    "grassroots_report": samples.GRASSROOTS_REPORT,
    "covenant": samples.COVENANT,
    "statistics_form": samples.STATISTICS,
    "decision": samples.PARTY_DECISION,
}


def test_every_paper_has_an_example():
    assert EXAMPLES.keys() == PAPERS.keys()


@pytest.mark.parametrize("name", PAPERS)
def test_facts_survive_json(name):
    facts = EXAMPLES[name]
    assert build(PAPERS[name].facts, json.loads(json.dumps(plain(facts)))) == facts


GOOD = plain(samples.PARTY_DECISION)


@pytest.mark.parametrize(
    ("facts", "sentence"),
    (
        ([], "«dữ kiện» phải là một nhóm trường có tên."),
        ({**GOOD, "kind": "praise"}, "«dữ kiện.kind» phải là một trong: recognise, commend, correct, revoke, replace."),
        ({k: v for k, v in GOOD.items() if k != "signer"}, "«dữ kiện» còn thiếu trường: signer."),
        ({**GOOD, "lines": "x"}, "«dữ kiện.lines» phải là một danh sách."),
        ({**GOOD, "about": 5}, "«dữ kiện.about» phải là chữ."),
        ({**GOOD, "return_days": True}, "«dữ kiện.return_days» phải là số nguyên."),
        ({**GOOD, "head": {**GOOD["head"], "day": "31/02/2026"}}, "«dữ kiện.head.day» phải là ngày như 2026-11-05."),
        ({**GOOD, "bases": [1]}, "«dữ kiện.bases[0]» phải là chữ."),
    ),
)
def test_each_mistake_is_named_with_its_place(facts, sentence):
    with pytest.raises(ValueError) as error:  # noqa: PT011 - the whole sentence is compared below
        build(Decision, facts)
    assert str(error.value) == sentence


def test_foreign_fields_are_named():
    with pytest.raises(ValueError, match=r"có trường lạ: colour\. Các trường dùng được: head, kind"):
        build(Decision, {**GOOD, "colour": "red"})


def test_render_writes_the_paper(tmp_path: Path):
    (tmp_path / "facts.json").write_text(json.dumps(GOOD), "utf-8")
    assert main(["render", "decision", str(tmp_path / "facts.json"), "--out", str(tmp_path / "out.docx")]) == 0
    assert "Nguyễn Thị Minh Hạnh" in lines((tmp_path / "out.docx").read_bytes())
    assert sorted(p.name for p in tmp_path.iterdir()) == ["facts.json", "out.docx"]


@pytest.mark.parametrize(
    ("facts", "sentence"),
    (
        ("{", "Tệp dữ kiện không phải JSON đúng (dòng 1).\n"),
        (
            json.dumps({**GOOD, "lines": []}),
            "Quyết định chưa có tập thể, cá nhân nào. Anh/chị đưa vào ít nhất một trường hợp.\n",
        ),
    ),
)
def test_refusal_is_one_sentence_and_leaves_no_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], facts, sentence
):
    (tmp_path / "facts.json").write_text(facts, "utf-8")
    assert main(["render", "decision", str(tmp_path / "facts.json"), "--out", str(tmp_path / "out.docx")]) == 2
    assert capsys.readouterr().err == sentence
    assert not (tmp_path / "out.docx").exists()


def test_missing_file_and_unknown_paper_are_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    assert main(["render", "decision", str(tmp_path / "no.json"), "--out", str(tmp_path / "out.docx")]) == 2
    assert main(["fields", "poem"]) == 2
    assert capsys.readouterr().err.startswith(
        f"Không tìm thấy tệp {tmp_path / 'no.json'}.\nKhông có loại văn bản «poem»."
    )


def test_book_from_files_and_texts(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    (tmp_path / "a.pdf").write_bytes(b"broken")
    told = {"title": "Tập hồ sơ", "parts": [{"title": "A", "text": "một"}, {"title": "B", "file": "a.pdf", "level": 2}]}
    (tmp_path / "parts.json").write_text(json.dumps(told), "utf-8")
    assert main(["book", str(tmp_path / "parts.json"), "--out", str(tmp_path / "book.pdf")]) == 0
    assert (tmp_path / "book.pdf").read_bytes().startswith(b"%PDF")
    (tmp_path / "parts.json").write_text("[]", "utf-8")
    assert main(["book", str(tmp_path / "parts.json"), "--out", str(tmp_path / "no.pdf")]) == 2
    assert capsys.readouterr().err == "Tệp phải có danh sách «parts».\n"


def test_papers_and_fields_are_told(capsys: pytest.CaptureFixture[str]):
    assert main(["papers"]) == 0
    assert main(["fields", "award_letter"]) == 0
    said = capsys.readouterr().out.splitlines()
    assert said[0] == "submission\tTờ trình kèm danh sách"
    assert said[-4:] == ["head\tHead", "recipient\tLine", "paragraphs\ttuple[str, ...]", "signer\tSigner"]
