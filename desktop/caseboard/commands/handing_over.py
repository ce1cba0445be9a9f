"""The exhibits of a briefing handed over with it: which files, and under which names.

A copy for others gets of each exhibit only what the worker made clean of it (pictures, pages
without scripts) and plain text: an original may say who collected it and where, or hold pictures
that nobody allowed to be passed on. Nor does it get a page or a text that tells a position closer
than the copy may: its hash is told, and that it is left out.
"""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from caseboard import PROGRAM
from caseboard.briefing import manifest
from caseboard.briefing.release import Reason, Withheld
from caseboard.commands import custody, telling_files
from caseboard.commands.clips import DISPLAY, SANITISED
from caseboard.commands.composing import Composition
from caseboard.exchange import collection_report, exhibit_bag, exhibits_csv
from caseboard.exchange.exhibit_bag import Item, Progress
from caseboard.exchange.exhibit_names import folder_of, name_of
from caseboard.exchange.exhibits_csv import Given
from caseboard.i18n import _
from caseboard.model.clip import Clip, ClipFile
from caseboard.model.refs import short
from caseboard.model.terms import ExportForm, FileRole
from caseboard.store.library import Library

BRIEFING: Final = "briefing.pdf"
TABLE: Final = "exhibits.csv"
REPORT: Final = "collection.json"
_CLEAN: Final = frozenset({DISPLAY, SANITISED})
_PLAIN: Final = "text/plain"


@dataclass(frozen=True, slots=True)
class Handed:
    """What was handed over."""

    hashes: bytes
    """The list of the hashes of all that is in it."""
    withheld: tuple[Withheld, ...] = ()
    """Files that a copy for others does not get."""


def put(
    library: Library,
    made: Composition,
    pdf: Callable[[], bytes],
    target: Path,
    form: ExportForm,
    *,
    is_release: bool,
    progress: Progress | None = None,
) -> Handed:
    """Write briefing, manifest and exhibits to a folder or a bag.

    Raises `CaseError` where an exhibit is damaged or `target` cannot be written, and what
    `progress` raises.
    """
    given = list(_given(library, made, is_release=is_release))
    items = list(_items(library, made, pdf, given, is_release=is_release))
    if form is ExportForm.FOLDER:
        hashes = exhibit_bag.put_folder(items, target, made.exported, progress)
    else:
        hashes = exhibit_bag.put_bag(items, target, made.exported, _told(made), progress)
    return Handed(hashes, tuple(dict.fromkeys(_left_out(given))))


def _left_out(given: list[Given]) -> Iterator[Withheld]:
    for each in given:
        if each.left_out:
            words = _("files of {ref}").format(ref=short(each.clip.ref))
            yield Withheld(Reason.POSITION, words, each.clip.id)


def _items(
    library: Library,
    made: Composition,
    pdf: Callable[[], bytes],
    given: list[Given],
    *,
    is_release: bool,
) -> Iterator[Item]:
    yield Item(BRIEFING, pdf)
    yield Item(manifest.NAME, lambda: made.manifest)
    yield Item(TABLE, lambda: exhibits_csv.write(given))
    for each in given:
        if each.path:
            yield Item(each.path, _loaded(library, each.file.sha256))
    if not is_release:
        for clip in _clips(made):
            path = f"exhibits/{folder_of(short(clip.ref))}/{REPORT}"
            yield Item(path, _reported(library, clip))


def _clips(made: Composition) -> Iterator[Clip]:
    """Those the manifest names, in its order."""
    clips = {clip.ref: clip for clip in made.copy.dossier.clips}
    for exhibit in json.loads(made.manifest)["exhibits"]:
        if exhibit["ref"] in clips:
            yield clips[exhibit["ref"]]


def _given(library: Library, made: Composition, *, is_release: bool) -> Iterator[Given]:
    files: dict[str, list[ClipFile]] = {}
    for file in made.copy.dossier.files:
        files.setdefault(file.clip_id, []).append(file)
    wanted = _goes_to_others if is_release else _is_evidence
    for clip in _clips(made):
        number = 0
        for file in sorted(files.get(clip.id, []), key=_place):
            if not wanted(file):
                continue
            if _is_telling(library, made, clip, file):
                yield Given(clip, file, "", _("its words tell a position too closely"))
            else:
                number += 1
                path = f"exhibits/{folder_of(short(clip.ref))}/{name_of(file, number)}"
                yield Given(clip, file, path)


def _is_telling(library: Library, made: Composition, clip: Clip, file: ClipFile) -> bool:
    finder = made.copy.finder
    if finder is None or not file.media_type.startswith("text/"):
        return False
    return telling_files.tells(finder, clip, file, library.files.read(file.sha256))


def _is_evidence(file: ClipFile) -> bool:
    return file.role is not FileRole.DERIVATIVE


def _goes_to_others(file: ClipFile) -> bool:
    if file.role is FileRole.DERIVATIVE:
        return file.step in _CLEAN
    return file.role is FileRole.ORIGINAL and file.media_type == _PLAIN


def _place(file: ClipFile) -> tuple[int, int, str]:
    return tuple(FileRole).index(file.role), file.ordinal, file.sha256


def _loaded(library: Library, sha256: str) -> Callable[[], bytes]:
    return lambda: library.files.read(sha256)


def _reported(library: Library, clip: Clip) -> Callable[[], bytes]:
    def load() -> bytes:
        made = library.database.read_now(custody.report, clip.id)
        return collection_report.text(made).encode()

    return load


def _told(made: Composition) -> dict[str, str]:
    """What a bag says of itself; the program is its agent."""
    briefing, outline = made.copy.briefing, made.outline
    return {
        "Bag-Software-Agent": PROGRAM,
        "External-Identifier": f"{briefing.ref} v{made.version}",
        "External-Description": outline.head.title,
        "Contact-Name": outline.author,
        "Marking": outline.classification or outline.marking.value,
    }
