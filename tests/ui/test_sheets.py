"""Pages drawn by a worker: in order of need, kept, or told why not."""

from io import BytesIO

import pytest
from PIL import Image

from caseboard.capture.answer import Answer
from caseboard.capture.ocr import OcrText, OcrWord
from caseboard.capture.reading import Unreadable
from caseboard.commands.machine_words import PageWords, as_json
from caseboard.model.clip import ClipFile
from caseboard.model.terms import FileRole
from caseboard.ui.sheets import WIDTHS, Sheets
from support import settled


class Drawer:
    """A worker that answers from memory and remembers what it was asked."""

    def __init__(self, count=9, broken=(), size=(595.0, 842.0)):
        self.count, self.broken, self.size = count, broken, size
        self.asked = []
        self.words = [["Bridge", 0.1, 0.1, 0.2, 0.02]]

    def do(self, task, data, options):
        self.asked.append((task, data, options.get("page"), options.get("width")))
        if task == "pages":
            return Answer({"count": self.count, "sizes": [list(self.size)] * self.count})
        if options["page"] in self.broken:
            raise Unreadable("This page cannot be drawn.", "Try another program.")
        out = BytesIO()
        Image.new("RGB", (40, 56), (255, 255, 255)).save(out, "JPEG")
        return Answer({"words": self.words}, (out.getvalue(),))

    @property
    def drawn(self):
        return [(page, width) for task, _data, page, width in self.asked if task == "page"]


def document(library, data=b"%PDF-1"):
    stored = library.files.add(data)
    return ClipFile(
        clip_id="c", sha256=stored.sha256, role=FileRole.ORIGINAL, name="a.pdf",
        media_type="application/pdf", bytes=stored.bytes,
    )  # fmt: skip


@pytest.fixture
def drawer():
    return Drawer()


@pytest.fixture
def sheets(library, drawer):
    sheets = Sheets(library.files, drawer)
    sheets.show_file(document(library))
    return sheets


async def test_a_document_is_measured_once(sheets, drawer):
    sheets.measure()
    await settled()
    sheets.measure()
    await settled()
    assert (sheets.count, sheets.sizes[0]) == (9, (595.0, 842.0))
    assert [task for task, *_rest in drawer.asked] == ["pages"]
    assert drawer.asked[0][1] == b"%PDF-1"


async def test_pages_are_drawn_in_the_order_they_are_wanted(sheets, drawer):
    sheets.want([4, 5, 3], 700)
    await settled()
    assert drawer.drawn == [(4, 800), (5, 800), (3, 800)]
    assert sheets.page(4).words[0].text == "Bridge"
    assert sheets.page(6) is None


async def test_what_is_wanted_no_more_is_not_drawn(sheets, drawer):
    sheets.want([1, 2, 3, 4], 700)
    sheets.want([8], 700)
    await settled()
    assert (8, 800) in drawer.drawn
    assert (4, 800) not in drawer.drawn


async def test_a_page_is_drawn_anew_only_to_be_sharper(sheets, drawer):
    for width in (700, 500, 790, 1300):
        sheets.want([1], width)
        await settled()
    assert drawer.drawn == [(1, 800), (1, 1600)]
    sheets.want([1], 99_999)
    await settled()
    assert drawer.drawn[-1] == (1, WIDTHS[-1])


async def test_a_page_that_cannot_be_drawn_says_why_and_is_not_asked_for_again(sheets, drawer):
    drawer.broken = (2,)
    for _time in range(2):
        sheets.want([1, 2], 700)
        await settled()
    assert sheets.trouble(2) == "This page cannot be drawn. Try another program."
    assert sheets.page(1) is not None
    assert drawer.drawn.count((2, 800)) == 1
    drawer.broken = ()
    sheets.try_again(2)
    sheets.want([2], 700)
    await settled()
    assert sheets.page(2) is not None
    assert sheets.trouble(2) == ""


async def test_pages_of_a_document_that_was_left_are_not_kept(library, sheets, drawer):
    sheets.want([1], 700)
    sheets.show_file(document(library, b"%PDF-2"))
    await settled()
    assert sheets.page(1) is None
    sheets.want([1], 700)
    await settled()
    assert drawer.asked[-1][1] == b"%PDF-2"


async def test_old_pages_give_way_to_new_ones(library, drawer):
    sheets = Sheets(library.files, drawer, room=3 * 40 * 56 * 4)
    sheets.show_file(document(library))
    sheets.want(range(1, 10), 300)
    await settled()
    assert [n for n in range(1, 10) if sheets.page(n)] == [7, 8, 9]


async def test_a_document_that_cannot_be_opened_says_why(library):
    class Refusing(Drawer):
        def do(self, *_asked):
            raise Unreadable("The document is locked with a password.")

    sheets = Sheets(library.files, Refusing())
    sheets.show_file(document(library))
    sheets.measure()
    await settled()
    assert sheets.problem == "The document is locked with a password."


@pytest.mark.parametrize("size", [(0.0, 5.0), (float("nan"), 5.0), ("wide", 5.0)])
async def test_sizes_that_are_none_are_not_believed(library, size):
    sheets = Sheets(library.files, Drawer(size=size))
    sheets.show_file(document(library))
    sheets.measure()
    await settled()
    assert (sheets.sizes, sheets.problem) == ([], "This page cannot be drawn.")


async def test_words_that_are_none_are_not_believed(sheets, drawer):
    drawer.words = [["Bridge", 0.1]]
    sheets.want([1], 700)
    await settled()
    assert sheets.page(1) is None
    assert "cannot be drawn" in sheets.trouble(1)


async def test_a_file_that_is_gone_is_told_in_words(library, sheets):
    library.files.path(sheets.sha256).unlink()
    sheets.want([1], 700)
    await settled()
    assert sheets.trouble(1).endswith(".")


async def test_words_that_ocr_found_stand_on_pages_without_their_own(library, sheets, drawer):
    word = OcrWord("Sign", 0.5, 0.5, 0.1, 0.02, 90.0, 0, 0)
    found = as_json([PageWords(n, OcrText("Sign", (word,))) for n in (1, 2)])
    drawer.words = []
    sheets.want([1], 700)
    await settled()
    assert sheets.page(1).words == ()
    sheets.show_machine_words(document(library, found))
    await settled()
    drawer.words = [["Bridge", 0.1, 0.1, 0.2, 0.02]]
    sheets.want([2], 700)
    await settled()
    assert [word.text for word in sheets.page(1).words] == ["Sign"]
    assert sheets.page(1).words[0].box.x == 0.5
    assert [word.text for word in sheets.page(2).words] == ["Bridge"]
    sheets.show_machine_words(None)  # undone
    assert sheets.page(1) is None


async def test_a_file_of_words_that_is_none_does_no_harm(library, sheets):
    sheets.show_machine_words(document(library, b"[]"))
    sheets.want([1], 700)
    await settled()
    assert sheets.page(1).words[0].text == "Bridge"
