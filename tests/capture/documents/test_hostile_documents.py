"""Hundreds of broken documents: read, or refused in words, by the process that is there for it."""

import os
import random
import time
from functools import partial

import archiving
import posting
import printing
import pytest
import wording

from caseboard.capture import sniff
from caseboard.capture.reading import Reading, Unreadable
from caseboard.capture.worker import Worker
from caseboard.model.parts import GAP
from caseboard.model.terms import ClipKind

ROUNDS = int(os.environ.get("CASEBOARD_MUTATIONS", "1"))
"""How often over each kind of thing is broken; more for a long night."""
WHOLE = {
    sniff.PDF: (ClipKind.DOCUMENT, printing.report),
    sniff.DOCX: (ClipKind.DOCUMENT, wording.report),
    sniff.ODT: (ClipKind.DOCUMENT, wording.odt),
    sniff.MAIL: (ClipKind.DOCUMENT, posting.newsletter),
    sniff.MHTML: (ClipKind.ARTICLE, posting.saved_page),
    sniff.WARC: (ClipKind.ARTICLE, partial(archiving.warc, packed=False)),
    sniff.WACZ: (ClipKind.ARTICLE, archiving.wacz),
}


@pytest.fixture(scope="module")
def worker():
    worker = Worker()
    yield worker
    worker.close()


def broken(data, rng):
    """`data` with bytes changed, moved, repeated or cut off."""
    changed = bytearray(data)
    for _change in range(rng.choice((1, 8, 80))):
        at = rng.randrange(len(changed))
        act = rng.randrange(4)
        if act < 2:
            changed[at] = rng.randrange(256)
        elif act == 2:
            changed[at:at] = changed[at : at + rng.randrange(1, 60)] * rng.choice((1, 9))
        else:
            del changed[at : at + rng.randrange(1, 60)]
        changed = changed or bytearray(b"x")
    return bytes(changed[: rng.randrange(1, len(changed) + 1)] if rng.random() < 0.2 else changed)


def sound(read):
    """What every reading promises, whatever it was read from."""
    assert isinstance(read, Reading)
    ends = [-len(GAP), *(part.end for part in read.parts)]
    assert [part.start for part in read.parts] == [end + len(GAP) for end in ends[:-1]]
    assert not read.parts or ends[-1] == len(read.text)
    assert "\x00" not in read.text + read.title + read.author
    assert all(isinstance(value, str) for value in read.metadata.values())
    read.text.encode()
    assert {one.url for one in read.embedded} <= {picture.url for picture in read.pictures}


@pytest.mark.parametrize("media_type", WHOLE)
def test_broken_documents_are_read_or_refused_in_words(worker, media_type):
    kind, make = WHOLE[media_type]
    whole, rng, refused = make(), random.Random(media_type), 0
    for _document in range(40 * ROUNDS):
        start = time.monotonic()
        try:
            sound(worker.read(kind, media_type, broken(whole, rng)))
        except Unreadable as error:
            assert str(error).endswith(".")  # noqa: PT017  either outcome is right
            refused += 1
        assert time.monotonic() - start < 30
    assert refused < 40 * ROUNDS  # else the mutations prove nothing
    sound(worker.read(kind, media_type, whole))


@pytest.mark.parametrize("media_type", WHOLE)
def test_bytes_that_only_claim_to_be_a_document_are_refused_in_words(worker, media_type):
    rng = random.Random(9)
    kind, make = WHOLE[media_type]
    head = make()[:64]
    for size in (0, 1, 40, 5_000):
        try:
            sound(worker.read(kind, media_type, head[: rng.randrange(64)] + rng.randbytes(size)))
        except Unreadable as error:
            assert "kept" in str(error)  # noqa: PT017  either outcome is right
