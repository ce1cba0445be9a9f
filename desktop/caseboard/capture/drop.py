"""One drag, paste or choice of files, sorted into what will become clips.

Nothing is fetched and nothing is parsed beyond first bytes and addresses: that is the worker's.
"""

from dataclasses import dataclass, replace
from pathlib import Path

from caseboard.capture import folder, sniff, urls
from caseboard.capture.companions import companions
from caseboard.capture.flavours import Flavour, Offer, address_title
from caseboard.capture.safenames import stem, written
from caseboard.capture.sniff import of_file as media_type_of
from caseboard.errors import CaseError
from caseboard.i18n import _
from caseboard.model.terms import ClipKind, FileRole, Method

__all__ = [
    "Drop",
    "Flavour",
    "Intake",
    "IntakeFile",
    "companions",
    "kind_of",
    "media_type_of",
    "sort",
]


@dataclass(frozen=True, slots=True)
class Drop:
    """What came in one go: flavours of a drag or paste, files on disk, or both."""

    flavours: tuple[Flavour, ...] = ()
    files: tuple[Path, ...] = ()
    method: Method = Method.DROP


@dataclass(frozen=True, slots=True)
class IntakeFile:
    """One file to be kept: its bytes, or the path they are read from."""

    name: str
    """As given. Never used as a path; `safenames.shown` makes it fit to be shown."""
    media_type: str
    data: bytes | Path
    role: FileRole
    url: str = ""


@dataclass(frozen=True, slots=True)
class Intake:
    """One clip to be: its files, the first of them the original."""

    kind: ClipKind
    title: str
    """A first guess, safe to show; a reading may give a better one."""
    files: tuple[IntakeFile, ...]
    url: str
    """Where it came from; empty where nobody said."""
    method: Method


def sort(drop: Drop) -> list[Intake]:
    """What `drop` holds, one `Intake` a clip: each file one, each link one, else all together.

    A folder is walked. Raises `CaseError` where there is nothing in it, or a file cannot be read.
    """
    if drop.files:
        files = [found for path in drop.files for found in _files_at(path)]
        return [_of_file(path, drop.method) for path in files]
    offer = Offer(drop.flavours)
    if not offer.usable:
        raise CaseError(
            _("There is nothing in this that can be kept."),
            _("Try saving it as a file, and add the file."),
        )
    if len(offer.links) > 1:
        return [_of_link(url, offer, drop.method) for url in offer.links]
    return [_of_offer(offer, drop.method)]


def _files_at(path: Path) -> list[Path]:
    return folder.walk([path]).files if path.is_dir() else [path]


def _of_file(path: Path, method: Method) -> Intake:
    try:
        media_type = media_type_of(path)
    except (OSError, ValueError) as error:
        raise CaseError(
            _("“{name}” cannot be read.").format(name=stem(path.name)),
            _("Look whether the file is still there and may be opened."),
        ) from error
    file_in = IntakeFile(written(path.name), media_type, path, FileRole.ORIGINAL)
    return Intake(kind_of(media_type), stem(path.name), (file_in,), "", method)


def kind_of(media_type: str) -> ClipKind:
    """What a file of this media type makes a clip."""
    if media_type in sniff.IMAGES:
        return ClipKind.IMAGE
    if media_type in sniff.PAGES:
        return ClipKind.ARTICLE
    if media_type in {"text/plain", "text/markdown"}:
        return ClipKind.TEXT
    return ClipKind.DOCUMENT


def _of_offer(offer: Offer, method: Method) -> Intake:
    """A picture where its bytes came along, else a link, else a selection, else a file."""
    chosen, kind = offer.original()
    url = offer.url if kind is ClipKind.IMAGE else ""
    original = _file(chosen, FileRole.ORIGINAL, url)
    if offer.is_link and original.media_type == "text/plain":
        original = replace(original, media_type="text/uri-list")  # a list of one (RFC 2483)
    files = [original]
    files += [_file(other, FileRole.PAYLOAD) for other in offer.usable if other is not chosen]
    return Intake(kind, offer.title(kind), tuple(files), offer.url, method)


def _of_link(url: str, offer: Offer, method: Method) -> Intake:
    """One link of several; all that came with them is kept with each."""
    link = IntakeFile("link", "text/uri-list", f"{url}\r\n".encode(), FileRole.ORIGINAL)
    files = [link, *(_file(flavour, FileRole.PAYLOAD) for flavour in offer.usable)]
    return Intake(ClipKind.ARTICLE, address_title(url), tuple(files), url, method)


def _file(flavour: Flavour, role: FileRole, url: str = "") -> IntakeFile:
    found = sniff.media_type(flavour.data[: sniff.HEAD])
    # What a picture's bytes say of themselves is true; a drag calls them `octet-stream`.
    media_type = found if found in sniff.IMAGES or found in sniff.DOCUMENTS else flavour.kind
    name = flavour.name or urls.last_name(url) or flavour.kind.replace("/", "-")
    return IntakeFile(name, media_type, flavour.data, role, url)
