import io
import subprocess
import sys
from pathlib import Path

import pypdf
import pytest
from PIL import Image

from certificates import layouts
from certificates.__main__ import parser
from certificates.commands import BLOCKED, DONE, REFUSED, run

ROOT = Path(__file__).parents[2]
CSV = "Họ và tên,Danh xưng,Đơn vị,Nội dung thành tích,Số QĐ,Ngày QĐ,Cơ quan tặng,Người ký,Số vào sổ\n{name},Bà,Sở Y tế,Có thành tích xuất sắc,12-QĐ/ĐU,05/11/2026,Ban Thường vụ Đảng ủy,Trần Minh Quang,01\n"


@pytest.fixture
def data(tmp_path):
    path = tmp_path / "ds.csv"
    path.write_text(CSV.format(name="Nguyễn Thị Ngọc Ánh"), encoding="utf-8")
    return path


def command(*words) -> int:
    return run(parser().parse_args([str(w) for w in words]))


def test_the_module_is_a_command_with_help_and_one_layout_a_line():
    done = subprocess.run([sys.executable, "-m", "certificates", "layouts"], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout.split("\n") == [*(i.name for i in layouts()), ""]
    shown = subprocess.run([sys.executable, "-m", "certificates", "render", "--help"], capture_output=True, text=True, check=True, cwd=ROOT)
    assert "--overprint" in shown.stdout


@pytest.mark.proves("F09.02")
def test_render_without_a_key_prints_no_code_and_says_so(data, tmp_path, capsys):
    assert command("render", "--layout", "dang-uy", "--data", data, "--out", tmp_path / "a.pdf") == DONE
    said = capsys.readouterr().err
    assert "Không có khóa ký" in said
    assert "1/1" in said
    assert "Mã tra cứu" not in pypdf.PdfReader(tmp_path / "a.pdf").pages[0].extract_text()


@pytest.mark.proves("F10.04", "N28")
def test_a_signed_paper_verifies_from_its_file_its_picture_and_its_payload(data, tmp_path, capsys):
    key, kept = tmp_path / "k.pem", tmp_path / "kept.json"
    assert command("keygen", "--out", key) == DONE
    assert key.stat().st_mode & 0o077 == 0
    assert command("render", "--layout", "dang-uy", "--data", data, "--out", tmp_path / "a.pdf", "--key", key, "--keep", kept, "--url", "https://gs.longgiang.vn") == DONE
    public = tmp_path / "k.public.pem"
    capsys.readouterr()
    assert command("verify", tmp_path / "a.pdf", "--public", public) == DONE
    assert "CHỮ KÝ ĐÚNG\tNguyễn Thị Ngọc Ánh\tQuyết định 12-QĐ/ĐU ngày 05/11/2026\tSố 01" in capsys.readouterr().out

    assert command("preview", "--layout", "dang-uy", "--data", kept, "--out", tmp_path / "a.jpg") == DONE
    import json
    url = json.loads(kept.read_text(encoding="utf-8"))[0]["verify_url"]
    assert command("verify", url, "--public", public) == DONE
    assert command("verify", url[:-8] + "AAAAAAAA", "--public", public) == BLOCKED
    assert "KHÔNG THẬT" in capsys.readouterr().out


def test_signing_without_keeping_the_new_codes_is_refused(data, tmp_path, capsys):
    command("keygen", "--out", tmp_path / "k.pem")
    assert command("render", "--layout", "dang-uy", "--data", data, "--out", tmp_path / "a.pdf", "--key", tmp_path / "k.pem") == REFUSED
    assert "--keep" in capsys.readouterr().err
    assert not (tmp_path / "a.pdf").exists()


def test_a_key_is_never_overwritten(tmp_path):
    assert command("keygen", "--out", tmp_path / "k.pem") == DONE
    first = (tmp_path / "k.pem").read_bytes()
    assert command("keygen", "--out", tmp_path / "k.pem") == REFUSED
    assert (tmp_path / "k.pem").read_bytes() == first


def test_findings_that_block_are_listed_and_nothing_is_printed(tmp_path, capsys):
    (tmp_path / "ds.csv").write_text(CSV.format(name="Nguyễn Văn 🙂"), encoding="utf-8")
    assert command("render", "--layout", "dang-uy", "--data", tmp_path / "ds.csv", "--out", tmp_path / "a.pdf") == BLOCKED
    assert "Lỗi: dòng 1" in capsys.readouterr().err
    assert not (tmp_path / "a.pdf").exists()


@pytest.mark.parametrize("words", (
    ("render", "--layout", "khong-co", "--data", "{data}", "--out", "{out}"),
    ("render", "--layout", "dang-uy", "--data", "khong-co.csv", "--out", "{out}"),
    ("render", "--layout", "dang-uy", "--data", "{data}", "--out", "/khong/co/a.pdf"),
    ("render", "--layout", "dang-uy", "--data", "{data}", "--out", "{out}", "--key", "khong-co.pem"),
    ("render", "--layout", "dang-uy", "--data", "{data}", "--out", "{out}", "--key", "{data}", "--keep", "{out}.json"),
    ("render", "--layout", "dang-uy", "--data", "{data}", "--out", "{out}", "--calibration", "{data}"),
    ("preview", "--layout", "dang-uy", "--data", "{data}", "--row", "9", "--out", "{out}.png"),
    ("verify", "{data}", "--public", "{data}"),
    ("calibrate-fit", "1", "2", "3", "--out", "{out}.json"),
    ("calibrate-sheet", "--out", "/khong/co/a.pdf"),
))
def test_what_cannot_be_done_is_refused_in_one_sentence(data, tmp_path, capsys, words):
    out = tmp_path / "a.pdf"
    assert command(*(w.format(data=data, out=out) for w in words)) == REFUSED
    said = [line for line in capsys.readouterr().err.splitlines() if line and not line.startswith(("Chưa đặt địa chỉ", "Không có khóa ký"))]
    assert len(said) == 1
    assert "Traceback" not in said[0]
    assert not out.exists()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGTERM to tidy up after")
def test_stopping_half_way_leaves_no_half_file(data, tmp_path):
    head, row = CSV.format(name="Lê An").splitlines()
    data.write_text("\n".join([head, *[row] * 15_000]), encoding="utf-8")
    out = tmp_path / "ra" / "a.pdf"
    out.parent.mkdir()
    command_ = [sys.executable, "-m", "certificates", "render", "--layout", "dang-uy", "--data", str(data), "--out", str(out)]
    with subprocess.Popen(command_, stderr=subprocess.PIPE, text=True, cwd=ROOT) as running:
        assert running.stderr is not None
        for line in running.stderr:
            if line.startswith("25/"):
                running.terminate()
                break
    assert running.returncode == 143
    assert list(out.parent.iterdir()) == []


@pytest.mark.proves("N28")
def test_a_scan_of_the_paper_verifies_without_any_network(signed_facts, layout, key, tmp_path, capsys):
    from certificates import render_image

    (tmp_path / "k.pem").write_bytes(key[1])
    (tmp_path / "scan.jpg").write_bytes(render_image(layout, signed_facts, dpi=150, format="JPEG"))
    (tmp_path / "facts.json").write_text(f"[{signed_facts.to_json()}]", encoding="utf-8")
    (tmp_path / "other.json").write_text(signed_facts.to_json().replace("Trần Minh Quang", "Trần Minh Quân"), encoding="utf-8")
    assert command("verify", tmp_path / "scan.jpg", "--public", tmp_path / "k.pem", "--facts", tmp_path / "facts.json") == DONE
    assert "CHỮ KÝ ĐÚNG" in capsys.readouterr().out
    assert command("verify", tmp_path / "scan.jpg", "--public", tmp_path / "k.pem", "--facts", tmp_path / "other.json") == BLOCKED
    assert "DỮ KIỆN KHÁC" in capsys.readouterr().out


def test_a_mistyped_command_answers_in_vietnamese_with_code_two(capsys):
    with pytest.raises(SystemExit) as left:
        parser().parse_args(["render", "--layout"])
    assert left.value.code == REFUSED
    assert "Lệnh thiếu hoặc sai tham số" in capsys.readouterr().err


@pytest.mark.proves("F09.09")
def test_preview_without_data_shows_an_invented_row(tmp_path):
    assert command("preview", "--layout", "hien-dai", "--kind", "collective", "--out", tmp_path / "a.png", "--dpi", "75") == DONE
    assert Image.open(io.BytesIO((tmp_path / "a.png").read_bytes())).size == (877, 620)


@pytest.mark.proves("F09.04")
def test_readings_become_a_correction_and_a_proof(tmp_path, capsys):
    cal = tmp_path / "cal.json"
    assert command("calibrate-fit", 21, 20, 278, 20, 278, 190, 21, 190, "--out", cal) == DONE
    assert "0,00 mm" in capsys.readouterr().err
    assert command("calibrate-sheet", "--out", tmp_path / "thu.pdf", "--calibration", cal) == DONE
    assert "Tờ in thử" in pypdf.PdfReader(tmp_path / "thu.pdf").pages[0].extract_text()
