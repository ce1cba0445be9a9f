"""Lists read through our own layer, against the same SQL given to the driver."""

import itertools
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from typing import Any

from bench import material
from bench.harness import Case, Contest, Place, timed
from caseboard.model.ids import CaseId
from caseboard.model.terms import ClipKind, ClipState
from caseboard.store import clips
from caseboard.store.clips import ClipRow
from caseboard.store.driver import connect
from caseboard.store.library import DATABASE, Library

PAGE = 100
PAGES = 20

IDS = "SELECT id FROM clip WHERE case_id = ? AND deleted IS NULL ORDER BY captured DESC, ref DESC"
CLIPS = """
    SELECT id, ref, kind, state, problem, title, site, published, captured FROM clip
    WHERE id IN ({holes})
"""
PICTURES = """
    SELECT clip_id, sha256 FROM clip_file WHERE clip_id IN ({holes})
    AND role = 'derivative' AND step = 'thumbnail' ORDER BY ordinal DESC
"""
TAGS = """
    SELECT anchor.clip_id, location.name, unit.name, person.name, tag.keyword FROM anchor
    JOIN tag ON tag.anchor_id = anchor.id LEFT JOIN location ON location.id = tag.location_id
    LEFT JOIN unit ON unit.id = tag.unit_id LEFT JOIN person ON person.id = tag.person_id
    WHERE anchor.clip_id IN ({holes}) AND tag.deleted IS NULL AND anchor.deleted IS NULL
    ORDER BY tag.id
"""
CLAIMS = """
    SELECT anchor.clip_id, count(DISTINCT report.claim_id) FROM anchor
    JOIN report ON report.anchor_id = anchor.id WHERE anchor.clip_id IN ({holes})
    AND report.deleted IS NULL GROUP BY anchor.clip_id
"""


def ids(place: Place) -> Contest:
    """Every id of the list, in order."""
    cases, library, connection = _open(place)
    ours = timed(lambda: library.database.read_now(clips.ids, cases.large))
    return Contest(ours, timed(lambda: _raw_ids(connection, cases.large)), library.close)


def rows(place: Place) -> Contest:
    """Pages of rows with all that a row shows."""
    cases, library, connection = _open(place)
    known = library.database.read_now(clips.ids, cases.large)

    def ours() -> None:
        for page in _pages(known):
            library.database.read_now(clips.rows, page)

    def pace() -> None:
        for page in _pages(known):
            _raw_rows(connection, page)

    return Contest(timed(ours), timed(pace), library.close)


def _open(place: Place) -> tuple[material.Large, Library, Any]:
    cases = material.large(place.shared, place.rows)
    library = Library.open(cases.folder, "bench")
    return cases, library, connect(cases.folder / DATABASE)


def _pages(known: Sequence[str]) -> Iterator[Sequence[str]]:
    firsts = range(0, len(known), PAGE)
    return (known[first : first + PAGE] for first in itertools.islice(firsts, PAGES))


def _raw_ids(connection: Any, case_id: CaseId) -> list[str]:
    return [row[0] for row in connection.execute(IDS, (case_id,))]


def _raw_rows(connection: Any, page: Sequence[str]) -> dict[str, ClipRow]:
    """The same rows made of the driver's answers, with nothing between."""
    holes = ",".join("?" * len(page))
    found, thumbnails, tags, claims = (
        connection.execute(sql.format(holes=holes), page).fetchall()
        for sql in (CLIPS, PICTURES, TAGS, CLAIMS)
    )
    pictures, counts = dict(thumbnails), dict(claims)
    chips: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for clip_id, *names in tags:
        chips[clip_id] += [
            (kind, name) for kind, name in zip(clips.KINDS, names, strict=True) if name
        ]
    return {
        row[0]: ClipRow(
            row[0],
            row[1],
            ClipKind(row[2]),
            ClipState(row[3]),
            row[4],
            row[5],
            row[6],
            row[7],
            datetime.fromisoformat(row[8]).replace(tzinfo=UTC),
            pictures.get(row[0], ""),
            tuple(dict.fromkeys(chips[row[0]]))[: clips.CHIPS],
            counts.get(row[0], 0),
        )
        for row in found
    }


CASES = [
    Case("10,000 ids of a list, against the bare driver", 1.5, ids),
    Case("2,000 rows of a list, against the bare driver", 1.5, rows),
]
