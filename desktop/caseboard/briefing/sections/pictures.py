"""Pictures: each with its caption and its credit exactly as published."""

from collections.abc import Iterator
from functools import partial

from caseboard.briefing.blocks import Block, Figure, Figures, Paragraph, Role, Run, Tone
from caseboard.briefing.making import Making
from caseboard.i18n import _
from caseboard.model import moments
from caseboard.model.clip import Clip, ClipFile
from caseboard.model.refs import short
from caseboard.model.terms import ClipKind, FileRole


def made(making: Making) -> tuple[Block, ...]:
    """A figure for each picture of the case, each once."""
    figures = tuple(_figure(making, clip, file) for clip, file in _pictures(making))
    return (Figures(figures),) if figures else ()


def _pictures(making: Making) -> Iterator[tuple[Clip, ClipFile]]:
    seen: set[str] = set()
    for clip in making.dossier.clips:
        for file in sorted(making.index.files.get(clip.id, []), key=lambda file: file.ordinal):
            wanted = file.role is FileRole.PICTURE or (
                clip.kind is ClipKind.IMAGE and file.role is FileRole.ORIGINAL
            )
            if wanted and file.media_type.startswith("image/") and file.sha256 not in seen:
                seen.add(file.sha256)
                yield clip, file


def _figure(making: Making, clip: Clip, file: ClipFile) -> Figure:
    return Figure(
        tuple(_caption(making, clip, file)),
        partial(making.pictures, file.sha256),
        _("This picture could not be shown: {name}.").format(name=file.name),
    )


def _caption(making: Making, clip: Clip, file: ClipFile) -> Iterator[Paragraph]:
    caption = file.caption.strip() or (clip.title if clip.kind is ClipKind.IMAGE else "")
    if caption:
        yield Paragraph((Run(caption),), Role.TABLE)
    # The credit is a condition of use: printed to the letter, spaces and all.
    credit = file.credit or (clip.credit if clip.kind is ClipKind.IMAGE else "")
    if credit:
        yield Paragraph((Run(credit, bold=True),), Role.SMALL)
    else:
        yield Paragraph((Run(_("No credit was published."), italic=True),), Role.SMALL)
    yield Paragraph(tuple(_origin(making, clip)), Role.SMALL)


def _origin(making: Making, clip: Clip) -> Iterator[Run]:
    if clip.published:
        when = moments.show(clip.published)
        text = _("Published {when}, exhibit {ref}").format(when=when, ref=short(clip.ref))
    else:
        text = _("Date of publication unknown, exhibit {ref}").format(ref=short(clip.ref))
    yield Run(f"{text} ", tone=Tone.MUTED)
    yield making.citations.cite(clip)
