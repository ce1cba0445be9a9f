"""From two layers to the layer of what changed between them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from caseboard import i18n
from caseboard.commands import layer_files
from caseboard.commands.layer_files import Drawn, KeptLayer
from caseboard.commands.layers import AddLayer, LayerFacts
from caseboard.errors import CaseError
from caseboard.i18n import _
from caseboard.mapping import comparing, palette
from caseboard.mapping.comparing import Change, Piece
from caseboard.mapping.content import Feature
from caseboard.mapping.features import features
from caseboard.model import markings, moments, numerals
from caseboard.model.terms import LayerKind
from caseboard.model.work import Layer
from caseboard.store.files import FileStore


@dataclass(frozen=True, slots=True)
class Compared:
    """Two layers of a case, and what the areas in them are called."""

    before: Layer
    after: Layer
    earlier: tuple[Feature, ...]
    later: tuple[Feature, ...]

    def names(self, language: str) -> list[str]:
        """What both have areas of, such as `Occupied`; areas without a name are not among them."""
        known = comparing.named(self.later, language)
        return [name for name in comparing.named(self.earlier, language) if name in known and name]

    def change(self, name: str = "", language: str = "en") -> Change:
        """What changed of all areas, or of those of one name."""
        if not name:
            return comparing.change(self.earlier, self.later)
        earlier = comparing.named(self.earlier, language).get(name, ())
        return comparing.change(earlier, comparing.named(self.later, language).get(name, ()))


def compare(files: FileStore, before: Layer, after: Layer) -> Compared:
    """Read both; raises `CaseError` where a file is damaged or a layer has no areas."""
    read = [features(files.read(layer.features)) if layer.features else () for layer in
            (before, after)]  # fmt: skip
    for layer, found in zip((before, after), read, strict=True):
        if not any(each.polygons for each in found):
            raise CaseError(
                _("“{name}” has no areas to compare.").format(name=layer.name),
                _("Choose two layers with areas, such as one map on two days."),
            )
    return Compared(before, after, *read)


def add(files: FileStore, compared: Compared, name: str = "", language: str = "en") -> AddLayer:
    """The command that lays the change over the map; its file is kept already.

    Raises `CaseError` where nothing changed.
    """
    found = compared.change(name, language)
    if not (found.gained or found.lost):
        raise CaseError(_("The areas of these two layers are the same."))
    return AddLayer(
        compared.after.case_id,
        _facts(compared, name),
        _kept(files, found),
        LayerKind.CHANGE,
        (compared.before.id, compared.after.id),
    )


def _kept(files: FileStore, found: Change) -> KeptLayer:
    gained = _shapes(found.gained, "gained", palette.GAINED)
    return layer_files.keep_drawn(files, [*gained, *_shapes(found.lost, "lost", palette.LOST)])


def _shapes(pieces: Sequence[Piece], way: str, colour: str) -> Iterator[Drawn]:
    for piece in pieces:
        rings = [ring.tolist() for ring in piece.rings]
        yield Drawn(
            {"type": "Polygon", "coordinates": rings},
            properties={
                **{f"name:{language}": _said(piece, way, language) for language in i18n.LANGUAGES},
                "stroke": colour,
                "stroke-width": 2,
                "fill": colour,
                "fill-opacity": 0.45,
            },
        )


def _said(piece: Piece, way: str, language: str) -> str:
    with i18n.speaking(language):
        text = _("Gained, {km2} km²") if way == "gained" else _("Lost, {km2} km²")
        return text.format(km2=numerals.fixed(piece.km2, 1 if piece.km2 >= 0.1 else 3))


def _facts(compared: Compared, name: str) -> LayerFacts:
    before, after = compared.before, compared.after
    when = [moments.show(each.as_of) if each.as_of else each.name for each in (before, after)]
    title = _("Change, {before} to {after}").format(before=when[0], after=when[1])
    known = dict.fromkeys(each.attribution for each in (before, after) if each.attribution)
    return LayerFacts(
        name=f"{name}: {title}" if name else title,
        as_of=after.as_of,
        published=after.published,
        source_id=after.source_id if after.source_id == before.source_id else None,
        estimated=after.estimated or before.estimated,
        attribution="; ".join(known),
        marking=markings.highest(before.marking, after.marking),
    )
