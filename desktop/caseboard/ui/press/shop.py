"""What the process that prints keeps warm: the library, the dossier, symbols, layers."""

import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from caseboard.analysis import standing
from caseboard.briefing import linter, pdf, release, section_counts
from caseboard.briefing.linter.finding import Finding, Rule, Where
from caseboard.briefing.making import MapStuff
from caseboard.briefing.release import Ceiling
from caseboard.commands import composing, map_pictures
from caseboard.commands.composing import Composition
from caseboard.commands.overlaying import Laid, Overlays
from caseboard.errors import CaseError
from caseboard.i18n import _, ngettext
from caseboard.mapping.symbols import SymbolMaker
from caseboard.model.terms import Template
from caseboard.model.work import Briefing
from caseboard.store.columns import table_of
from caseboard.store.files import FileStore
from caseboard.store.library import Library
from caseboard.store.values import row_from_json
from caseboard.ui.press import words
from caseboard.ui.press.reading import Reader

if TYPE_CHECKING:
    from caseboard.briefing.blocks import Outline

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
        self._printed: tuple[Briefing, Outline, int] | None = None
        """What was printed last, and how many pages that were."""

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
                return self._findings(briefing)
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
                printed = pdf.rendered(
                    made.outline, briefing.page_size, progress=look, is_tagged=False
                )
        except _Replaced:
            return None
        self._shown_at = time.monotonic()
        self._printed = briefing, made.outline, printed.pages
        header = {
            "pages": printed.pages,
            "places": dict(printed.places),
            "counts": section_counts.counts(made.outline),
            "version": made.version,
        }
        return header, printed.data

    def _findings(self, briefing: Briefing) -> Done:
        dossier = self._material(briefing).dossier
        standings = standing.standings(dossier)
        printed = self._printed if self._printed and self._printed[0] == briefing else None
        outline = printed[1] if printed else None
        found = linter.findings(dossier, briefing, standings, outline)
        if printed and briefing.template == Template.FLASH and printed[2] > 1:
            found = (*found, _too_long(printed[2]))
        return {"findings": words.findings_to_json(found)}, b""

    def _left_out(self, briefing: Briefing, ceiling: Ceiling | None) -> Done:
        if ceiling is None:
            return {"withheld": []}, b""
        copy = release.made(self._material(briefing).dossier, briefing, ceiling)
        return {"withheld": words.withheld_to_json(copy.withheld)}, b""

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


def _too_long(pages: int) -> Finding:
    told = ngettext("A flash has {n} page.", "A flash has {n} pages.", pages)
    return Finding(
        Rule.TOO_LONG,
        told,
        _("Leave sections out, or say less: it is to be read on one page."),
        Where("sections", anchor="bottom_line"),
    )
