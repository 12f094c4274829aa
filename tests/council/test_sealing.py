"""The sealed ballot's pure functions: shares, sealing, ballots of one length, the urn, the count, the second count."""

import hashlib
import random as seeded
import secrets
from itertools import combinations
from uuid import UUID, uuid4

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recognition.council import __main__ as command
from recognition.council.rules import passphrases
from recognition.council.sealing import ballot, box, export, shares, tally, urn, wrapping
from recognition.council.sealing.ballot import Definition
from recognition.council.terms import Line, Opinion

CHEAP = wrapping.Cost(memory=8, passes=1)
PHRASES = {1: "con trâu đi trước cái cày", 2: "nước chảy đá mòn bờ sông", 3: "một cây làm chẳng nên non"}
CHOICES = (None, *Opinion)


def definition(items: int = 3, session: UUID | None = None) -> Definition:
    return Definition(
        session or UUID(int=7),
        tuple((UUID(int=100 + n), f"{n:064x}") for n in range(items)),
        "ab" * 32,
        True,
        (UUID(int=1),),
    )


def some_random(seed: int):
    return seeded.Random(seed).randbytes


@settings(deadline=None)
@given(st.binary(min_size=1, max_size=64), st.integers(0, 2**32))
def test_any_two_of_three_shares_give_the_secret_back(secret, seed):
    parts = shares.split(secret, 3, 2, some_random(seed))
    assert [shares.combine({a: parts[a], b: parts[b]}) for a, b in combinations(parts, 2)] == [secret] * 3
    assert shares.combine(parts) == secret


def test_one_share_is_equally_likely_under_every_secret():
    """For one byte, every share value fits every secret with exactly one polynomial: a share alone tells nothing."""
    found = {number: {secret: set() for secret in (0, 1, 255)} for number in (1, 2, 3)}
    for secret in (0, 1, 255):
        for slope in range(256):
            for number, part in shares.split(
                bytes([secret]), 3, 2, lambda size, slope=slope: bytes([slope] * size)
            ).items():
                found[number][secret].add(part[0])
    assert all(values == set(range(256)) for each in found.values() for values in each.values())


def test_the_field_is_the_field_of_aes():
    assert (shares.times(0x57, 0x83), shares.times(0x53, 0xCA), shares.over(0xC1, 0x83)) == (0xC1, 0x01, 0x57)
    assert all(shares.over(shares.times(a, b), b) == a for a in range(256) for b in (1, 2, 3, 77, 255))
    with pytest.raises(ZeroDivisionError):
        shares.over(1, 0)


@pytest.mark.parametrize(("people", "needed"), ((3, 1), (2, 3), (256, 2)))
def test_numbers_that_make_no_sense_are_refused(people, needed):
    with pytest.raises(ValueError, match="needed"):
        shares.split(b"x", people, needed, secrets.token_bytes)


def test_shares_of_different_secrets_do_not_go_together():
    with pytest.raises(ValueError, match="belong"):
        shares.combine({1: b"ab", 2: b"a"})


@settings(deadline=None)
@given(st.lists(st.sampled_from(CHOICES), min_size=1, max_size=40))
def test_a_ballot_says_what_was_chosen_and_nothing_else(chosen):
    about = definition(len(chosen))
    data = ballot.encode(about, {item: each for (item, _), each in zip(about.items, chosen, strict=True) if each})
    assert (list(ballot.decode(about, data)), len(data)) == (chosen, 128)


@pytest.mark.parametrize(("items", "size"), ((1, 128), (500, 128), (501, 256), (1_500, 384)))
def test_all_ballots_of_a_session_are_equally_long_whatever_they_say(items, size):
    about = definition(items)
    public = box.public_of(bytes(range(32)))
    sealed = {
        len(
            box.seal(
                public,
                ballot.encode(about, dict.fromkeys((item for item, _ in about.items), each)),
                about.context,
                secrets.token_bytes,
            )
        )
        for each in Opinion
    }
    empty = box.seal(public, ballot.encode(about, {}), about.context, secrets.token_bytes)
    assert (sealed | {len(empty)}, about.size) == ({size + 48}, size)


def test_bytes_that_are_no_ballot_of_this_session_are_refused():
    about = definition()
    good = ballot.encode(about, {})
    for bad in (
        good[:-1],
        b"\2" + good[1:],
        good[:2] + b"\4" + good[3:],
        good[:-1] + b"\1",
        ballot.encode(definition(4), {}),
    ):
        with pytest.raises(ValueError, match="not a ballot"):
            ballot.decode(about, bad)


@pytest.mark.proves("N11")
def test_a_sealed_ballot_opens_only_whole_with_its_key_in_its_session():
    about, key, other = definition(), bytes(range(32)), bytes(range(1, 33))
    sealed = box.seal(box.public_of(key), b"phieu", about.context, secrets.token_bytes)
    assert box.unseal(key, sealed, about.context) == b"phieu"
    elsewhere = definition(session=UUID(int=8)).context
    changed = [sealed[:at] + bytes([sealed[at] ^ 1]) + sealed[at + 1 :] for at in range(len(sealed))]
    for private, data, bound in [
        (other, sealed, about.context),
        (key, sealed, elsewhere),
        (key, sealed[:-1], about.context),
        (key, b"", about.context),
    ] + [(key, each, about.context) for each in changed]:
        with pytest.raises(box.Broken):
            box.unseal(private, data, bound)


def test_the_same_ballot_twice_looks_different_each_time():
    public = box.public_of(bytes(range(32)))
    assert len({box.seal(public, b"\0" * 128, b"", secrets.token_bytes) for _ in range(50)}) == 50


def test_the_urn_forgets_the_order_and_refuses_halves():
    made = [secrets.token_bytes(176) for _ in range(9)]
    first, second = b"", b""
    for each in made:
        first = urn.add(first, each)
    for each in reversed(made):
        second = urn.add(second, each)
    assert (first, urn.ballots(first, 176)) == (second, sorted(made))
    assert urn.receipts(first, 176) == tuple(sorted(hashlib.sha256(each).hexdigest()[:16] for each in made))
    with pytest.raises(ValueError, match="whole"):
        urn.ballots(first[:-1], 176)


def test_a_share_opens_with_its_passphrase_however_the_telephone_writes_it():
    wrapped = wrapping.wrap(2, b"s" * 32, "Hoà bình là trên hết", b"phien", random=secrets.token_bytes, cost=CHEAP)
    assert wrapping.unwrap(wrapped, "  hoà  bình LÀ trên hết ", b"phien") == b"s" * 32
    for passphrase, context in (("hoa bình là trên hết", b"phien"), ("Hoà bình là trên hết", b"phien khac")):
        with pytest.raises(wrapping.WrongPassphrase) as wrong:
            wrapping.unwrap(wrapped, passphrase, context)
        assert wrong.value.number == 2


def test_full_cost_is_256_mib_and_three_passes():
    assert wrapping.Cost(memory=262_144, passes=3, lanes=1) == wrapping.FULL


def filled(choices: list[Opinion], items: int = 2) -> tuple[Definition, export.UrnFile]:
    about = definition(items)
    public, wrapped = tally.new_key(about, PHRASES, random=secrets.token_bytes, cost=CHEAP)
    contents = b""
    for each in choices:
        contents = urn.add(
            contents,
            box.seal(
                public,
                ballot.encode(about, {item: each for item, _ in about.items}),
                about.context,
                secrets.token_bytes,
            ),
        )
    names = {item: (n, f"Trường hợp {n}") for n, (item, _) in enumerate(about.items, 1)}
    return about, export.UrnFile(
        "Phiên 1", about.to_json(), public, contents, {each.number: each for each in wrapped}, names
    )


@settings(deadline=None, max_examples=25)
@given(st.lists(st.sampled_from(list(Opinion)), max_size=12))
def test_the_count_is_what_was_put_in(choices):
    about, file = filled(choices)
    expected = Line(choices.count(Opinion.APPROVE), choices.count(Opinion.REJECT), choices.count(Opinion.ABSTAIN))
    for pair in combinations(PHRASES, 2):
        private = tally.private_key(about, file.public_key, file.shares, {number: PHRASES[number] for number in pair})
        assert tally.count(about, private, file.contents) == {item: expected for item, _ in about.items}


def test_one_foreign_ballot_and_nothing_is_counted():
    about, file = filled([Opinion.APPROVE] * 3)
    private = tally.private_key(about, file.public_key, file.shares, {1: PHRASES[1], 2: PHRASES[2]})
    with pytest.raises(tally.BrokenUrn):
        tally.count(about, private, urn.add(file.contents, secrets.token_bytes(176)))
    with pytest.raises(tally.BrokenUrn):
        tally.private_key(about, box.public_of(b"\7" * 32), file.shares, {1: PHRASES[1], 2: PHRASES[2]})


def test_an_exported_urn_reads_as_it_was_written_and_nothing_else_is_an_urn():
    _, file = filled([Opinion.APPROVE, Opinion.REJECT])
    assert export.read(export.write(file)) == file
    for bad in (
        b"",
        b"{}",
        b"[]",
        b'{"format": "guong-sang-urn-1"}',
        b"\xff",
        export.write(file).replace(b"urn-1", b"urn-9"),
    ):
        with pytest.raises(export.NotAnUrn):
            export.read(bad)


@pytest.mark.parametrize(
    ("typed", "code", "said"),
    (
        ([PHRASES[1], PHRASES[2]], 0, "đồng ý 2, không đồng ý 1"),
        (["", PHRASES[2], PHRASES[3]], 0, "chưa có kết quả chính thức"),
        ([PHRASES[1], "sai", ""], 2, "người kiểm phiếu số 2 không đúng"),
        (["", "", PHRASES[3]], 2, "Cần cụm mật khẩu của hai người"),
    ),
)
def test_the_command_counts_again_with_two_passphrases(tmp_path, monkeypatch, capsys, typed, code, said):
    path = tmp_path / "thung.json"
    path.write_bytes(export.write(filled([Opinion.APPROVE, Opinion.APPROVE, Opinion.REJECT])[1]))
    answers = iter(typed)
    monkeypatch.setattr(command.getpass, "getpass", lambda _prompt: next(answers))
    assert command.main(["recount", str(path)]) == code
    assert said in capsys.readouterr().out


def test_the_command_says_what_is_no_urn_and_what_is_broken(tmp_path, monkeypatch, capsys):
    missing, wrong, broken = tmp_path / "khong-co", tmp_path / "sai.json", tmp_path / "hong.json"
    wrong.write_text("{}")
    _, file = filled([Opinion.APPROVE])
    broken.write_bytes(export.write(export.UrnFile(**{**vars(file), "contents": secrets.token_bytes(176)})))
    monkeypatch.setattr(command.getpass, "getpass", lambda prompt: PHRASES[int(prompt.split("số ")[1][0])])
    assert [command.main(["recount", str(path)]) for path in (missing, wrong, broken)] == [2, 2, 1]
    said = capsys.readouterr().out
    assert ("Không đọc được" in said, "không phải tệp thùng phiếu" in said, "không nguyên vẹn" in said) == (
        True,
        True,
        True,
    )


@pytest.mark.parametrize(
    ("phrase", "good"),
    (
        ("con trâu đi trước", True),
        ("con trâu đi", False),
        ("a b c d", False),
        ("concontraudauthupcanday", False),
        ("con con con con con con con", False),
        ("x " * 150, False),
        ("Nguyễn Thị Vân Nguyễn Thị Vân", False),
        ("nguyễn thị vân nuôi ba con mèo", True),
    ),
)
def test_a_passphrase_has_four_different_syllables_and_is_not_just_a_name(phrase, good):
    assert (passphrases.fault(phrase, ("Nguyễn Thị Vân",)) == "") is good


def test_definitions_differ_when_anything_differs():
    base = definition()
    others = (
        definition(4),
        definition(session=uuid4()),
        Definition(base.session_id, base.items[::-1], base.rule_hash, True, base.voters),
    )
    more = (
        Definition(base.session_id, base.items, "cd" * 32, True, base.voters), Definition(base.session_id, base.items, base.rule_hash, False, base.voters),
        Definition(base.session_id, base.items, base.rule_hash, True, ()),
    )  # fmt: skip
    assert len({each.hash for each in (base, *others, *more)}) == 7
    assert ballot.from_json(base.to_json()) == base
