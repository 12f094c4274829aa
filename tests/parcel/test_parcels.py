"""Parcels: what goes in comes out for the right receiver, and everything else is refused in one sentence."""

import base64
import contextlib
import hashlib
import io
import json
import warnings
import zipfile
from datetime import date

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given, settings
from hypothesis import strategies as st

import parcel
from parcel import canonical
from parcel.command import main
from parcel.packing import CONTEXT
from parcel.reading import Limits

LOWER, UPPER, STRANGER = (parcel.new_keys() for _ in range(3))
FROM, TO = parcel.card_of(LOWER, "Chi bộ Trạm Y tế Phú Lộc"), parcel.card_of(UPPER, "Đảng uỷ các cơ quan Đảng tỉnh")
PICTURE = b"\xff\xd8\xff" + b"anh" * 50
NAME = hashlib.sha256(PICTURE).hexdigest()
CONTENT = {"cases": [{"title": "Cứu hai học sinh đuối nước"}], "withdrawn": []}
ID = "6f0c3f7e-3c69-4c37-9b0c-0d1f6b1d4a11"


def packed(**changes) -> bytes:
    contents = {"id": ID, "kind": "cases", "number": 3, "made_on": date(2026, 11, 27), "content": CONTENT, "cases": 1, "files": {NAME: PICTURE}} | changes
    return parcel.pack(parcel.Contents(**contents), LOWER, FROM, TO)


def members(data: bytes) -> list[tuple[str, bytes]]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return [(name, archive.read(name)) for name in archive.namelist()]


def zipped(parts, *, how=zipfile.ZIP_STORED) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", how) as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # a name twice is what some of these are about
        for name, data in parts:
            archive.writestr(name, data)
    return target.getvalue()


def retold(data: bytes, *, sign: parcel.Keys | None = LOWER, **changes) -> bytes:
    """The parcel with another manifest, signed again when a key is given."""
    parts = dict(members(data))
    manifest = canonical.written(json.loads(parts["manifest.json"]) | changes)
    parts["manifest.json"] = manifest
    if sign is not None:
        parts["signature"] = base64.b64encode(Ed25519PrivateKey.from_private_bytes(sign.signing).sign(CONTEXT + manifest))
    return zipped(parts.items())


def said(data: bytes, keys: parcel.Keys = UPPER, **limits) -> str:
    with pytest.raises(parcel.Refused) as refused:
        parcel.opened(data, keys, Limits(**limits))
    return refused.value.sentence


@pytest.mark.proves("N24")
def test_what_was_packed_comes_out_for_the_receiver_with_the_label_in_clear():
    found = parcel.opened(packed(), UPPER)
    assert (found.content, found.files) == (CONTENT, {NAME: PICTURE})
    label = parcel.inspect(packed())
    assert (label.kind, label.number, label.made_on, label.sender, label.to_fingerprint, label.cases, label.files) == (
        "cases", 3, date(2026, 11, 27), FROM, TO.fingerprint, 1, 1,
    )  # fmt: skip
    assert parcel.opened(packed(), UPPER, files=False).files == {}


@pytest.mark.proves("N24")
def test_no_name_and_no_picture_lies_readable_on_the_stick():
    data = packed()
    assert [word for word in ("đuối nước".encode(), PICTURE, NAME.encode()) if word in data] == []
    assert "Trạm Y tế".encode() in data  # who sends may be read


@pytest.mark.proves("N24")
def test_a_parcel_for_somebody_else_says_for_whom_it_is():
    sentence = said(packed(), STRANGER)
    assert sentence.startswith(f"Gói này gửi cho Đảng uỷ các cơ quan Đảng tỉnh (dấu khoá {TO.fingerprint})")
    assert "đã bị sửa" not in sentence


def _without(data: bytes, name: str) -> bytes:
    return zipped([(each, part) for each, part in members(data) if each != name])


def _with(data: bytes, *more) -> bytes:
    return zipped([*members(data), *more])


def _changed(data: bytes, name: str) -> bytes:
    return zipped([(each, part[:-1] + bytes([part[-1] ^ 1]) if each == name else part) for each, part in members(data)])


@pytest.mark.proves("N24")
@pytest.mark.parametrize(
    ("data", "begins"),
    (
        (b"", "Tệp này không phải gói chuyển"),
        (b"%PDF-1.7 ...", "Tệp này không phải gói chuyển"),
        (packed()[:300], "Tệp đã hỏng"),
        (zipped([("word/document.xml", b"<w/>")]), "Tệp này không phải gói chuyển"),
        (_without(packed(), "signature"), "Tệp này không phải gói chuyển"),
        (_without(packed(), "parts/0001.bin"), "Tệp có phần trùng tên hoặc không có trong bảng kê"),
        (_with(packed(), ("parts/0002.bin", b"x")), "Tệp có phần trùng tên hoặc không có trong bảng kê"),
        (_with(packed(), ("../../khoa.pem", b"x")), "Tệp có phần trùng tên hoặc không có trong bảng kê"),
        (_with(packed(), ("parts/0001.bin", b"x")), "Tệp có phần trùng tên hoặc không có trong bảng kê"),
        (_with(packed(), ("manifest.json", b"{}")), "Tệp có phần trùng tên hoặc không có trong bảng kê"),
        (zipped(members(packed()), how=zipfile.ZIP_DEFLATED), "Tệp có phần bị nén"),
        (_changed(packed(), "parts/0000.bin"), "Có phần trong gói không khớp"),
        (_changed(packed(), "parts/0001.bin"), "Có phần trong gói không khớp"),
        (retold(packed(), sign=None, number=4), "Bảng kê của gói đã bị sửa sau khi ký"),
        (retold(packed(), sign=STRANGER, number=4), "Bảng kê của gói đã bị sửa sau khi ký"),
        (retold(packed(), sign=STRANGER, **{"from": FROM.plain() | {"name": "Nơi khác"}}), "Bảng kê của gói đã bị sửa sau khi ký"),
        (retold(packed(), version=2), "Gói do bản phần mềm mới hơn lập ra (dạng 2)"),
        (retold(packed(), version="2"), "Tệp này không phải gói chuyển"),
        (retold(packed(), format="khac"), "Tệp này không phải gói chuyển"),
        (retold(packed(), kind="khac"), "Tệp này không phải gói chuyển"),
        (retold(packed(), id="x"), "Tệp này không phải gói chuyển"),
        (retold(packed(), number=-1), "Tệp này không phải gói chuyển"),
        (retold(packed(), made_on=20261127), "Tệp này không phải gói chuyển"),
        (retold(packed(), parts=[]), "Tệp này không phải gói chuyển"),
        (retold(packed(), parts=[{"path": "../x", "bytes": 1, "sha256": "0"}]), "Tệp này không phải gói chuyển"),
        (retold(packed(), id="7f0c3f7e-3c69-4c37-9b0c-0d1f6b1d4a11"), "Có phần trong gói không khớp"),
        (zipped([("manifest.json", b"[" * 100_000), ("signature", b"")]), "Tệp này không phải gói chuyển"),
    ),
)  # fmt: skip
def test_whatever_is_not_as_it_was_made_is_refused_in_one_sentence(data, begins):
    sentence = said(data)
    assert sentence.startswith(begins)
    assert "nh/chị" in sentence


@pytest.mark.parametrize(
    ("limits", "begins"),
    (
        ({"bytes": 100}, "Gói lớn hơn 0 MB"),
        ({"parts": 1}, "Tệp có phần bị nén hoặc nhiều phần quá mức"),
        ({"manifest_bytes": 100}, "Tệp có phần bị nén hoặc nhiều phần quá mức"),
        ({"content_bytes": 10}, "Tệp có phần bị nén hoặc nhiều phần quá mức"),
    ),
)
def test_a_parcel_over_a_limit_is_refused(limits, begins):
    assert said(packed(), **limits).startswith(begins)


@settings(max_examples=150, deadline=None)
@given(st.integers(0, 10**9), st.binary(min_size=1, max_size=4))
def test_no_changed_byte_gets_through(at, new):
    """Whatever is overwritten: either it is refused, or it changed nothing that counts (spare fields of the ZIP)."""
    data = packed()
    at %= len(data)
    with contextlib.suppress(parcel.Refused):
        found = parcel.opened(data[:at] + new + data[at + len(new) :], UPPER)
        assert (found.content, found.files, found.label.sender) == (CONTENT, {NAME: PICTURE}, FROM)


@pytest.mark.proves("N24")
def test_a_card_comes_back_and_its_fingerprint_is_24_digits_that_both_keys_make():
    card = parcel.read_card(FROM.to_bytes())
    assert card == FROM
    digits = card.fingerprint.replace(" ", "")
    assert (len(digits), digits.isdigit(), card.fingerprint.count(" ")) == (24, True, 5)
    assert len({parcel.fingerprint_digits(a, b) for a in (FROM.signing, TO.signing) for b in (FROM.sealing, TO.sealing)}) == 4


@pytest.mark.parametrize(
    ("data", "begins"),
    (
        (b"", "Tệp này không phải thẻ"),
        (b"x" * 20_000, "Tệp này không phải thẻ"),
        (canonical.written({"format": "khac"}), "Tệp này không phải thẻ"),
        (canonical.written(FROM.plain() | {"version": 2}), "Thẻ do bản phần mềm mới hơn"),
        (canonical.written(FROM.plain() | {"name": ""}), "Tệp này không phải thẻ"),
        (canonical.written(FROM.plain() | {"sealing": "ngắn"}), "Tệp này không phải thẻ"),
        (canonical.written(FROM.plain() | {"name": "Nơi khác"}), "Thẻ đã bị sửa"),
        (canonical.written(FROM.plain() | {"sealing": TO.plain()["sealing"]}), "Thẻ đã bị sửa"),
    ),
)
def test_a_card_that_was_changed_is_refused(data, begins):
    with pytest.raises(parcel.Refused) as refused:
        parcel.read_card(data)
    assert refused.value.sentence.startswith(begins)


@pytest.mark.proves("N24")
def test_the_command_line_prints_the_label_and_refuses_another_signer(tmp_path, capsys):
    (tmp_path / "goi.zip").write_bytes(packed())
    (tmp_path / "the.json").write_bytes(FROM.to_bytes())
    (tmp_path / "khac.json").write_bytes(TO.to_bytes())
    assert main(["show", str(tmp_path / "goi.zip"), "--card", str(tmp_path / "the.json")]) == 0
    out = capsys.readouterr().out
    assert "Gói số 3, ngày 27/11/2026: 1 hồ sơ đề nghị, 1 tệp minh chứng." in out
    assert FROM.fingerprint in out
    assert main(["show", str(tmp_path / "goi.zip"), "--card", str(tmp_path / "khac.json")]) == 2
    assert capsys.readouterr().err.startswith("Gói không do thẻ này ký")
    assert main(["show", str(tmp_path / "khong-co.zip")]) == 2
