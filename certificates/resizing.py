"""The same design on another sheet: everything grows alike, and stands in the middle when the shape differs."""

from dataclasses import replace

from certificates.errors import Refused
from certificates.layout import Layout, Page

SIZES = {"A3": (420.0, 297.0), "A4": (297.0, 210.0), "A5": (210.0, 148.5)}


def resized(layout: Layout, width: float, height: float) -> Layout:
    """Return a layout for a sheet of `width` × `height` mm whose shape is that of the layout's own, within 1 %.

    Boxes, letters, ornament and emblem scale alike; the safe margin, the signature space and the code do not shrink below
    what paper and readers need. Raises Refused for another shape: ornament would be distorted.
    """
    page = layout.page
    k = width / page.width
    if abs(height / page.height / k - 1) > 0.01:
        raise Refused("Khổ giấy mới không cùng tỷ lệ với mẫu nên hoa văn sẽ méo; hãy chọn khổ cùng tỷ lệ hoặc in chế độ phôi.")
    if k < 0.99:
        raise Refused("Khổ giấy nhỏ hơn mẫu thì không còn đủ chỗ ký, đóng dấu và mã QR; hãy chọn khổ lớn hơn.")
    return replace(
        layout,
        page=Page(width, height, page.safe, page.bleed, page.scale * k),
        groups=tuple(replace(g, x=g.x * k, y=g.y * k, width=g.width * k, height=g.height * k) for g in layout.groups),
        fields=tuple(
            replace(f, x=f.x * k, y=f.y * k, width=f.width * k, height=f.height * k, gap=f.gap * k, size=f.size * k, size_min=f.size_min * k)
            for f in layout.fields
        ),
        code=replace(layout.code, x=layout.code.x * k, y=layout.code.y * k, size=layout.code.size * k) if layout.code else None,
        emblem=replace(layout.emblem, x=layout.emblem.x * k, y=layout.emblem.y * k, height=layout.emblem.height * k) if layout.emblem else None,
        signature_space=layout.signature_space * k,
    )
