import hashlib
import unicodedata

import pytest
from fontTools import subset
from fontTools.ttLib import TTFont
from PIL import ImageFont

from certificates import masks
from certificates.baking import VIETNAMESE
from certificates.errors import Refused
from certificates.faces import FONTS, add_face, face, names, pieces

MARKED = [c for c in VIETNAMESE + VIETNAMESE.upper() if unicodedata.normalize("NFD", c) != c or c in "đĐ"]


def less_marked(letter: str) -> set[str]:
    """The letters that remain when any one mark of a letter is lost."""
    if letter in "đĐ":
        return {"d" if letter == "đ" else "D"}
    parts = unicodedata.normalize("NFD", letter)
    return {unicodedata.normalize("NFC", parts[:i] + parts[i + 1 :]) for i in range(1, len(parts))}


def drawn(face_name: str, text: str) -> tuple[bytes, int, int]:
    image, left, top = masks.word(face(face_name), text, 17, 300)
    return hashlib.sha256(image.tobytes()).digest() + bytes(image.size[0] % 256 for _ in range(1)), left, top


@pytest.mark.proves("F09.06", "N09")
@pytest.mark.parametrize("name", names())
def test_every_vietnamese_letter_keeps_each_of_its_marks(name):
    lost = [(c, less) for c in MARKED for less in less_marked(c) if drawn(name, c) == drawn(name, less)]
    assert lost == []


@pytest.mark.proves("F09.06")
@pytest.mark.parametrize("name", names())
def test_every_letter_of_vietnamese_has_ink_of_its_own(name):
    letters = VIETNAMESE + VIETNAMESE.upper() + "0123456789²³"
    assert face(name).missing(letters) == ""
    assert len({drawn(name, c) for c in letters}) == len(letters)


@pytest.mark.parametrize("name", names())
def test_baked_advances_are_those_of_the_font_file(name):
    found = face(name)
    font = ImageFont.truetype(found.path, 1000, layout_engine=ImageFont.Layout.BASIC)
    wrong = [c for c in VIETNAMESE + "AVTL0123456789" if abs(font.getlength(c) - found.places(c)[1] * 1000) > 1]
    assert wrong == []


def test_kerning_draws_letters_together_where_the_face_says_so():
    tinos = face("Tinos-Bold")
    alone = tinos.width("A") + tinos.width("V")
    assert tinos.width("AV") < alone - 0.05


def test_every_bundled_face_ships_with_its_licence():
    families = {p.stem.split("-")[0].lower() for p in FONTS.glob("*.ttf")}
    licences = {p.stem.removeprefix("OFL-").replace("-", "") for p in FONTS.glob("OFL-*.txt")}
    assert families == licences


def test_fonts_are_opened_with_the_basic_engine_only():
    assert face("Charm-Bold").font(40).layout_engine == ImageFont.Layout.BASIC


@pytest.mark.parametrize(("line", "cut"), (
    ("Nguyễn Thị Ánh", ("Nguyễn", " ", "Thị", " ", "Ánh")),
    ("số 12", ("số", " ", "1", "2")),
    ("125-QĐ/ĐU", tuple("125-QĐ/ĐU")),
    ("Kế hoạch–Tổng", ("Kế", " ", "hoạch–", "Tổng")),
))
def test_lines_are_cut_into_words_and_words_with_figures_into_letters(line, cut):
    assert pieces(line) == cut
    assert "".join(cut) == line


def subset_of(text: str) -> bytes:
    font = TTFont(FONTS / "Tinos-Regular.ttf")
    maker = subset.Subsetter()
    maker.populate(text=text)
    maker.subset(font)
    import io
    made = io.BytesIO()
    font.save(made)
    return made.getvalue()


@pytest.mark.parametrize(("data", "said"), (
    (b"not a font at all", "không phải là phông chữ"),
    ((FONTS / "Tinos-Regular.ttf").read_bytes()[:9000], "phông"),
    (subset_of("ABCabc?"), "thiếu"),
))
def test_a_font_that_cannot_write_vietnamese_is_refused(tmp_path, data, said):
    with pytest.raises(Refused) as refused:
        add_face(data, "PhongRieng", tmp_path)
    assert said in refused.value.sentence
    assert list(tmp_path.iterdir()) == []


def test_an_office_font_is_baked_and_measures_like_the_bundled_one(tmp_path):
    added = add_face((FONTS / "Charm-Bold.ttf").read_bytes(), "PhongRieng", tmp_path)
    assert added.places("Anh")[1] == face("Charm-Bold").places("A")[1]
    assert face("PhongRieng", tmp_path).missing("Nguyễn") == ""
