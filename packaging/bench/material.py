"""A large library to work on: made-up articles in two scripts, the same at every run."""

import io
import itertools
import os
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path

from PIL import Image
from sqlmodel import Session, SQLModel

from caseboard import PROGRAM
from caseboard.commands.cases import NewCase
from caseboard.commands.clips import THUMBNAIL
from caseboard.model import refs
from caseboard.model.clip import Anchor, Clip, ClipFile, Tag
from caseboard.model.entities import Location
from caseboard.model.ids import CaseId
from caseboard.model.parts import GAP, Part
from caseboard.model.terms import AnchorKind, ClipKind, ClipState, FileRole, Method, PartKind
from caseboard.store.database import Database
from caseboard.store.files import FileStore, Stored
from caseboard.store.journal import Entry, insert_rows
from caseboard.store.library import Library

WORDS = 25_000
BATCH = 250
"""Clips of one change-set."""
PICTURES = 40
NOON = datetime(2024, 11, 14, 12, 0, tzinfo=UTC)
LATIN = ("ka", "po", "ri", "ten", "sul", "mar", "vo", "lin", "da", "che", "no", "bra")
CYRILLIC = ("ку", "по", "рі", "тен", "сул", "мар", "во", "лін", "да", "че", "но", "бра")
COMMON = ("the", "of", "near", "Kupiansk", "assault", "Oskil", "brigade", "на", "та", "Куп'янськ")


@dataclass(frozen=True)
class Large:
    """A library with a large case and a small one."""

    folder: Path
    large: CaseId
    small: CaseId


class Writer:
    """Writes articles; the words fall as they do in any language, few of them often."""

    def __init__(self, seed: int = 7) -> None:
        self._dice = random.Random(seed)  # noqa: S311  it has to be the same each time
        self._words = [*COMMON, *itertools.islice(self._made_up(), WORDS)]
        weights = (1 / (rank + 3) for rank in range(len(self._words)))
        self._weights = list(itertools.accumulate(weights))

    def words(self, count: int) -> list[str]:
        """So many words."""
        return self._dice.choices(self._words, cum_weights=self._weights, k=count)

    def article(self) -> tuple[str, str, list[Part]]:
        """Title, text (about 4 kB) and parts."""
        title = " ".join(self.words(9)).capitalize()
        blocks = [title, *(self._paragraph() for _ in range(7))]
        parts, start = [], 0
        for number, block in enumerate(blocks):
            kind = PartKind.PARAGRAPH if number else PartKind.TITLE
            parts.append(Part(kind, start, start + len(block), body=number > 0))
            start += len(block) + len(GAP)
        return title, GAP.join(blocks), parts

    def _paragraph(self) -> str:
        sentences = (" ".join(self.words(14)).capitalize() for _ in range(6))
        return ". ".join(sentences) + "."

    def _made_up(self) -> Iterator[str]:
        for number in itertools.count():
            syllables = CYRILLIC if number % 3 == 0 else LATIN
            yield "".join(self._dice.choices(syllables, k=2 + number % 3)) + chr(97 + number % 26)


def large(shared: Path, rows: int) -> Large:
    """The library of a run, with a case of `rows` clips and one of a tenth; made the first time."""
    folder = shared / f"library-{rows}"
    known = shared / f"library-{rows}.cases"
    if not known.exists():
        library = Library.open(folder, "bench")
        try:
            ids = [_case(library, name, count) for name, count in _sizes(rows)]
        finally:
            library.close()
        known.write_text("\n".join(ids))
    one, other = known.read_text().split("\n")
    return Large(folder, CaseId(one), CaseId(other))


def page(number: int) -> bytes:
    """A web page of its own, about 6 kB, as a browser would hand it over."""
    title, text, _parts = Writer(number).article()
    paragraphs = "".join(f"<p>{block}</p>" for block in text.split(GAP)[1:])
    head = f"<title>{title}</title><meta property='og:site_name' content='Daily'>"
    return f"<html><head>{head}</head><body><h1>{title}</h1>{paragraphs}</body></html>".encode()


def photo(number: int, side: int = 160) -> bytes:
    """A small JPEG with something in it."""
    picture = Image.linear_gradient("L").resize((side, side)).rotate(number * 9)
    out = io.BytesIO()
    picture.convert("RGB").save(out, "JPEG", quality=80)
    return out.getvalue()


def put(files: Path, data: bytes) -> Stored:
    """Put a file where the library keeps it, without waiting for the disk."""
    stored = Stored(sha256(data).hexdigest(), len(data))
    path = FileStore(files).path(stored.sha256)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return stored


def _sizes(rows: int) -> tuple[tuple[str, int], ...]:
    return ("Large case", rows), ("Small case", rows // 10)


def _case(library: Library, title: str, count: int) -> str:
    command = NewCase(title)
    case_id = library.database.write_now(Entry(command.label), command.do).result
    pictures = [put(library.folder / "files", photo(number)) for number in range(PICTURES)]
    maker = _Maker(case_id, Writer(count), pictures, library.folder / "files")
    maker.add_places(library.database)
    for first in range(1, count + 1, BATCH):
        maker.add(library.database, range(first, min(first + BATCH, count + 1)))
    return case_id


class _Maker:
    """Fills one case, through the journal as everything else."""

    def __init__(
        self, case_id: CaseId, writer: Writer, pictures: Sequence[Stored], files: Path
    ) -> None:
        self._case_id = case_id
        self._writer = writer
        self._pictures = pictures
        self._files = files
        self._places = [Location(name=" ".join(writer.words(2))) for _ in range(60)]

    def add_places(self, database: Database) -> None:
        """Take in the places that clips will be tagged with."""
        insert(database, self._case_id, [self._places])

    def add(self, database: Database, numbers: range) -> None:
        """Add these clips, all of them read."""
        clips = [self._clip(number) for number in numbers]
        files = [file for clip in clips for file in self._files_of(clip)]
        anchors = [self._anchor(clip) for clip in clips[::3] for _ in range(2)]
        tags = [
            Tag(anchor_id=anchor.id, location_id=place.id)
            for anchor, place in zip(anchors, itertools.cycle(self._places), strict=False)
        ]
        insert(database, self._case_id, [clips, files, anchors, tags])

    def _clip(self, number: int) -> Clip:
        title, text, parts = self._writer.article()
        return Clip(
            case_id=self._case_id,
            ref=refs.clip_ref("BIG-2024-11", number),
            kind=ClipKind.ARTICLE,
            state=ClipState.READY,
            title=title,
            site="Daily",
            published=f"2024-{1 + number % 12:02}-{1 + number % 28:02}",
            captured=NOON + timedelta(seconds=number),
            text=text,
            parts=[part.as_json() for part in parts],
            method=Method.DROP,
            tool=PROGRAM,
        )

    def _files_of(self, clip: Clip) -> Iterator[ClipFile]:
        bytes_ = clip.text[:400].encode()
        yield original(clip, put(self._files, bytes_))
        picture = self._pictures[len(clip.text) % len(self._pictures)]
        yield _file(clip, picture, FileRole.DERIVATIVE, THUMBNAIL)

    def _anchor(self, clip: Clip) -> Anchor:
        start = 40 + len(clip.title)
        return Anchor(
            clip_id=clip.id,
            kind=AnchorKind.TEXT,
            exact=clip.text[start : start + 8],
            start=start,
            end=start + 8,
        )


def original(clip: Clip, stored: Stored) -> ClipFile:
    """The file a clip was read from."""
    return _file(clip, stored, FileRole.ORIGINAL, "")


def _file(clip: Clip, stored: Stored, role: FileRole, step: str) -> ClipFile:
    return ClipFile(
        clip_id=clip.id,
        sha256=stored.sha256,
        role=role,
        name=f"{clip.ref}{os.extsep}html",
        media_type="image/jpeg" if step else "text/html",
        bytes=stored.bytes,
        step=step,
    )


def insert(database: Database, case_id: CaseId, tables: Sequence[Sequence[SQLModel]]) -> None:
    """Write these rows, one table after the other, as one change-set."""

    def work(session: Session) -> None:
        for rows in tables:
            insert_rows(session, rows)

    database.write_now(Entry("Material", case_id), work)
