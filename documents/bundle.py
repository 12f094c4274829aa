"""Several papers as one ZIP, in order."""

import io
import zipfile
from collections.abc import Iterable


def bundle(papers: Iterable[tuple[str, bytes]]) -> bytes:
    """The papers (file name, content) as a ZIP; each name has its place before it, so that they stay in order on every disk."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for number, (name, content) in enumerate(papers, 1):
            archive.writestr(f"{number:02d} {name}", content)
    return out.getvalue()
