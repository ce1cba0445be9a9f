"""Pictures: each with its caption, its credit exactly as published, its date, place and rights.

What is printed is the copy the worker made. The files as they were taken in are foreign bytes, and
are never opened to make a briefing.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from caseboard.briefing.blocks import Block, Figure, Figures, Paragraph, Role, Run, Tone
from caseboard.briefing.making import Making
from caseboard.briefing.release import Reason
from caseboard.briefing.sections import picture_dates
from caseboard.briefing.sections.picture_regions import Marked, marked
from caseboard.i18n import _
from caseboard.model import moments
from caseboard.model.clip import Clip, ClipFile
from caseboard.model.refs import short
from caseboard.model.terms import ClipKind, FileRole, Reuse

SHOWN = "picture to show"
"""The step that makes the copy, upright and at most 2048 pixels either way."""


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture of the case, wherever it came in: the same bytes are the same picture."""

    files: tuple[ClipFile, ...]
    clips: tuple[Clip, ...]
    """Those the files are of, in their order; one stands twice that has it twice."""

    @property
    def first(self) -> ClipFile:
        """The file that came in first."""
        return self.files[0]


def made(making: Making) -> tuple[Block, ...]:
    """A figure for each picture of the case, each once."""
    figures = tuple(_figure(making, picture) for picture in pictures(making))
    return (Figures(figures),) if figures else ()


def pictures(making: Making) -> list[Picture]:
    """Every picture of the case, in the order in which they came in."""
    found: dict[str, list[tuple[ClipFile, Clip]]] = {}
    for clip in making.dossier.clips:
        for file in sorted(making.index.files.get(clip.id, []), key=lambda file: file.ordinal):
            wanted = file.role is FileRole.PICTURE or (
                clip.kind is ClipKind.IMAGE and file.role is FileRole.ORIGINAL
            )
            if wanted and file.media_type.startswith("image/"):
                found.setdefault(file.sha256, []).append((file, clip))
    return [
        Picture(tuple(file for file, _clip in pairs), tuple(clip for _file, clip in pairs))
        for pairs in found.values()
    ]


def _figure(making: Making, picture: Picture) -> Figure:
    copy = _copy(making, picture)
    regions = marked(making, [file.id for file in picture.files]) if copy else ()
    return Figure(
        tuple(_caption(making, picture, regions)),
        _alt(picture),
        None if copy is None else partial(making.pictures, copy.sha256),
        _problem(making, picture),
        regions=tuple(each.region for each in regions),
    )


def _copy(making: Making, picture: Picture) -> ClipFile | None:
    """What the worker made of this picture, of a clip whose pictures may be printed."""
    for file, clip in zip(picture.files, picture.clips, strict=True):
        if clip.id in making.pictureless:
            continue
        for made_ in making.index.files.get(clip.id, []):
            of_it = made_.ordinal == file.ordinal and made_.step == SHOWN
            if of_it and made_.role is FileRole.DERIVATIVE:
                return made_
    return None


def _problem(making: Making, picture: Picture) -> str:
    if all(clip.id in making.pictureless for clip in picture.clips):
        by_rights = {each.row_id for each in making.withheld if each.reason is Reason.RIGHTS}
        if by_rights.isdisjoint(clip.id for clip in picture.clips) and making.withheld:
            return _("Not printed in this copy: the words on it tell a position.")
        return _("Not printed in this copy: nobody is known to have allowed its re-use.")
    return _("This picture could not be shown: {name}.").format(name=picture.first.name)


def _alt(picture: Picture) -> str:
    told = [text for file in picture.files for text in (file.alt, file.caption) if text.strip()]
    told += [clip.title for clip in picture.clips if clip.title.strip()]
    return told[0].strip() if told else picture.first.name


def _caption(making: Making, picture: Picture, regions: tuple[Marked, ...]) -> Iterator[Paragraph]:
    """What it shows, whose it is, when and where it was taken, and how it may be used."""
    if what := _what(picture):
        yield Paragraph((Run(what),), Role.TABLE)
    yield Paragraph((_credit(picture),), Role.SMALL)
    if regions:
        yield Paragraph(tuple(_legend(regions)), Role.SMALL)
    said, is_illustrative = picture_dates.dated(making, picture.files, picture.clips)
    if is_illustrative:
        yield Paragraph((Run(said, bold=True, tone=Tone.WARN),), Role.SMALL)
    place = picture_dates.where(making, picture.files)
    facts = [] if is_illustrative else [said]
    facts += [_("Place: {place}.").format(place=place)] if place else []
    facts.append(_rights(picture))
    yield Paragraph((Run(" ".join(facts), tone=Tone.MUTED),), Role.SMALL)
    yield Paragraph(tuple(_origin(making, picture)), Role.SMALL)


def _what(picture: Picture) -> str:
    """Its caption, as published; else what a clip that is this picture is called."""
    captions = (file.caption.strip() for file in picture.files)
    titles = (clip.title.strip() for clip in picture.clips if clip.kind is ClipKind.IMAGE)
    return next((text for text in (*captions, *titles) if text), "")


def _credit(picture: Picture) -> Run:
    """A condition of use: printed to the letter, spaces and all."""
    credits_ = (file.credit for file in picture.files)
    of_clips = (clip.credit for clip in picture.clips if clip.kind is ClipKind.IMAGE)
    credit = next((text for text in (*credits_, *of_clips) if text), "")
    if not credit:
        return Run(_("No credit was published."), italic=True)
    return Run(credit, bold=True)


def _legend(regions: tuple[Marked, ...]) -> Iterator[Run]:
    for number, each in enumerate(regions):
        yield from (Run("; "),) if number else ()
        yield from each.legend


def _rights(picture: Picture) -> str:
    """Whether it may be printed again, and on what terms as far as they are known."""
    reuses = {clip.reuse for clip in picture.clips}
    reuse = next((each for each in (Reuse.REFUSED, Reuse.ALLOWED) if each in reuses), Reuse.UNKNOWN)
    said = {
        Reuse.ALLOWED: _("Re-use allowed."),
        Reuse.REFUSED: _("Re-use refused."),
        Reuse.UNKNOWN: _("Re-use not cleared."),
    }[reuse]
    credit = _credit(picture).text
    terms = dict.fromkeys(" ".join(clip.licence.split()) for clip in picture.clips)
    licence = "; ".join(term for term in terms if term and term not in credit)
    return f"{said} {_('Terms: {terms}.').format(terms=licence.rstrip('.'))}" if licence else said


def _origin(making: Making, picture: Picture) -> Iterator[Run]:
    """`Published 14 Nov 2024, exhibit E001 [1].`, for each exhibit it is in."""
    for number, clip in enumerate({clip.id: clip for clip in picture.clips}.values()):
        ref = short(clip.ref)
        if clip.published:
            when = moments.show(clip.published)
            text = _("Published {when}, exhibit {ref}").format(when=when, ref=ref)
        else:
            text = _("Date of publication unknown, exhibit {ref}").format(ref=ref)
        yield Run(f"{' ' if number else ''}{text} ", tone=Tone.MUTED)
        yield making.citations.cite(clip)
        yield Run(".", tone=Tone.MUTED)
