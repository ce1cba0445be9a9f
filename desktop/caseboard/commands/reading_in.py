"""From the bytes of a clip to what is written down of it: read in the worker, copies kept."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import url2pathname

from caseboard.capture import drop as drops
from caseboard.capture import figures, sniff, urls
from caseboard.capture.fetching.fetched import Exchange
from caseboard.capture.reading import PictureRef, Reading, Unreadable
from caseboard.capture.safenames import stem
from caseboard.capture.worker import Worker
from caseboard.commands.clips import (
    DISPLAY,
    SANITISED,
    THUMBNAIL,
    FillClip,
    KeptFile,
    MarkUnread,
    meta,
)
from caseboard.commands.collecting import Collected
from caseboard.i18n import _
from caseboard.model.clip import Clip, ClipFile
from caseboard.model.files import LINKS, read_from
from caseboard.model.terms import ClipKind, FileRole, Hollow
from caseboard.store.files import FileDamaged, FileStore

Told = Callable[[int, int], None]
"""Takes how many pictures are done, and of how many; called from the reading thread."""

AS_SEEN = 10_000
"""The ordinal of the first picture of a page as it was drawn: after any of the article's."""


@dataclass(frozen=True, slots=True)
class Brought:
    """What a link led to: kept already, but for the pictures, of which the article takes some."""

    warc: KeptFile
    source: KeptFile
    """What the address answered, unpacked."""
    exchange: Exchange
    collected: Collected
    pictures: Mapping[str, Path] = field(default_factory=dict)
    """By address, in a scratch folder."""
    as_seen: tuple[KeptFile, ...] = ()
    """The page as it was drawn: a picture, a saved page, a document."""
    charset: str = ""
    """As the header of the answer states it."""

    @property
    def kind(self) -> ClipKind:
        """What it makes the clip."""
        return drops.kind_of(self.source.media_type)


class ReadingIn:
    """Reads clips and keeps what is made of them as files. Blocks: call it in a thread."""

    def __init__(self, files: FileStore, worker: Worker) -> None:
        self._files = files
        self._worker = worker

    def kept(self, clip: Clip, files: Sequence[ClipFile]) -> FillClip | MarkUnread:
        """Read a clip from the files it has."""
        source = read_from(files)
        try:
            reading = self._read_kept(clip, source, files)
        except (Unreadable, FileDamaged) as error:
            return MarkUnread(clip.case_id, clip.id, str(error), _("Could not read a clip"))
        page_url = source.url if source.media_type in sniff.HTML else ""
        made = [
            *self._derived(reading),
            *self._beside(reading, page_url),
            *self._embedded(reading),
        ]
        return FillClip(clip.case_id, clip.id, reading, tuple(made))

    def brought(self, clip: Clip, brought: Brought, told: Told) -> FillClip | MarkUnread:
        """Read what a link led to."""
        first, collected = (brought.warc, brought.source), brought.collected
        try:
            reading = self._read_brought(brought)
        except (Unreadable, FileDamaged) as error:
            problem = _answered(brought.exchange) or str(error)
            label, kept = _("Could not read a clip"), (*first, *brought.as_seen)
            return MarkUnread(clip.case_id, clip.id, problem, label, kept, brought.kind, collected)
        made = [
            *first,
            *self._derived(reading),
            *self._fetched(reading, brought.pictures, told),
            *self._embedded(reading),
            *(each for file in brought.as_seen for each in self._seen(file)),
        ]
        return FillClip(clip.case_id, clip.id, reading, tuple(made), brought.kind, collected)

    def _read_kept(self, clip: Clip, source: ClipFile, files: Sequence[ClipFile]) -> Reading:
        """Read the source; a page that was fetched is read with the pictures in its archive."""
        archive = max(
            (f for f in files if f.role is FileRole.WARC), key=lambda f: f.id, default=None
        )
        if archive is not None and source.media_type in sniff.HTML:
            try:
                data = self._files.read(archive.sha256)
                return self._worker.read(ClipKind.ARTICLE, sniff.WARC, data, url=clip.url_reached)
            except Unreadable:  # the page by itself may still be read
                pass
        url = clip.url_asked if source.media_type in LINKS else clip.url_reached or clip.url_asked
        data = self._files.read(source.sha256)
        return self._worker.read(clip.kind, source.media_type, data, url=url)

    def _read_brought(self, brought: Brought) -> Reading:
        source, exchange = brought.source, brought.exchange
        data = self._files.read(source.stored.sha256)
        reading = self._worker.read(
            brought.kind,
            source.media_type,
            data,
            url=exchange.reached,
            status=exchange.status,
            charset=brought.charset,
        )
        if brought.kind is not ClipKind.ARTICLE and not reading.title:
            reading = replace(reading, title=stem(source.name))
        if (exchange.status or 0) >= 400 and not reading.hollow:  # RFC 9110, 15.5 and 15.6
            reading = replace(reading, hollow=Hollow.ERROR.value)
        return reading

    def _fetched(
        self, reading: Reading, pictures: Mapping[str, Path], told: Told
    ) -> Iterator[KeptFile]:
        """Those fetched files that the article shows, and small copies of them."""
        found = [
            (ordinal, said, path)
            for ordinal, said in enumerate(reading.pictures)
            if (path := _find(pictures, said.url)) is not None
        ]
        for done, (ordinal, said, path) in enumerate(found, 1):
            media_type = drops.media_type_of(path)
            if media_type in sniff.IMAGES:
                name = urls.last_name(said.url) or _numbered(ordinal, media_type)
                yield from self._picture(path, name, media_type, ordinal, said)
            told(done, len(found))

    def _beside(self, reading: Reading, page_url: str) -> Iterator[KeptFile]:
        """The pictures that lie beside a page on disk, and small copies of them to show."""
        if not page_url.startswith("file:") or not reading.pictures:
            return
        page = Path(url2pathname(urlsplit(page_url).path))
        for ordinal, said in enumerate(reading.pictures):
            for path in drops.companions(page, [said.url]):
                yield from self._picture(path, path.name, drops.media_type_of(path), ordinal, said)

    def _embedded(self, reading: Reading) -> Iterator[KeptFile]:
        """The pictures that are written into a page, and small copies of them to show."""
        places = {said.url: (ordinal, said) for ordinal, said in enumerate(reading.pictures)}
        for one in reading.embedded:
            media_type = sniff.media_type(one.data[: sniff.HEAD])
            if one.url in places and media_type in sniff.IMAGES:
                ordinal, said = places[one.url]
                name = _numbered(ordinal, media_type)
                yield from self._picture(one.data, name, media_type, ordinal, said)

    def _picture(
        self, source: Path | bytes, name: str, media_type: str, ordinal: int, said: PictureRef
    ) -> list[KeptFile]:
        stored = self._files.add(source)
        file = KeptFile(stored, name, media_type, FileRole.PICTURE, said.url, ordinal, said)
        return self._with_copies(file)

    def _seen(self, file: KeptFile) -> list[KeptFile]:
        is_picture = file.media_type.startswith("image/")
        return self._with_copies(file) if is_picture else [file]

    def _with_copies(self, file: KeptFile) -> list[KeptFile]:
        try:
            data = self._files.read(file.stored.sha256)
            reading = self._worker.read(ClipKind.IMAGE, file.media_type, data)
        except Unreadable:
            return [file]  # kept, and shown as a picture that cannot be read
        return [
            replace(file, fingerprint=reading.fingerprint, meta=meta(reading)),
            *self._derived(reading, file.ordinal),
        ]

    def _derived(self, reading: Reading, ordinal: int = 0) -> list[KeptFile]:
        made = [
            (THUMBNAIL, "image/jpeg", reading.thumbnail),
            (DISPLAY, "image/jpeg", reading.display),
            (SANITISED, "text/html", reading.html.encode()),
        ]
        return [
            KeptFile(
                self._files.add(data),
                step,
                media_type,
                FileRole.DERIVATIVE,
                ordinal=ordinal,
                step=step,
            )
            for step, media_type, data in made
            if data
        ]


def _find(pictures: Mapping[str, Path], url: str) -> Path | None:
    """The picture of this address, or the same one in another size."""
    if url in pictures:
        return pictures[url]
    same = (path for other, path in pictures.items() if figures.same_picture(url, other))
    return next(same, None)


def _numbered(ordinal: int, media_type: str) -> str:
    return f"{ordinal + 1}.{media_type.removeprefix('image/')}"


def _answered(exchange: Exchange) -> str:
    """A sentence where what came is a site's word for an error, in no readable form."""
    status = exchange.status or 0
    if status < 400:
        return ""
    said = _("The site answered with error {status} and nothing to read. What it sent is kept.")
    return said.format(status=status)
