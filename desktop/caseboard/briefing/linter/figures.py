"""Pictures without a credit, and layers of no known date."""

from collections.abc import Iterator

from caseboard.briefing.blocks import SectionKind
from caseboard.briefing.linter.finding import Finding, Rule, Where
from caseboard.briefing.linter.reading import Reading, of_clip
from caseboard.i18n import _
from caseboard.model.clip import Clip, ClipFile
from caseboard.model.refs import short
from caseboard.model.terms import ClipKind, FileRole


def found(reading: Reading) -> Iterator[Finding]:
    """What every figure says, where one does not."""
    if SectionKind.PICTURES in reading.kinds:
        yield from _pictures(reading)
    if SectionKind.MAP in reading.kinds:
        yield from _layers(reading)


def _pictures(reading: Reading) -> Iterator[Finding]:
    seen: set[str] = set()
    for clip in reading.dossier.clips:
        for file in reading.index.files.get(clip.id, []):
            if not _is_printed(clip, file) or file.sha256 in seen:
                continue
            seen.add(file.sha256)
            if not (file.credit or (clip.credit if clip.kind is ClipKind.IMAGE else "")):
                words = _("A picture of {ref} has no credit: {name}.")
                yield Finding(
                    Rule.NO_CREDIT,
                    words.format(ref=short(clip.ref), name=file.name or _("unnamed")),
                    _("Enter it exactly as it was published, or leave the picture out."),
                    of_clip(clip),
                )


def _is_printed(clip: Clip, file: ClipFile) -> bool:
    is_its_own = clip.kind is ClipKind.IMAGE and file.role is FileRole.ORIGINAL
    is_picture = file.role is FileRole.PICTURE or is_its_own
    return is_picture and file.media_type.startswith("image/")


def _layers(reading: Reading) -> Iterator[Finding]:
    for layer in reading.dossier.layers:
        if layer.is_shown and not layer.as_of.strip():
            yield Finding(
                Rule.NO_AS_OF,
                _("Layer {ref} does not say as of when: {name}.").format(
                    ref=short(layer.ref), name=layer.name
                ),
                _("Enter the time it shows, or hide it on the map."),
                Where(table="layer", row_id=layer.id, anchor="map"),
            )
