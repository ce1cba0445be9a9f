"""Makes a further table of places of a file of GeoNames, in the user's own folder.

What the shipped table knows already is left out. A settlement of Ukraine that it knows only by
its hromada gets the point the file has for it, and keeps its id.
"""

import os
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from caseboard.errors import CaseError
from caseboard.i18n import _
from caseboard.tagging.gazetteer import dumps, schema, streaming
from caseboard.tagging.gazetteer.dumps import BadLine, Line, Parse
from caseboard.tagging.gazetteer.gazetteer import SUFFIX, Gazetteer
from caseboard.tagging.gazetteer.matching import Known
from caseboard.tagging.gazetteer.naming import key
from caseboard.tagging.gazetteer.population import is_useful, precision_m

UNFINISHED = "import.part"
LOOKED_AT = 50
"""So many lines may be bad before the file is taken for another one."""
MOST_BAD = 0.2
"""Where more of the lines are bad than this share, it is not a file of GeoNames after all."""
OFTEN = 2_000
"""Lines between two words on how far it is."""
MANY = 20_000
"""Places written at once."""
ALIAS, MAIN = 1, 2


@dataclass(frozen=True, slots=True)
class Imported:
    """What came of an import."""

    file: str
    """The name of the table that was written."""
    places: int
    refined: int
    """Settlements of Ukraine that were known by their hromada, and now have a point."""
    known: int
    """Places the program had already."""
    bad_lines: int

    def as_json(self) -> dict[str, str | int]:
        """For a pipe."""
        return asdict(self)


Progress = Callable[[int, int], None]
"""Told how many bytes of how many are read."""


def import_file(source: Path, folder: Path, shipped: Gazetteer, progress: Progress) -> Imported:
    """Read `source`, a text or zip of GeoNames, and write a table of it into `folder`.

    The table is there whole or not at all; one of the same file before is replaced. Raises
    `CaseError` where it is no such file, too large, or cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    unfinished = folder / UNFINISHED
    try:
        with streaming.opened(source) as text:
            done = _Import(text, unfinished, shipped, progress).run(folder)
    except (sqlite3.Error, OSError) as error:
        raise CaseError(
            _("The places could not be written: {reason}.").format(reason=error),
            _("Make room on the disk and import the file again."),
        ) from error
    finally:
        with suppress(FileNotFoundError):
            unfinished.unlink()
    return done


class _Import:
    """One run over one text."""

    def __init__(
        self, text: streaming.Text, unfinished: Path, shipped: Gazetteer, progress: Progress
    ) -> None:
        self._text = text
        self._unfinished = unfinished
        self._known = Known(shipped)
        self._progress = progress
        self._counts: Counter[str] = Counter()
        self._countries: Counter[str] = Counter()
        self._parse: Parse | None = None
        self._read = 0
        self._next_own = schema.FIRST_OWN_ID
        self._codes: set[str] = set()

    def run(self, folder: Path) -> Imported:
        self._unfinished.unlink(missing_ok=True)
        with closing(sqlite3.connect(self._unfinished, isolation_level=None)) as connection:
            connection.executescript(schema.CREATE)
            self._write(connection)
            self._refuse_if_wrong(is_end=True)
            name = self._name()
            about = {"title": name, "attribution": "GeoNames (CC BY 4.0)"}
            connection.executemany("INSERT INTO meta VALUES (?, ?)", sorted(about.items()))
            connection.executescript(schema.FINISH)
        _flush(self._unfinished)
        target = folder / f"{name}{SUFFIX}"
        self._unfinished.replace(target)
        counts = self._counts
        return Imported(
            target.name, counts["places"], counts["refined"], counts["known"], counts["bad"]
        )

    def _write(self, connection: sqlite3.Connection) -> None:
        writer = schema.Writer(connection)
        connection.execute("BEGIN")
        for line in self._lines():
            self._countries[line.country] += 1
            place = self._place(line)
            if place is not None:
                writer.add(place, _names(line))
                self._counts["places"] += 1
                if self._counts["places"] % MANY == 0:
                    connection.execute("COMMIT")
                    connection.execute("BEGIN")
        connection.execute("COMMIT")

    def _lines(self) -> Iterator[Line]:
        """What the file names; bad lines are counted, and too many of them refused."""
        for number, line in enumerate(streaming.lines(self._text, self._on_read)):
            if number % OFTEN == 0:
                self._progress(self._read, self._text.size)
            if line is not None and not line.strip():
                continue
            self._counts["lines"] += 1
            found = self._parsed(line)
            self._refuse_if_wrong(is_end=False)
            if found is not None:
                yield found
        self._progress(self._text.size, self._text.size)

    def _parsed(self, line: str | None) -> Line | None:
        if line is not None and self._parse is None:
            self._parse = dumps.parser(line)
        if line is not None and self._parse is not None:
            try:
                return self._parse(line)
            except BadLine:
                self._counts["bad"] += 1
                return None
        self._counts["bad"] += 1
        return None

    def _on_read(self, done: int) -> None:
        self._read = done

    def _refuse_if_wrong(self, *, is_end: bool) -> None:
        bad, lines = self._counts["bad"], self._counts["lines"]
        is_wrong = is_end and not lines
        if lines >= LOOKED_AT or is_end:
            is_wrong = is_wrong or self._parse is None or bad > MOST_BAD * lines
        if is_wrong:
            raise CaseError(
                _("{name} is no file of places of GeoNames.").format(name=self._text.name),
                _("Choose a dump of a country (19 columns) or its postal codes (12 columns)."),
            )

    def _place(self, line: Line) -> schema.Place | None:
        """What is written of a line; None where that is known already."""
        number, code = line.id, ""
        area = self._known.area(line)
        if area is not None:
            code = area.id
            self._counts["refined"] += 1
        elif self._known.has(line):
            self._counts["known"] += 1
            return None
        elif not number:
            code = f"postal:{line.country}:{key(line.name)}:{line.lat:.3f},{line.lon:.3f}"
        if code:
            if code in self._codes:  # one place, several postal codes
                return None
            self._codes.add(code)
            number, self._next_own = self._next_own, self._next_own + 1
        return schema.Place(
            number,
            code,
            area.name if area else line.name,
            area.kind if area else line.kind,
            line.lat,
            line.lon,
            line.reach_m or precision_m(line.population),
            line.country,
            area.state if area else self._known.state(line),
            area.raion if area else line.raion,
            area.hromada if area else "",
            line.population,
            line.is_capital,
        )

    def _name(self) -> str:
        sort = "postal" if self._parse is dumps.of_postal else "places"
        countries = list(self._countries)
        where = countries[0] if len(countries) == 1 else "world"
        return f"geonames-{sort}-{where}"


def _names(line: Line) -> dict[str, int]:
    """Keys and what they are worth."""
    found = {key(alias): ALIAS for alias in line.aliases if is_useful(alias)}
    found[key(line.name)] = MAIN
    return {name: weight for name, weight in found.items() if name}


def _flush(path: Path) -> None:
    """See that what was written is on the disk before it gets its name."""
    with path.open("r+b") as file:
        os.fsync(file.fileno())
