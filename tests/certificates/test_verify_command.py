"""`python -m certificates verify`: from photos, scans, files and what people type, with public keys only."""

import io

import pytest
from PIL import Image, ImageEnhance, ImageFilter

from certificates import keygen, render_image, sign
from certificates.commands import BLOCKED, DONE
from tests.certificates.conftest import command

PHOTOS = {
    "scan": lambda page: page,
    "upside down": lambda page: page.rotate(180),
    "on its side": lambda page: page.rotate(90, expand=True),
    "askew": lambda page: page.rotate(7, Image.Resampling.BICUBIC, expand=True, fillcolor=(120, 90, 60)),
    "from below": lambda page: page.transform(page.size, Image.Transform.PERSPECTIVE, (1.15, 0.12, -100, 0.05, 1.12, -60, 0.00006, 0.00008), Image.Resampling.BICUBIC, fillcolor=(90, 70, 50)),
    "out of focus": lambda page: page.filter(ImageFilter.GaussianBlur(1.2)),
    "in the dark": lambda page: ImageEnhance.Brightness(page).enhance(0.12),
    "pale": lambda page: ImageEnhance.Contrast(page).enhance(0.2),
    "in yellow light": lambda page: Image.merge("RGB", [band.point(lambda v, k=k: int(v * k)) for band, k in zip(page.split(), (1, 0.8, 0.4), strict=True)]),
    "half in shade": lambda page: Image.composite(page, Image.new("RGB", page.size), Image.linear_gradient("L").resize(page.size)),
    "sent by chat": lambda page: page.resize((1280, round(1280 * page.height / page.width)), Image.Resampling.LANCZOS),
}


@pytest.mark.proves("N28")
@pytest.mark.parametrize("photo", PHOTOS)
def test_a_photo_of_the_paper_verifies_with_the_public_key_alone(signed_page, key, tmp_path, capsys, photo):
    (tmp_path / "k.pem").write_bytes(key[1])
    PHOTOS[photo](signed_page).save(tmp_path / "photo.jpg", quality=70)
    assert command("verify", tmp_path / "photo.jpg", "--public", tmp_path / "k.pem") == DONE
    assert "CHỮ KÝ ĐÚNG\tNguyễn Thị Ngọc Ánh" in capsys.readouterr().out


def test_a_file_may_hold_several_public_keys(signed_facts, key, tmp_path):
    (tmp_path / "k.pem").write_bytes(keygen()[1] + key[1])
    assert command("verify", sign(signed_facts, key[0]), "--public", tmp_path / "k.pem") == DONE
    (tmp_path / "k.pem").write_bytes(keygen()[1])
    assert command("verify", sign(signed_facts, key[0]), "--public", tmp_path / "k.pem") == BLOCKED


@pytest.mark.proves("N28")
def test_a_pdf_from_a_scanner_verifies_too(signed_page, key, tmp_path, capsys):
    (tmp_path / "k.pem").write_bytes(key[1])
    signed_page.save(tmp_path / "scan.pdf", "PDF", resolution=150, quality=75)
    assert command("verify", tmp_path / "scan.pdf", "--public", tmp_path / "k.pem") == DONE
    assert "CHỮ KÝ ĐÚNG" in capsys.readouterr().out


@pytest.mark.parametrize("form", (str.lower, lambda payload: f"https://gs.vn/xm/{payload}".lower(), lambda payload: " ".join(payload[i : i + 8] for i in range(0, len(payload), 8))))
def test_a_payload_verifies_as_it_is_typed(signed_facts, key, tmp_path, form):
    (tmp_path / "k.pem").write_bytes(key[1])
    payload = sign(signed_facts, key[0])
    assert command("verify", form(payload), "--public", tmp_path / "k.pem") == DONE
    other = "A" if payload[60] != "A" else "B"
    assert command("verify", form(payload[:60] + other + payload[61:]), "--public", tmp_path / "k.pem") == BLOCKED


@pytest.fixture
def signed_page(layout, signed_facts) -> Image.Image:
    """The paper as a scanner at 150 dpi sees it."""
    return Image.open(io.BytesIO(render_image(layout, signed_facts, dpi=150))).convert("RGB")


@pytest.mark.proves("N28")
def test_a_scan_of_the_paper_verifies_without_any_network(signed_facts, layout, key, tmp_path, capsys):
    (tmp_path / "k.pem").write_bytes(key[1])
    (tmp_path / "scan.jpg").write_bytes(render_image(layout, signed_facts, dpi=150, format="JPEG"))
    (tmp_path / "facts.json").write_text(f"[{signed_facts.to_json()}]", encoding="utf-8")
    (tmp_path / "other.json").write_text(signed_facts.to_json().replace("Trần Minh Quang", "Trần Minh Quân"), encoding="utf-8")
    assert command("verify", tmp_path / "scan.jpg", "--public", tmp_path / "k.pem", "--facts", tmp_path / "facts.json") == DONE
    assert "CHỮ KÝ ĐÚNG" in capsys.readouterr().out
    assert command("verify", tmp_path / "scan.jpg", "--public", tmp_path / "k.pem", "--facts", tmp_path / "other.json") == BLOCKED
    assert "DỮ KIỆN KHÁC" in capsys.readouterr().out


TYPED = (
    "Họ và tên;Danh xưng;Chức vụ;Đơn vị;Thành tích;Cơ quan tặng;Nơi ký;Thay mặt;Chức vụ người ký;Người ký\n"
    "{0.recipient};{0.salutation};{0.title};{0.unit};{0.achievement};{0.awarding_line};{0.place};{0.signer_capacity};{0.signer_post};{0.signer_name}\n"
)


@pytest.mark.proves("N28")
@pytest.mark.parametrize(("change", "code"), ((("", ""), DONE), (("xuất sắc", "xuất săc"), BLOCKED), (("Trần Minh Quang", "Trần Minh Quân"), BLOCKED)))
def test_what_is_typed_from_the_paper_is_compared_with_what_was_signed(signed_facts, key, tmp_path, capsys, change, code):
    (tmp_path / "k.pem").write_bytes(key[1])
    (tmp_path / "go-lai.csv").write_text(TYPED.format(signed_facts).replace(*change), encoding="utf-8")
    assert command("verify", sign(signed_facts, key[0]), "--public", tmp_path / "k.pem", "--facts", tmp_path / "go-lai.csv") == code
    assert ("DỮ KIỆN ĐÚNG" in capsys.readouterr().out) == (code == DONE)
