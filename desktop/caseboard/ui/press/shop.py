"""What the process that prints keeps warm: the library, the dossier, symbols, layers."""

import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Self

from caseboard.briefing import pdf
from caseboard.briefing.making import MapStuff
from caseboard.briefing.release import Ceiling
from caseboard.commands import composing, map_pictures
from caseboard.commands.composing import Composition
from caseboard.commands.overlaying import Laid, Overlays
from caseboard.errors import CaseError
from caseboard.i18n import _
from caseboard.mapping.symbols import SymbolMaker
from caseboard.model.work import Briefing
from caseboard.store.columns import table_of
from caseboard.store.files import FileStore
from caseboard.store.library import Library
from caseboard.store.values import row_from_json
from caseboard.ui.press import words
from caseboard.ui.press.reading import Reader

LONGEST = 0.5
"""Seconds that somebody who goes on typing may wait for a page, older as it may be."""

Done = tuple[dict[str, Any], bytes]


class _Replaced(Exception):
    """A newer state of the briefing waits to be printed."""


class Shop:
    """Prints briefings of one library; a context, which lets all of it go."""

    def __init__(self, folder: Path) -> None:
        self._library = Library.open(folder, "press", read_only=True)
        self._reader = Reader(self._library.database)
        self._symbols = SymbolMaker()
        self._overlays = Overlays(self._library.files)
        self._shown_at = time.monotonic()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_exc: object) -> None:
        self._overlays.close()
        self._symbols.close()
        self._library.close()

    def do(
        self, task: str, options: dict[str, Any], is_replaced: Callable[[], bool]
    ) -> Done | None:
        """Answer a request; None where it was given up for a newer one. Raises `CaseError`."""
        briefing = Briefing(**row_from_json(table_of(Briefing), options["briefing"]))
        ceiling = words.ceiling(options["ceiling"]) if options["ceiling"] else None
        match task:
            case "render":
                return self._render(briefing, ceiling, is_replaced)
            case "findings":
                return self._findings()
            case _:
                return self._left_out(briefing, ceiling)

    def _render(
        self, briefing: Briefing, ceiling: Ceiling | None, is_replaced: Callable[[], bool]
    ) -> Done | None:
        def look(_done: int = 0, _total: int = 0) -> None:
            if is_replaced() and time.monotonic() - self._shown_at < LONGEST:
                raise _Replaced

        try:
            with self._composed(briefing, ceiling) as made:
                look()
                printed = pdf.rendered(made.outline, briefing.page_size, progress=look)
        except _Replaced:
            return None
        self._shown_at = time.monotonic()
        header = {
            "pages": printed.pages,
            "places": dict(printed.places),
            "counts": {},
            "version": made.version,
        }
        return header, printed.data

    def _findings(self) -> Done:
        return {"findings": []}, b""

    def _left_out(self, briefing: Briefing, ceiling: Ceiling | None) -> Done:
        with self._composed(briefing, ceiling) as made:
            return {"withheld": words.withheld_to_json(made.copy.withheld)}, b""

    @contextmanager
    def _composed(self, briefing: Briefing, ceiling: Ceiling | None) -> Iterator[Composition]:
        material = self._material(briefing)
        files = self._library.files
        with composing.composed(files, material, briefing, ceiling, stuff=self._stuff) as made:
            yield made

    def _material(self, briefing: Briefing) -> composing.Material:
        try:
            return self._reader.material(briefing)
        except LookupError as error:
            raise CaseError(_("The case is no longer in the library.")) from error

    @contextmanager
    def _stuff(self, _files: FileStore, laid: Iterable[Laid]) -> Iterator[MapStuff]:
        """What maps are drawn from, read once and kept; see `map_pictures.stuff`."""
        overlays, wrong = self._overlays.read(laid)
        if wrong:
            raise wrong[0]
        yield MapStuff(map_pictures.ground, overlays, self._symbols)
