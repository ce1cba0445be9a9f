"""Lists are read in the worker, at their full length within its limits."""

import json

import listed
import pytest

from caseboard.capture.lists import worked
from caseboard.capture.lists.entry import MOST
from caseboard.capture.worker import Worker


@pytest.fixture(scope="module")
def worker():
    worker = Worker()
    yield worker
    worker.close()


@pytest.mark.parametrize("text", [listed.LINKS, listed.BOOKMARKS, listed.CSL, listed.RIS,
                                  listed.BIBTEX, listed.ARCHIVER, listed.ZOTERO])  # fmt: skip
def test_the_confined_worker_reads_every_format(worker, text):
    assert worked.listing_of(worker, text.encode()).entries


def test_the_worker_says_that_a_text_is_no_list(worker):
    assert worked.listing_of(worker, b"Just words.") is None
    assert worked.listing_of(worker, b"Words, https://a.example/1.", is_wanted=True).entries


LONG = {
    "bookmarks": "<!DOCTYPE NETSCAPE-Bookmark-file-1><DL><p>"
    + "".join(
        f'<DT><A HREF="https://a.example/{n}" ADD_DATE="1731585540">Bookmark {n}</A>\n'
        for n in range(MOST)
    ),
    "bibtex": "".join(
        f"@misc{{k{n}, title={{Caf{{\\'e}} {n}}}, url={{https://a.example/{n}}}, year=2024}}\n"
        for n in range(MOST)
    ),
    "csl": json.dumps(
        [
            {"type": "webpage", "title": f"T {n}", "URL": f"https://a.example/{n}"}
            for n in range(MOST)
        ]
    ),
}


@pytest.mark.parametrize("name", LONG)
def test_fifty_thousand_entries_are_read_within_the_limits(worker, name):
    assert len(worked.listing_of(worker, LONG[name].encode()).entries) == MOST
