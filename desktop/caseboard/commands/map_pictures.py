"""The map of a case as a picture: PNG, SVG or PDF."""

from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from sqlmodel import Session

from caseboard import PROGRAM
from caseboard.briefing.making import MapStuff
from caseboard.errors import CaseError
from caseboard.i18n import _, spoken
from caseboard.mapping.scene import Scene
from caseboard.mapping.symbols import SymbolMaker
from caseboard.model.ids import CaseId
from caseboard.paths import resources
from caseboard.store import layers as layer_rows
from caseboard.store.files import FileStore

if TYPE_CHECKING:
    from caseboard.commands.overlaying import Laid
    from caseboard.mapping.content import Overlay
    from caseboard.mapping.ground import GroundReader


class Form(StrEnum):
    """How a map is written."""

    PNG = "png"
    SVG = "svg"
    PDF = "pdf"


@dataclass(frozen=True, slots=True)
class Told:
    """What a picture says of itself, as far as its form lets it."""

    title: str
    made: datetime


def form_of(target: Path) -> Form:
    """How a map is written to a file of this name; raises `CaseError` where it does not say."""
    suffix = target.suffix.lower().removeprefix(".")
    if suffix not in set(Form):
        raise CaseError(
            _("A map is not written as {name}.").format(name=target.suffix or target.name),
            _("Give the file a name that ends in .png, .svg or .pdf."),
        )
    return Form(suffix)


def drawn(scene: Scene, form: Form, told: Told, factor: float = 1.0) -> bytes:
    """The bytes of a picture; of a PNG, each pixel of the scene is `factor` dots wide.

    It takes a while: not for the thread that paints.
    """
    if form is Form.SVG:
        from caseboard.mapping import svg  # noqa: PLC0415  numpy, for a map alone

        return svg.written(scene).encode()
    from caseboard.briefing.pdf import map_file  # noqa: PLC0415  as above

    page = map_file.page(
        scene, title=told.title, program=PROGRAM, made=told.made, language=spoken()
    )
    return page if form is Form.PDF else map_file.dots(page, factor)


@cache
def ground() -> "GroundReader":
    """The ground that ships with the program, opened once."""
    from caseboard.mapping.ground import ShippedGround  # noqa: PLC0415  as above

    return ShippedGround(resources())


def layers(session: Session, case_id: CaseId) -> "list[Laid]":
    """The layers of a case, from the lowest to the highest (a `store` query)."""
    if not layer_rows.of_case(session, case_id):
        return []
    from caseboard.commands import overlaying  # noqa: PLC0415  as above

    return overlaying.of_case(session, case_id)


@contextmanager
def stuff(files: FileStore, laid: "Iterable[Laid]") -> Iterator[MapStuff]:
    """What a map of these layers is drawn from; raises `CaseError` where one cannot be read."""
    symbols = SymbolMaker()
    try:
        with _read(files, tuple(laid)) as overlays:
            yield MapStuff(ground, overlays, symbols)
    finally:
        symbols.close()


@contextmanager
def _read(files: FileStore, laid: "tuple[Laid, ...]") -> "Iterator[tuple[Overlay, ...]]":
    """The overlays, with their tiles for as long as one is inside."""
    if not laid:
        yield ()
        return
    from caseboard.commands.overlaying import Overlays  # noqa: PLC0415  as above

    with closing(Overlays(files)) as reader:
        overlays, wrong = reader.read(laid)
        if wrong:
            raise wrong[0]
        yield overlays
