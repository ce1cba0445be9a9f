"""What is left to show of pages that cannot be read."""

import time

import pytest
import wording

from caseboard.capture import rescue, sniff
from caseboard.capture.reading import Reading, Unreadable
from caseboard.capture.worker import Limits, Worker
from caseboard.model.terms import ClipKind

PAGE = """<html><head><title>A bridge &amp; a mill</title><style>p{}</style></head><body>
<script>var a = "<p>no words</p>";</script><h1>A bridge</h1><p>The only road <b>bridge</b>
was closed.</p><p>Two&nbsp;families<br>waited.</p><!-- x --></body></html>"""


def rescued(markup):
    return Reading.from_json(rescue.rescue(markup.encode(), {}).values["reading"])


def test_words_are_kept_in_their_blocks_and_nothing_else_is_claimed():
    read = rescued(PAGE)
    assert read.title == "A bridge & a mill"
    assert [read.text[p.start : p.end] for p in read.parts][1:] == [
        "A bridge",
        "The only road bridge was closed.",
        "Two families",
        "waited.",
    ]
    assert "no words" not in read.text
    assert "bare words" in read.problem
    assert (read.author, read.published, read.site) == ("", None, "")


@pytest.mark.parametrize(
    "shape",
    ["<table><tr><td>" * 100_000, "<" * 1_000_000, "<script>" * 200_000, "<title>" * 200_000,
     "&amp;" * 600_000, "<p" + " a=1" * 500_000, "<script>" + "</scrip" * 300_000],
)  # fmt: skip
def test_no_shape_takes_longer_than_its_size(shape):
    start = time.process_time()
    rescued(shape)
    assert time.process_time() - start < 2


@pytest.fixture
def hasty():
    """A worker that has no time for pages, but for their words."""
    worker = Worker(page=Limits(512 * 2**20, cpu=0.25, clock=5.0))
    yield worker
    worker.close()


def test_a_page_that_takes_too_long_is_shown_in_its_bare_words(hasty):
    tangled = PAGE.replace("</body>", "<div>" * 70_000 + "</body>") + "<b>words</b> " * 20_000
    read = hasty.read(ClipKind.ARTICLE, "text/html", tangled.encode())
    assert "The only road bridge was closed." in read.text
    assert "bare words" in read.problem


def test_other_files_that_take_too_long_are_given_up():
    long = wording.document("".join(wording.paragraph(f"Words {n}.") for n in range(40_000)))
    worker = Worker(picture=Limits(1024 * 2**20, cpu=0.05, clock=5.0))
    try:
        with pytest.raises(Unreadable, match="too much time"):
            worker.read(ClipKind.DOCUMENT, sniff.DOCX, long)
    finally:
        worker.close()


def test_a_block_longer_than_all_that_is_kept_is_cut():
    reading = rescue.rescue(b"<p>" + b"word " * 200_000, {}).values["reading"]
    assert reading["text"].startswith("word word")
    assert len(reading["text"]) == rescue.MOST_WORDS


def test_a_text_that_takes_too_long_is_shown_in_its_bare_words(hasty):
    read = hasty.read(ClipKind.TEXT, "text/plain", b"(word) by A B\n\n" * 200_000)
    assert read.text.startswith("(word) by A B\n\n(word)")
    assert "bare words" in read.problem
