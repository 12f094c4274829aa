"""A picture of the case shown to others: only one of the case's own, only with a consent of its own."""

import io
from functools import lru_cache
from uuid import UUID

from PIL import Image

from recognition.hall import kept_files
from recognition.hall.entry import Entry
from recognition.hall.transaction import Transaction
from recognition.issuing.shop_terms import Photo
from recognition.issuing.store import news as store

#: The longer side of a picture beside a story, and in a list, in px.
LARGE, SMALL = 1_200, 240


def chosen(t: Transaction, check: Entry, award_id: UUID, evidence_id: UUID | None, consent: str) -> str:
    """The words of the consent to show a picture; faults on `photo`, `photo_consent` go into `check`."""
    if evidence_id is not None and all(each.id != evidence_id for each in store.photos(t, award_id)):
        check.refuse("photo", "Ảnh này không thuộc hồ sơ hoặc đã bị bỏ. Anh/chị chọn ảnh khác.")
    return check.line("photo_consent", consent if evidence_id else "", "Ai đồng ý đăng ảnh, ngày nào", required=evidence_id is not None)


def content(found: Photo) -> bytes:
    """The picture's file. Raises NotFound when it is no longer on the server, Unavailable when it is damaged there."""
    return _stored(found.blob)


def _stored(blob: str) -> bytes:
    return kept_files.content(blob, "Ảnh", "Anh/chị chọn ảnh khác hoặc báo người quản trị.")


@lru_cache(maxsize=64)
def fitted(blob: str, longest: int) -> bytes:
    """A stored picture as JPEG whose longer side has at most `longest` px. Raises NotFound, Unavailable."""
    with Image.open(io.BytesIO(_stored(blob))) as picture:
        shown = picture.convert("RGB")
        shown.thumbnail((longest, longest))
        out = io.BytesIO()
        shown.save(out, "JPEG", quality=82)
        return out.getvalue()
