"""The print shop: facts in, the most beautiful giấy khen out. No database, no screen, no clock."""

from certificates.art.store import draw_art, has_art, lay_art
from certificates.calibration import Calibration
from certificates.errors import Blocked, Refused
from certificates.facts import Facts
from certificates.findings import Finding
from certificates.layout import Layout, LayoutInfo
from certificates.layout_file import dump_layout, layouts, load_layout, parse_layout
from certificates.picture import render_image
from certificates.preflight import preflight
from certificates.press import Report, render
from certificates.resizing import resized
from certificates.signing import NotGenuine, Verified, address, key_id, keygen, new_code, sign, signed, verify

__all__ = [
    "Blocked", "Calibration", "Facts", "Finding", "Layout", "LayoutInfo", "NotGenuine", "Refused", "Report", "Verified",
    "address", "draw_art", "dump_layout", "has_art", "key_id", "keygen", "lay_art", "layouts", "load_layout", "new_code", "parse_layout", "preflight",
    "render", "render_image", "resized", "sign", "signed", "verify",
]
