"""Whatever a file of claims holds, a case takes in what it can, says the rest, and stays sound."""

import asyncio
import shutil
import tempfile
from dataclasses import replace
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from books import books
from caseboard.commands import claims_books
from caseboard.commands.exporting_claims import Form, made_of
from caseboard.commands.history import History
from caseboard.commands.importing_claims import ImportClaims
from caseboard.exchange import claims_reading
from caseboard.model.terms import AnchorKind
from caseboard.store import dossiers, verify
from caseboard.store.library import Library
from caseworker import TEXT, Casework


@given(books(), st.randoms(use_true_random=False))
@settings(
    deadline=None,
    max_examples=10,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),  # shrinking takes minutes here
    suppress_health_check=list(HealthCheck),
)
def test_any_file_is_taken_in_twice_as_once_and_undone_at_once(book, random):
    folder = Path(tempfile.mkdtemp())
    library = Library.open(folder, "tester")
    try:
        asyncio.run(imported_and_undone(library, book, random))
    finally:
        library.close()
        shutil.rmtree(folder)


async def imported_and_undone(library, book, random):
    work = Casework(library, History(library.database))
    await work.open()
    await work.clip()
    book = standing_in(work, book, random)
    before = claims(work)
    done = await work.history.run(ImportClaims(work.case, book))
    assert work.read(verify.library, library.files) == []
    told = [said for claim in book.claims for said in claim.said]
    left = [line for line in done.left_out if line.startswith("A report of claim")]
    assert done.reports + done.known + len(left) == len(told)
    assert sum(len(claim.said) for claim in claims(work)) == done.reports
    again = await work.history.record(ImportClaims(work.case, book))
    assert again.result.claims == again.result.reports == 0
    written = claims_reading.read(work.read(made_of, work.case, Form.LINKED))
    assert written == work.read(claims_books.read, work.case)
    if again.change is not None:
        await work.history.undo(work.case)
    if done.claims or done.reports:
        await work.history.undo(work.case)
    assert claims(work) == before == ()


def claims(work):
    return work.read(claims_books.read, work.case).claims


def standing_in(work, book, random):
    """The book with most of its passages in the clip of `work`."""
    (file,) = work.read(dossiers.read, work.case).files
    exhibits = tuple(replace(each, sha256=file.sha256) for each in book.exhibits)
    claims_ = tuple(
        replace(claim, said=tuple(placed(said, file, random) for said in claim.said))
        for claim in book.claims
    )
    return replace(book, exhibits=exhibits, claims=claims_)


def placed(said, file, random):
    passage = said.passage
    if random.random() < 0.2:
        return said
    if passage.kind is not AnchorKind.TEXT:
        return replace(said, passage=replace(passage, file_sha256=file.sha256))
    start = random.randrange(len(TEXT) - 20)
    end = start + random.randrange(1, 20)
    words = {"exact": TEXT[start:end], "prefix": TEXT[max(0, start - 32) : start], "suffix": ""}
    return replace(said, passage=replace(passage, **words, start=start, end=end))
