"""Pages of PDFs, drawn one at a time, with their words in their places."""

from io import BytesIO

import pikepdf
import printing
import pytest
from PIL import Image

from caseboard.capture.documents import pdf_page
from caseboard.capture.reading import Unreadable
from caseboard.capture.worker import Worker
from caseboard.errors import CaseError


def page(data, number=1, width=600):
    return pdf_page.page(data, {"page": number, "width": width})


def image(answer):
    with Image.open(BytesIO(answer.blobs[0])) as found:
        found.load()
        assert found.format == "JPEG"
        return found.convert("L")


def changed(data, change):
    """`data` with its first page changed."""
    with pikepdf.open(BytesIO(data)) as document:
        change(document)
        out = BytesIO()
        document.save(out)
    return out.getvalue()


def boxes(answer):
    return {text: (x, y, w, h) for text, x, y, w, h in answer.values["words"]}


def ink(drawn, box):
    """How dark the darkest point in a box of the page is."""
    x, y, w, h = box
    width, height = drawn.size
    place = (int(x * width), int(y * height), int((x + w) * width) + 1, int((y + h) * height) + 1)
    return drawn.crop(place).getextrema()[0]


def test_all_pages_are_counted_and_measured():
    answer = pdf_page.pages(printing.report(times=14), {})
    assert answer.values["count"] == 4
    assert [[round(side) for side in size] for size in answer.values["sizes"]] == [[595, 842]] * 4


def test_a_page_is_drawn_as_wide_as_asked():
    answer = page(printing.report(), width=777)
    drawn = image(answer)
    assert drawn.size == (777, 1099)
    assert drawn.getextrema()[0] < 40  # ink
    assert answer.values["count"] == 1


def test_words_stand_where_they_are_drawn():
    answer = page(printing.lines((72, 700, "Kupiansk held"), (300, 100, "Oskil")), width=1200)
    found = boxes(answer)
    assert list(found) == ["Kupiansk", "held", "Oskil"]
    assert found["Kupiansk"][0] == pytest.approx(72 / 595, abs=0.005)
    assert found["Oskil"][0] == pytest.approx(300 / 595, abs=0.005)
    assert found["Oskil"][1] < 1 - 100 / 842 < found["Oskil"][1] + found["Oskil"][3]
    for box in found.values():
        assert ink(image(answer), box) < 60


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_words_of_a_turned_page_stand_where_they_are_drawn(turn):
    plain = printing.lines((72, 700, "Kupiansk"))

    def change(document):
        document.pages[0].Rotate = turn

    answer = page(changed(plain, change), width=1200)
    (box,) = boxes(answer).values()
    drawn = image(answer)
    assert ink(drawn, box) < 60
    x, y, w, h = box
    blank = Image.new("L", (int(w * drawn.width) + 8, int(h * drawn.height) + 8), 255)
    drawn.paste(blank, (int(x * drawn.width) - 4, int(y * drawn.height) - 4))
    assert drawn.getextrema()[0] > 200  # there is no ink anywhere else


def test_words_of_a_cropped_page_stand_where_they_are_drawn():
    def change(document):
        document.pages[0].CropBox = [50, 600, 350, 800]

    answer = page(changed(printing.lines((72, 700, "In"), (400, 100, "Out")), change), width=900)
    assert list(boxes(answer)) == ["In"]
    assert ink(image(answer), boxes(answer)["In"]) < 60
    assert answer.values["size"] == [300, 200]


def test_letters_beyond_the_first_plane_are_whole():
    assert pdf_page.pdf_words._text([0xD83D, 0xDE82]) == "🚂" == pdf_page.pdf_words._text([0x1F682])


def test_a_scan_is_drawn_and_has_no_words():
    answer = page(printing.scan(), 2)
    assert answer.values["words"] == []
    assert image(answer).getextrema()[0] < 200


def test_a_page_there_is_not_is_refused_in_words():
    for number in (0, 3, -1):
        with pytest.raises(CaseError, match="no such page"):
            page(printing.scan(2), number)


def test_no_page_is_drawn_larger_than_there_is_room_for():
    assert pdf_page.pixels(600, 800, 99_999) == (2400, 3200)
    assert pdf_page.pixels(100, 100_000, 1000) == (5, 4800)
    assert pdf_page.pixels(100_000, 10, 1000) == (1000, 1)
    assert pdf_page.pixels(600, 800, -4) == (1, 1)


@pytest.mark.parametrize("box", [[0, 0, 14e9, 14e9], [0, 0, 0, 0], [0, 0, 1e-9, 1e-9]])
def test_a_page_of_an_absurd_size_is_drawn_small_or_refused(box):
    def change(document):
        document.pages[0].MediaBox = box

    data = changed(printing.lines((72, 700, "Words")), change)
    ((width, height),) = pdf_page.pages(data, {}).values["sizes"]
    assert 1 <= width < 1e6
    assert 1 <= height < 1e6
    try:
        drawn = image(page(data, width=500))
    except CaseError as error:
        assert "cannot be drawn" in str(error)  # noqa: PT017  either outcome is right
    else:
        assert drawn.width <= 500


def test_a_page_that_takes_too_long_is_given_up_in_words():
    with pytest.raises(CaseError, match="too long"):
        pdf_page.page(printing.report(), {"page": 1, "width": 600}, seconds=-1.0)


def test_the_worker_draws_pages_within_its_limits():
    worker = Worker()
    try:
        sizes = worker.do("pages", printing.report(times=14))
        assert len(sizes.values["sizes"]) == 4
        answer = worker.do("page", printing.report(times=14), {"page": 4, "width": 2400})
        assert image(answer).width == 2400
        with pytest.raises(Unreadable, match="broken"):
            worker.do("page", b"%PDF-1.7 words", {"page": 1, "width": 100})
    finally:
        worker.close()
