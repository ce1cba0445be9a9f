"""From the bytes of one file to its `Reading`: run in the worker, never where case data is."""

from collections.abc import Mapping
from dataclasses import replace

from caseboard.capture import frame_count, kept_only, layout, pages, picture, plain, sniff, urls
from caseboard.capture.decode import decode
from caseboard.capture.documents import kinds
from caseboard.capture.documents.charset import characters
from caseboard.capture.exif_terms import ORIENTATION
from caseboard.capture.reading import Reading
from caseboard.errors import CaseError
from caseboard.i18n import _
from caseboard.model.parts import Part
from caseboard.model.terms import ClipKind, PartKind

LINKS = {"text/uri-list", "text/x-moz-url"}


def can_read(kind: ClipKind, media_type: str) -> bool:
    """Whether files of this kind and media type are read at all."""
    return kind is ClipKind.IMAGE or media_type in sniff.HTML | sniff.TEXTS | kinds.READERS.keys()


def read(
    kind: ClipKind,
    media_type: str,
    data: bytes,
    *,
    url: str = "",
    pictures: Mapping[str, str] | None = None,
    status: int | None = None,
    charset: str = "",
) -> Reading:
    """Read `data`. `pictures` (address → ordinal) are those of the page's that the clip holds.

    `status` and `charset` are those of the answer over HTTP that brought a page, where one did.
    Raises `CaseError` where it cannot be read.
    """
    if kind is ClipKind.IMAGE:
        return read_picture(data)
    if media_type in sniff.HTML:
        markup = characters(data, charset) if charset else data
        return pages.read(markup, url=url, pictures=pictures, status=status)
    if media_type in kinds.READERS:
        return kinds.READERS[media_type](data)
    if media_type in sniff.TEXTS:
        text = decode(data)
        if kind is ClipKind.ARTICLE and urls.is_web(text) and len(text.split()) == 1:
            raise _only_a_link()
        read = pages.of_page(plain.read(text[: layout.MAX_TEXT]))
        return replace(read, problem=_text_problem(text, read))
    if media_type in LINKS:
        raise _only_a_link()
    raise kept_only.sentence(media_type)


def _text_problem(text: str, read: Reading) -> str:
    if len(text) > layout.MAX_TEXT:
        return _("Only the beginning was read: the text is very long. It is kept whole.")
    return "" if read.text.strip() else _("There are no words in this file. It is kept as it is.")


def read_picture(data: bytes) -> Reading:
    """Read a picture: its caption is its text, with nothing of it body."""
    seen = picture.read(data)
    known = seen.known
    lines = [(PartKind.TITLE, known.title), (PartKind.CAPTION, known.caption)]
    text, parts = "", []
    for kind, line in lines:
        if line and line not in text:
            start = len(text) + 2 * bool(text)
            text = f"{text}\n\n{line}" if text else line
            ordinal = 0 if kind is PartKind.CAPTION else None
            parts.append(Part(kind, start, len(text), body=False, picture=ordinal))
    return Reading(
        title=known.title,
        author=known.byline,
        published=known.taken,
        published_as_printed=known.taken_as_printed,
        text=text,
        parts=tuple(parts),
        credit=known.credit,
        licence=known.licence,
        metadata={**_file(seen), **seen.metadata},
        thumbnail=seen.thumbnail or None,
        display=seen.display or None,
        size=(seen.width, seen.height),
        place=known.place,
        place_precision=known.precision_m,
        said_in=known.said_in,
        fingerprint=seen.fingerprint,
        problem=seen.problem,
    )


def _file(seen: picture.Picture) -> dict[str, str]:
    """What is to be said of the file, whatever is written in it."""
    words = {"Format": seen.format, "Size": f"{seen.width} × {seen.height}"}
    if seen.frames > 1:
        some = "1,000 or more" if seen.frames >= frame_count.MOST else str(seen.frames)
        words["Frames"] = f"{some}, of which the first is shown"
    words["Orientation"] = ORIENTATION[seen.orientation]
    return words


def _only_a_link() -> CaseError:
    return CaseError(
        _("Only the link is kept: its page has not been fetched."),
        _("Save the page and add its file, or copy its text and paste it."),
    )
