"""Words that a machine read in the pictures of a clip's pages, made the clip's text."""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from sqlmodel import Session, col, select

from caseboard.analysis.similarity import sketch
from caseboard.capture import language
from caseboard.capture.ocr import OcrText
from caseboard.commands.clips import KeptFile
from caseboard.commands.editing import living
from caseboard.errors import CaseError
from caseboard.i18n import _
from caseboard.model.clip import Anchor, Clip, ClipFile
from caseboard.model.columns import new_id
from caseboard.model.ids import CaseId, ClipId, FileId
from caseboard.model.parts import GAP, Part, body_text
from caseboard.model.terms import AnchorKind, ClipState, FileRole, PartKind
from caseboard.store import clips

MARK = "OCR by "
"""How `Clip.said_in["text"]` and the step of the file begin where a machine read the words."""
WORDS_TYPE = "application/json"


@dataclass(frozen=True, slots=True)
class PageWords:
    """What was read on one page of a document; of a picture, `page` is None."""

    page: int | None
    found: OcrText

    @property
    def paragraphs(self) -> list[str]:
        """Paragraphs with their lines joined; a word broken at the end of a line is whole again."""
        joined = (_joined(block.splitlines()) for block in self.found.text.split("\n\n"))
        return [text for text in joined if text]


@dataclass(frozen=True, slots=True)
class KeepMachineWords:
    """Make what a machine read the text of a clip, marked as such; what it had stays.

    Where passages of the clip are anchored, the new words come after the old, so that none of
    them moves; else they stand in the order of the pages.
    """

    case_id: CaseId
    clip_id: ClipId
    pages: tuple[PageWords, ...]
    step: str
    """`OCR by tesseract 5.3.4, eng+ukr`."""
    file: KeptFile
    """Every word with its place, as `as_json` writes them."""

    @property
    def label(self) -> str:
        """What the journal says."""
        return _("Read words by OCR")

    def do(self, session: Session) -> None:
        """Set the clip's text; raises `CaseError` where there is none, or the clip has gone."""
        clip: Clip = living(session, Clip, self.clip_id)
        new = [(each.page, text) for each in self.pages for text in each.paragraphs]
        if not new:
            raise no_words()
        text, parts = _together(clip, new, is_fixed=_is_anchored(session, self.clip_id))
        body = body_text(text, parts)
        clip.text, clip.parts = text, [part.as_json() for part in parts]
        clip.state, clip.problem = ClipState.READY, ""
        clip.language = clip.language or language.guess(body)
        clip.fingerprint = sketch(body)
        clip.said_in = {**clip.said_in, "text": self.step}
        session.add(self._file(session))

    def _file(self, session: Session) -> ClipFile:
        return ClipFile(
            id=FileId(new_id()),
            clip_id=self.clip_id,
            sha256=self.file.stored.sha256,
            role=FileRole.DERIVATIVE,
            name=self.file.name,
            media_type=self.file.media_type,
            bytes=self.file.stored.bytes,
            made_from_id=clips.source(session, self.clip_id).id,
            step=self.step,
        )


def is_machine_read(clip: Clip) -> bool:
    """Whether a machine read the words of a clip, or some of them."""
    return str(clip.said_in.get("text", "")).startswith(MARK)


def no_words() -> CaseError:
    """There is nothing in the pictures that looks like words."""
    return CaseError(
        _("No words were found on the pages."),
        _("They may be too faint, turned, or in a language that is not installed for tesseract."),
    )


def as_json(pages: Sequence[PageWords]) -> bytes:
    """The words by page with their boxes in fractions of it, for `from_json`."""
    rows = {
        str(each.page or 1): [
            [word.text, word.x, word.y, word.w, word.h, word.confidence]
            for word in each.found.words
        ]
        for each in pages
    }
    return json.dumps({"pages": rows}, ensure_ascii=False).encode("utf-8", "replace")


def from_json(data: bytes) -> dict[int, list[tuple[str, float, float, float, float]]]:
    """Words and boxes by page; raises `ValueError` where it is no such file."""
    try:
        rows = json.loads(data)["pages"]
        return {int(page): [_word(*row) for row in words] for page, words in rows.items()}
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(error) from error


def _word(
    text: object, x: float, y: float, w: float, h: float, _confidence: float
) -> tuple[str, float, float, float, float]:
    return str(text), float(x), float(y), float(w), float(h)


def _together(
    clip: Clip, new: Sequence[tuple[int | None, str]], *, is_fixed: bool
) -> tuple[str, list[Part]]:
    old = [Part.from_json(row) for row in clip.parts]
    if clip.text and (is_fixed or not old):
        return _appended(clip.text, old, new)
    pieces = [(part, clip.text[part.start : part.end]) for part in old]
    pieces += [(Part(PartKind.PARAGRAPH, 0, 0, body=True, page=page), words) for page, words in new]
    pieces.sort(key=lambda piece: piece[0].page or 0)
    parts, texts, at = [], [], 0
    for part, words in pieces:
        end = at + len(words)
        parts.append(Part(part.kind, at, end, part.body, part.picture, part.page))
        texts.append(words)
        at = end + len(GAP)
    return GAP.join(texts), parts


def _appended(
    text: str, parts: Sequence[Part], new: Sequence[tuple[int | None, str]]
) -> tuple[str, list[Part]]:
    found = list(parts) or [Part(PartKind.PARAGRAPH, 0, len(text), body=True)]
    for page, words in new:
        start = len(text) + len(GAP)
        found.append(Part(PartKind.PARAGRAPH, start, start + len(words), body=True, page=page))
        text = f"{text}{GAP}{words}"
    return text, found


def _is_anchored(session: Session, clip_id: ClipId) -> bool:
    query = select(Anchor.id).where(
        Anchor.clip_id == clip_id, Anchor.kind == AnchorKind.TEXT, col(Anchor.deleted).is_(None)
    )
    return session.exec(query).first() is not None


def _joined(lines: Sequence[str]) -> str:
    text = ""
    for line in lines:
        words = " ".join(line.split())
        is_broken = text.endswith("-") and text[-2:-1].isalpha() and words[:1].islower()
        text = text[:-1] + words if is_broken else f"{text} {words}".strip()
    return text
