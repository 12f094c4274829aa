"""The named colours that ornament is drawn in; a layout may change each by name."""

from collections.abc import Mapping

from certificates.art.canvas import Colour

DEFAULTS = {
    "red": "#B0101E", "deep": "#7C0A14", "gold": "#C0912F", "bright": "#E9C568", "bronze": "#8A6420",
    "olive": "#6F6C2A", "leaf": "#6F6C2A", "pale": "#F4EBD2", "paper": "#FFFFFF", "blue": "#14508C", "sky": "#6FA3D0",
}


class Palette:
    """Colours by name."""

    def __init__(self, colours: Mapping[str, str]) -> None:
        self._colours = {**DEFAULTS, **colours}

    def __getitem__(self, name: str) -> Colour:
        code = self._colours.get(name, name)
        return int(code[1:3], 16), int(code[3:5], 16), int(code[5:7], 16)
