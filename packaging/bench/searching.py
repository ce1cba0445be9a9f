"""Search over ten thousand articles: a page of hits, and hits painted as one types."""

import itertools
import time
from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from bench import material
from bench.harness import Case, Contest, Place, p95
from bench.stage import Stage, heard, painted
from caseboard.store.library import Library
from caseboard.store.search import search
from caseboard.ui.palette import SHORTEST

HITS = 50
QUERIES = 40
NO_KEY = Qt.KeyboardModifier.NoModifier
RARE = 400
"""Words beyond this rank stand in few articles each."""
COMMON = ("kupiansk", "assault brigade", "the oskil", "куп'янськ на", "near the")


def rare_words(place: Place) -> Contest:
    """A page of hits with title and snippet, against the driver's hits alone."""
    return _pages(place, rare())


def common_words(place: Place) -> Contest:
    """The same for words that most articles have."""
    return _pages(place, COMMON)


def typing(place: Place) -> Contest:
    """The p95 from a key to the painted list of hits, a word of the title at a time."""
    cases = material.large(place.shared, place.rows)
    stage = Stage(cases.folder, place.own)
    stage.open_case(cases.large)
    words = itertools.cycle([*COMMON, *rare()[: QUERIES // 4]])

    def ours() -> float:
        texts = itertools.islice(words, 6)
        return p95([spent for text in texts for spent in stage.run(type_into(stage, text))])

    return Contest(ours, end=stage.close)


def rare() -> Sequence[str]:
    """Pairs of words, most of them uncommon."""
    writer = material.Writer()
    long = (word for word in writer.words(100_000) if len(word) > 6)
    words = itertools.islice(dict.fromkeys(long), RARE, RARE + 2 * QUERIES)
    return list(itertools.islice(words, QUERIES))


def _pages(place: Place, queries: Sequence[str]) -> Contest:
    """Seconds of work for one query, on the average; the work is all on this thread."""
    cases = material.large(place.shared, place.rows)
    library = Library.open(cases.folder, "bench")

    def ours() -> float:
        start = time.thread_time()  # what others do on the machine is left out
        for query in queries:
            library.database.read_now(search, query, cases.large, HITS)
        return (time.thread_time() - start) / len(queries)

    return Contest(ours, end=library.close)


async def type_into(stage: Stage, text: str) -> list[float]:
    """Seconds from each key that is searched for to the painted answer."""
    field, palette = stage.window.top.field, stage.session.palette
    field.setFocus()
    field.setText(text[: SHORTEST - 1])
    spent = []
    for letter in text[SHORTEST - 1 :]:
        key = QKeyEvent(QEvent.Type.KeyPress, 0, NO_KEY, letter)
        start = time.perf_counter()
        await heard(palette.model.modelReset, partial(stage.app.sendEvent, field, key))
        await painted(palette.popup.list, lambda: True)
        spent.append(time.perf_counter() - start)
    return spent


CASES = [
    Case("a page of 50 hits for a rare word", 0.0033, rare_words),
    Case("a page of 50 hits for common words", 0.02, common_words),
    Case("key to painted hits (p95)", 0.033, typing),
]
