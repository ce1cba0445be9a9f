"""Briefings that are kept as pictures of their pages, and how two such pictures are compared.

After a change that is meant to be seen, draw them anew and look at each of them:
`PYTHONPATH=desktop:tests:tests/briefing python tests/briefing/reference_pages.py`
"""

from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pypdfium2
from PIL import Image
from sqlmodel import select
from stress_outline import stress

from caseboard.briefing import pdf
from caseboard.cli import main
from caseboard.commands import composing
from caseboard.mapping import symbols
from caseboard.model.case import Case
from caseboard.model.terms import Template
from caseboard.store import briefings
from caseboard.store.library import Library

FOLDER = Path(__file__).parent / "references"
SIZES = ("A4", "Letter")
LANGUAGES = ("en", "uk")
NAMES = [
    f"{template.value}-{size}-{language}"
    for template in Template
    for size in SIZES
    for language in LANGUAGES
] + [f"stress-{size}-en" for size in SIZES]
WIDE = 100
"""Pixels of a page: enough to see where everything stands, too few to read it."""
ACROSS = 6
"""Pages side by side."""
GREYS = 8
CELL = 4
"""Pixels each way that are looked at as one."""
SEEN = 34
"""Of 255: how far a cell must be off to be seen."""
SHARE = 0.02
"""How many of all cells may be: hashes and times of the sample case are new each time."""


@contextmanager
def sample():
    """A library with the sample case and its briefing, as a newcomer has them."""
    with TemporaryDirectory() as folder:
        library = ["--library", str(Path(folder) / "library")]
        assert main([*library, "case", "sample"]) == 0
        assert main([*library, "brief", "KUP-2024-11", "-o", str(Path(folder) / "x.pdf")]) == 0
        opened = Library.open(Path(folder) / "library", "Somebody", read_only=True)
        try:
            yield opened
        finally:
            opened.close()


def drawn(name, library):
    """The picture of this name, drawn now."""
    kind, size, language = name.split("-")
    if kind == "stress":
        return sheet(pdf.render(stress(), size))
    case = library.database.read_now(lambda session: session.exec(select(Case)).first())
    kept = library.database.read_now(briefings.of_case, case.id)[0]
    changes = {"template": kind, "sections": [], "language": language, "has_portion_marks": True}
    briefing = kept.model_copy(update=changes)
    material = library.database.read_now(composing.read, briefing)
    with symbols.application(), composing.composed(library.files, material, briefing) as made:
        return sheet(pdf.render(made.outline, size))


def sheet(data):
    """All pages of a PDF in one small grey picture."""
    with pypdfium2.PdfDocument(data) as document:
        pages = [
            page.render(scale=WIDE / page.get_width(), grayscale=True).to_pil() for page in document
        ]
    wide, high = pages[0].size
    rows = -(-len(pages) // ACROSS)
    whole = Image.new("L", (min(len(pages), ACROSS) * wide, rows * high), 255)
    for number, page in enumerate(pages):
        whole.paste(page, (number % ACROSS * wide, number // ACROSS * high))
    return whole


def kept(name):
    """The picture of this name, as it was looked at."""
    with Image.open(FOLDER / f"{name}.png") as picture:
        return picture.convert("L")


def off(one, other):
    """The share of cells in which two pictures can be seen to differ."""
    cells = [np.asarray(each.reduce(CELL), np.int16) for each in (one, other)]
    return float((np.abs(cells[0] - cells[1]) > SEEN).mean())


def write():
    """Keep all of them as they are drawn now."""
    FOLDER.mkdir(exist_ok=True)
    with sample() as library:
        for name in NAMES:
            few = drawn(name, library).quantize(GREYS, dither=Image.Dither.NONE)
            out = BytesIO()
            few.save(out, "PNG", optimize=True)
            (FOLDER / f"{name}.png").write_bytes(out.getvalue())


if __name__ == "__main__":
    write()
