import itertools
from dataclasses import replace

import pytest

from certificates import layouts, load_layout
from certificates.fitting import CLEAR, Compositor
from certificates.samples import sample, strained
from certificates.wording import words

NAMES = [info.name for info in layouts()]


def lines_of(layout, facts):
    return Compositor(layout).set(words(facts), facts.kind).lines


def named(lines, name):
    return [line for line in lines if line.field.name == name]


@pytest.mark.parametrize("name", NAMES)
def test_signature_and_seal_have_their_room_between_post_and_name(name):
    layout = load_layout(name)
    for facts in strained(layout):
        lines = lines_of(layout, facts)
        post, signer = named(lines, "signer_post")[-1], named(lines, "signer_name")[0]
        assert signer.box[1] - post.box[3] >= layout.signature_space - 1e-6
        assert signer.box[1] - post.box[3] >= 25 - 1e-6


def test_signature_room_is_a_parameter(layout, facts):
    wide = replace(layout, signature_space=30.0, groups=tuple(replace(g, y=126.0, height=57.0) if g.name == "sign" else g for g in layout.groups))
    lines = lines_of(wide, facts)
    assert named(lines, "signer_name")[0].box[1] - named(lines, "signer_post")[-1].box[3] >= 30 - 1e-6


@pytest.mark.proves("F09.05")
@pytest.mark.parametrize("name", NAMES)
def test_ink_of_neighbouring_fields_never_touches(name):
    layout = load_layout(name)
    for facts in strained(layout):
        lines = [line for line in lines_of(layout, facts) if line.field.group == "body"]
        gaps = [below.box[1] - above.box[3] for above, below in itertools.pairwise(lines) if above.field is not below.field]
        assert min(gaps) >= CLEAR - 1e-6


@pytest.mark.proves("F09.05")
def test_a_long_name_shrinks_before_it_breaks_and_an_impossible_one_is_reported(layout, facts):
    short = named(lines_of(layout, facts), "recipient")
    long = named(lines_of(layout, replace(facts, recipient="Công Tằng Tôn Nữ Hoàng Phương Quỳnh Nguyễn")), "recipient")
    assert (len(short), len(long)) == (1, 1)
    assert long[0].size < short[0].size
    impossible = Compositor(layout).set(words(replace(facts, recipient="Nguyễn " * 60)), facts.kind)
    assert [o.field for o in impossible.overflows] == ["recipient"]


def test_lines_are_centred_by_their_ink(layout, facts):
    for line in lines_of(layout, facts):
        if line.field.group in ("head", "body"):
            assert (line.box[0] + line.box[2]) / 2 == pytest.approx(148.5, abs=0.01)


def test_a_collective_and_a_household_are_set_in_their_own_way(layout):
    people = named(lines_of(layout, sample(layout)), "recipient")
    group = named(lines_of(layout, sample(layout, "collective")), "recipient")
    assert people[0].field.face == "Charm-Bold"
    assert "".join(line.text for line in group).isupper()


@pytest.mark.parametrize(("heading", "shown"), (("party", ["ĐẢNG CỘNG SẢN VIỆT NAM"]), ("state", ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"]), ("none", [])))
def test_the_heading_is_a_choice(layout, facts, heading, shown):
    lines = lines_of(layout, replace(facts, heading=heading))
    assert [line.text for line in named(lines, "heading")] == shown
    assert [line.text for line in named(lines, "motto")] == (["Độc lập - Tự do - Hạnh phúc"] if heading == "state" else [])


@pytest.mark.parametrize("name", NAMES)
def test_the_issuer_stands_once_on_the_paper(name):
    layout = load_layout(name)
    facts = sample(layout)
    lines = " ".join(line.text for line in lines_of(layout, facts)).upper()
    assert lines.count(facts.awarding_line.upper()) == 1


def test_a_models_certificate_names_its_owner_and_the_model():
    layout = load_layout("giay-chung-nhan")
    facts = replace(sample(layout, "collective"), subject="Camera an ninh cộng đồng")
    lines = lines_of(layout, facts)
    assert [line.text for line in named(lines, "subject")] == ["“Camera an ninh cộng đồng”"]
    assert "".join(line.text for line in named(lines, "form")) == "GIẤY CHỨNG NHẬN"
    assert named(lines, "recipient")
