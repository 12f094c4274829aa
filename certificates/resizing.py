"""The same design on another sheet: everything grows alike, and stands in the middle when the shape differs."""

from dataclasses import replace

from certificates.errors import Refused
from certificates.layout import Layout, Page

SIZES = {"A3": (420.0, 297.0), "A4": (297.0, 210.0), "A5": (210.0, 148.5)}


def resized(layout: Layout, width: float, height: float, *, words_only: bool = False) -> Layout:
    """Return a layout for a sheet of `width` × `height` mm whose shape is that of the layout's own, within 1 %.

    Boxes, letters, ornament and emblem scale alike; the safe margin stays; ornament that was kept for one size is drawn anew for another. With `words_only` (a pre-printed blank) the
    sheet may have any shape: boxes follow it, letters follow the smaller of the two scales.
    Raises Refused for another shape, for ornament would be distorted, and for a sheet too small for seal and code.
    """
    page = layout.page
    kx, ky = width / page.width, height / page.height
    if not words_only and abs(ky / kx - 1) > 0.01:
        raise Refused("Khổ giấy mới không cùng tỷ lệ với mẫu nên hoa văn sẽ méo; hãy chọn khổ cùng tỷ lệ hoặc in chế độ phôi.")
    k = min(kx, ky)
    if k < 0.99:
        raise Refused("Khổ giấy nhỏ hơn mẫu thì không còn đủ chỗ ký, đóng dấu và mã QR; hãy chọn khổ lớn hơn.")
    code, emblem = layout.code, layout.emblem
    return replace(
        layout,
        page=Page(width, height, page.safe, page.bleed, page.scale * k),
        groups=tuple(replace(g, x=g.x * kx, y=g.y * ky, width=g.width * kx, height=g.height * ky) for g in layout.groups),
        fields=tuple(
            replace(f, x=f.x * kx, y=f.y * ky, width=f.width * kx, height=f.height * ky, gap=f.gap * k, size=f.size * k, size_min=f.size_min * k)
            for f in layout.fields
        ),
        code=replace(code, x=code.x * kx, y=code.y * ky, size=code.size * k) if code else None,
        emblem=replace(emblem, x=emblem.x * kx, y=emblem.y * ky, height=emblem.height * k) if emblem else None,
        signature_space=layout.signature_space * k,
        kept_art=layout.kept_art if k == 1 else "",
    )
