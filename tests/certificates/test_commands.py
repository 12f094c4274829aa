import io
import os
import subprocess
import sys
from pathlib import Path

import pypdf
import pytest
from PIL import Image

from certificates import layouts, sign
from certificates.__main__ import parser
from certificates.commands import BLOCKED, DONE, REFUSED
from tests.certificates.conftest import command

ROOT = Path(__file__).parents[2]
CSV = "Họ và tên,Danh xưng,Đơn vị,Nội dung thành tích,Số QĐ,Ngày QĐ,Cơ quan tặng,Người ký,Số vào sổ\n{name},Bà,Sở Y tế,Có thành tích xuất sắc,12-QĐ/ĐU,05/11/2026,Ban Thường vụ Đảng ủy,Trần Minh Quang,01\n"


@pytest.fixture
def data(tmp_path):
    path = tmp_path / "ds.csv"
    path.write_text(CSV.format(name="Nguyễn Thị Ngọc Ánh"), encoding="utf-8")
    return path


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
    ("calibrate-fit", "nan", "20", "278", "20", "278", "190", "21", "190", "--out", "{out}.json"),
    ("render", "--layout", "khong-co.toml", "--data", "{data}", "--out", "{out}"),
    ("render", "--layout", "../../x", "--data", "{data}", "--out", "{out}"),
    ("render", "--layout", "{data}/../", "--data", "{data}", "--out", "{out}"),
    ("render", "--layout", "dang-uy", "--data", "{data}/..", "--out", "{out}"),
    ("render", "--layout", "dang-uy", "--data", "{data}", "--out", "{out}", "--keep", "{out}.json"),
    ("render", "--layout", "dang-uy", "--data", "{data}", "--out", "{out}", "--key", "{public}", "--keep", "{out}.json"),
    ("render", "--layout", "dang-uy", "--data", "{data}", "--out", "{out}", "--key", "{private}", "--keep", "/khong/co/a.json"),
    ("render", "--layout", "dang-uy", "--data", "{data}", "--out", "{out}", "--key", "{private}", "--keep", "{kept}"),
    ("render", "--layout", "dang-uy", "--data", "{data}", "--out", "{out}", "--key", "{private}", "--keep", "{out}.json", "--url", "gs vn"),
    ("render", "--layout", "dang-uy", "--frozen", "{data}", "--out", "{out}"),
    ("render", "--layout", "dang-uy", "--frozen", "{kept}", "--out", "{out}"),
    ("render", "--layout", "dang-uy", "--frozen", "{kept}", "--out", "{out}", "--key", "{private}"),
    ("render", "--layout", "dang-uy", "--data", "{data}", "--out", "{out}", "--size", "200x200"),
    ("preview", "--layout", "dang-uy", "--out", "{out}.png", "--dpi", "5"),
    ("preview", "--layout", "dang-uy", "--out", "{out}.png", "--overprint", "--ghost", "khong-co.png"),
    ("preview", "--layout", "dang-uy", "--out", "{out}.png", "--overprint", "--ghost", "{data}"),
    ("verify", "khong-co.pdf", "--public", "{public}"),
    ("verify", "", "--public", "{public}"),
    ("verify", "{data}/..", "--public", "{public}"),
    ("verify", "{data}", "--public", "{public}"),
    ("verify", "ABC", "--public", "khong-co.pem"),
    ("verify", "{payload}", "--public", "{public}", "--facts", "{private}"),
    ("verify", "ABC", "--public", "{public}", "--facts", "khong-co.json"),
    ("verify", "{payload}", "--public", "{private}"),
    ("layouts", "--folder", "/khong/co"),
    ("warm", "--layout", "khong-co"),
    ("keygen", "--out", "/khong/co/k.pem"),
))
def test_what_cannot_be_done_is_refused_in_one_sentence(data, signed_facts, key, tmp_path, capsys, words):
    out = tmp_path / "a.pdf"
    given = {"data": data, "out": out, "kept": tmp_path / "kept.json", "private": tmp_path / "k.pem", "public": tmp_path / "k.public.pem"}
    given["private"].write_bytes(key[0])
    given["public"].write_bytes(key[1])
    given["kept"].write_text("[]", encoding="utf-8")
    there = sorted(tmp_path.iterdir())
    assert command(*(w.format(**given, payload=sign(signed_facts, key[0])) for w in words)) == REFUSED
    said = [line for line in capsys.readouterr().err.splitlines() if line and not line.startswith(("Chưa đặt địa chỉ", "Không có khóa ký"))]
    assert len(said) == 1
    assert "Traceback" not in said[0]
    assert sorted(tmp_path.iterdir()) == there


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


@pytest.mark.parametrize(("words", "said"), (
    ((), "thiếu LỆNH"),
    (("in",), "«in» không dùng được cho LỆNH; chỉ chọn: render, preview, "),
    (("render", "--layout"), "--layout thiếu giá trị"),
    (("render", "--layout", "x", "--data", "a.csv"), "thiếu --out"),
    (("render", "--layout", "x", "--out", "a.pdf"), "thiếu một trong: --data --frozen"),
    (("render", "--layout", "x", "--data", "a.csv", "--frozen", "a.json", "--out", "a.pdf"), "--frozen và --data không dùng cùng nhau"),
    (("render", "--layout", "x", "--data", "a.csv", "--out", "a.pdf", "--dpi", "72"), "«72» không dùng được cho --dpi; chỉ chọn: 300, 600, 1200"),
    (("render", "--layout", "x", "--data", "a.csv", "--out", "a.pdf", "--dpi", "nét"), "«nét» của --dpi phải là số"),
    (("render", "--layout", "x", "--data", "a.csv", "--out", "a.pdf", "--size", "nanxnan"), "khổ giấy từ 50 đến 1200 mm"),
    (("render", "--layout", "x", "--data", "a.csv", "--out", "a.pdf", "--size", "A9"), "khổ giấy ghi như 297x210"),
    (("render", "--layout", "x", "--data", "a.csv", "--out", "a.csv"), "tên tệp phải tận cùng bằng .pdf, không phải «a.csv»"),
    (("render", "--layout", "x", "--data", "a.csv", "--out", "."), "tên tệp phải tận cùng bằng .pdf"),
    (("render", "--layout", "x", "--data", "a.csv", "--out", "a.pdf", "--keep", "a.pdf"), "tên tệp phải tận cùng bằng .json"),
    (("preview", "--layout", "x", "--out", "a.gif"), ".png hoặc .jpg hoặc .jpeg, không phải «a.gif»"),
    (("verify", "ABC"), "thiếu --public"),
    (("layouts", "--nhanh"), "không có tham số «--nhanh»"),
))
def test_a_mistyped_command_answers_in_vietnamese_with_code_two(capsys, words, said):
    with pytest.raises(SystemExit) as left:
        parser().parse_args(words)
    told = capsys.readouterr().err
    assert (left.value.code, said in told, len(told.splitlines())) == (REFUSED, True, 1)


def test_help_is_in_vietnamese_and_explains_every_parameter():
    for name in ("render", "preview", "layouts", "warm", "calibrate-sheet", "calibrate-fit", "keygen", "verify"):
        shown = subprocess.run([sys.executable, "-m", "certificates", name, "--help"], capture_output=True, text=True, encoding="utf-8", check=True, cwd=ROOT).stdout
        assert shown.startswith("Cách dùng: ")
        assert not any(word in shown for word in ("usage", "options:", "show this help"))


@pytest.mark.proves("F09.08")
def test_kept_facts_print_the_same_file_again(data, tmp_path, key, capsys):
    (tmp_path / "k.pem").write_bytes(key[0])
    first = ("render", "--layout", "dang-uy", "--data", data, "--out", tmp_path / "a.pdf", "--key", tmp_path / "k.pem", "--keep", tmp_path / "kept.json")
    assert command(*first, "--url", "https://gs.longgiang.vn") == DONE
    assert command("render", "--layout", "dang-uy", "--frozen", tmp_path / "kept.json", "--out", tmp_path / "b.pdf") == DONE
    assert (tmp_path / "b.pdf").read_bytes() == (tmp_path / "a.pdf").read_bytes()
    kept = (tmp_path / "kept.json").read_bytes()
    assert command(*first) == REFUSED
    assert ("không mất các mã đã cấp" in capsys.readouterr().err, (tmp_path / "kept.json").read_bytes()) == (True, kept)


def test_codes_are_not_kept_for_papers_that_could_not_be_printed(tmp_path, key):
    (tmp_path / "k.pem").write_bytes(key[0])
    (tmp_path / "ds.csv").write_text(CSV.format(name="Nguyễn Văn 🙂"), encoding="utf-8")
    assert command("render", "--layout", "dang-uy", "--data", tmp_path / "ds.csv", "--out", tmp_path / "a.pdf", "--key", tmp_path / "k.pem", "--keep", tmp_path / "kept.json") == BLOCKED
    assert sorted(path.name for path in tmp_path.iterdir()) == ["ds.csv", "k.pem"]


def test_a_device_is_not_replaced_by_a_file(data, tmp_path, capsys):
    place = tmp_path / "a.pdf"
    place.mkdir()
    assert command("render", "--layout", "dang-uy", "--data", data, "--out", place) == REFUSED
    assert "thư mục hoặc thiết bị" in capsys.readouterr().err
    assert place.is_dir()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows cannot limit how much a process may write")
@pytest.mark.parametrize("drawn", (True, False))
def test_a_full_disk_leaves_neither_half_a_file_nor_half_a_background(data, tmp_path, drawn):
    folder, out = tmp_path / "data", tmp_path / "ra"
    out.mkdir()
    environment = {**os.environ, "GUONG_SANG_DATA": str(folder)} if not drawn else dict(os.environ)
    words = [sys.executable, "-m", "certificates", "render", "--layout", "dang-uy", "--data", str(data), "--out", str(out / "a.pdf")]
    full = subprocess.run(["/bin/sh", "-c", 'ulimit -f 2000; exec "$@"', "sh", *words], capture_output=True, text=True, encoding="utf-8", cwd=ROOT, env=environment, check=False)
    assert (full.returncode, list(out.iterdir()), list(folder.rglob("*.jpg"))) == (REFUSED, [], [])
    assert "đĩa" in full.stderr


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
