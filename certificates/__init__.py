"""The print shop: facts in, the most beautiful giấy khen out. No database, no screen, no clock."""

from certificates.calibration import Calibration
from certificates.errors import Blocked, Refused
from certificates.facts import Facts
from certificates.findings import Finding
from certificates.layout import Layout, LayoutInfo
from certificates.layout_file import dump_layout, layouts, load_layout, parse_layout
from certificates.preflight import preflight
from certificates.press import Report, render

__all__ = [
    "Blocked", "Calibration", "Facts", "Finding", "Layout", "LayoutInfo", "Refused", "Report",
    "dump_layout", "layouts", "load_layout", "parse_layout", "preflight", "render",
]
