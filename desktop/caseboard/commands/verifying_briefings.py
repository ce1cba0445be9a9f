"""Checks a briefing someone was sent against the library it was made from; changes nothing."""

import asyncio
import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from sqlmodel import Session

from caseboard.briefing import manifest as manifests
from caseboard.briefing import manifest_reading, resting
from caseboard.briefing.manifest_reading import Listed, Manifest
from caseboard.briefing.resting import Shaken
from caseboard.briefing.unplaced import CUT
from caseboard.capture.worker import Worker
from caseboard.commands import judged_since
from caseboard.errors import CaseError
from caseboard.i18n import _
from caseboard.model.claim import Claim
from caseboard.model.clip import Clip
from caseboard.store import export_records, verify
from caseboard.store.export_records import Recorded
from caseboard.store.files import FileStore
from caseboard.store.library import Library
from caseboard.store.verify import Finding

Progress = Callable[[int, int], None]
"""Called with how many files are checked, of how many; what it raises stops the check."""
MAX_BYTES = 128 * 2**20
"""Of a briefing; what PDFium is given."""
_JOURNAL = "journal"


class Match(StrEnum):
    """How far a file is the one that was exported."""

    WHOLE = "whole"
    """Its SHA-256 is the one that was recorded."""
    MANIFEST = "manifest"
    """Another file than was recorded, that carries a manifest which was."""
    NONE = "none"
    """Neither is known to this library."""


@dataclass(frozen=True, slots=True)
class Verified:
    """What came of checking a briefing."""

    sha256: str
    """Of the file."""
    manifest: Manifest
    match: Match
    recorded: Recorded | None
    """The export it was compared with."""
    journal: tuple[Finding, ...]
    """What is wrong with the journal it was cut from."""
    exhibits: tuple[Finding, ...]
    """Files of exhibits and layers that are missing or changed, by ref."""
    shaken: tuple[Shaken, ...]
    """What rests on such exhibits: claims, then judgements and sentences."""
    since: tuple[Finding, ...] = ()
    """What the case has changed since, as cases do: no fault of the briefing's."""
    files: int = 0
    """How many files were hashed."""

    @property
    def is_sound(self) -> bool:
        """Whether file, journal and exhibits are all as they were when it was exported."""
        return self.match is Match.WHOLE and not self.journal and not self.exhibits


async def check(
    library: Library, worker: Worker, path: Path, progress: Progress | None = None
) -> Verified:
    """Check the briefing at `path`; the PDF itself is read in the worker's process.

    Raises `CaseError` where it cannot be checked: no file, no PDF, or none of ours.
    """
    data = await asyncio.to_thread(_bytes, path)
    sha256 = hashlib.sha256(data).hexdigest()
    record = await library.database.read(export_records.of_file, sha256)
    written = await asyncio.to_thread(_manifest, library.files, worker, data, record)
    manifest = await asyncio.to_thread(manifest_reading.read, written)
    by_manifest = hashlib.sha256(written).hexdigest()
    return await library.database.read(
        _verified, library.files, sha256, by_manifest, manifest, progress
    )


def _bytes(path: Path) -> bytes:
    if path.is_dir():
        raise CaseError(
            _("{name} is a folder, not a briefing.").format(name=path.name),
            _("A bag of exhibits is checked by its own lists of hashes (BagIt, RFC 8493)."),
        )
    try:
        if path.stat().st_size > MAX_BYTES:
            raise CaseError(
                _("The file {name} is too large for a briefing.").format(name=path.name)
            )
        return path.read_bytes()
    except OSError as error:
        reason = error.strerror or error
        raise CaseError(
            _("The file {name} cannot be read: {reason}.").format(name=path.name, reason=reason)
        ) from error


def _manifest(files: FileStore, worker: Worker, data: bytes, record: Recorded | None) -> bytes:
    """The manifest that was kept with a file this library knows; else the one inside it."""
    if record is not None:
        return _kept(files, record)
    if b"%PDF-" in data[:1024]:
        return _attached(worker, data)
    raise CaseError(
        _("This file is no PDF, and no export that this library has recorded."),
        _("Choose a briefing that was exported from this library."),
    )


def _kept(files: FileStore, record: Recorded) -> bytes:
    if record.export.manifest:
        return files.read(record.export.manifest)
    raise CaseError(
        _("This file is as it was recorded, but no manifest was kept with it then."),
        _("What it rests on can be checked with “caseboard verify”."),
    )


def _attached(worker: Worker, data: bytes) -> bytes:
    options = {"name": manifests.NAME, "most": manifest_reading.MAX_BYTES}
    try:
        found = worker.do("attached", data, options).blobs
    except CaseError as error:
        raise CaseError(
            _("This PDF could not be read: it is broken, locked or too large."),
            _("Ask whoever sent it for another copy."),
        ) from error
    if not found:
        raise CaseError(
            _("This PDF carries no manifest: this program did not export it, or it was removed."),
            _("A printout, or a PDF saved anew by another program, cannot be checked."),
        )
    return found[0]


def _verified(
    session: Session,
    files: FileStore,
    sha256: str,
    by_manifest: str,
    manifest: Manifest,
    progress: Progress | None,
) -> Verified:
    recorded = export_records.of_file(session, sha256)
    match = Match.WHOLE if recorded else Match.NONE
    if recorded is None and (recorded := export_records.of_manifest(session, by_manifest)):
        match = Match.MANIFEST
    clips = export_records.clips(
        session, manifest.case_ref, [exhibit.ref for exhibit in manifest.exhibits]
    )
    claims = export_records.claims(
        session, manifest.case_ref, [claim.ref for claim in manifest.claims]
    )
    journal = tuple(_journal(session, manifest))
    judged = judged_since.found(session, manifest, recorded) if recorded and not journal else ()
    hashes = {file.sha256 for listed in _listed(manifest) for file in listed.files}
    damaged = verify.damaged(files, sorted(hashes), progress)
    exhibits = tuple(_damage(files, manifest, damaged))
    return Verified(
        sha256,
        manifest,
        match,
        recorded,
        journal,
        exhibits,
        resting.shaken(manifest, {finding.ref for finding in exhibits}),
        (*_changed_clips(manifest, clips), *_gone_claims(manifest, claims), *judged),
        len(hashes),
    )


def _listed(manifest: Manifest) -> tuple[Listed, ...]:
    return (*manifest.exhibits, *manifest.layers)


def _damage(files: FileStore, manifest: Manifest, damaged: frozenset[str]) -> Iterator[Finding]:
    for listed in _listed(manifest):
        for file in listed.files:
            if file.sha256 in damaged:
                words = (
                    _("The file {name} no longer has the hash {sha}.")
                    if files.path(file.sha256).exists()
                    else _("The file {name} with the hash {sha} is missing.")
                )
                name = file.name or _("unnamed")
                yield Finding(listed.ref, words.format(name=name, sha=file.sha256))


def _journal(session: Session, manifest: Manifest) -> Iterator[Finding]:
    found = export_records.hash_of(session, manifest.journal_seq)
    if found is None:
        sentence = _("This library’s journal ends before the change-set {seq} that it was cut at.")
        yield Finding(_JOURNAL, sentence.format(seq=manifest.journal_seq))
    elif found != manifest.journal_head:
        sentence = _("Change-set {seq} has another hash in this library than in the briefing.")
        yield Finding(_JOURNAL, sentence.format(seq=manifest.journal_seq))
    yield from verify.chain(session)


# --- what the case has changed since ---


def _changed_clips(manifest: Manifest, clips: dict[str, Clip]) -> Iterator[Finding]:
    for exhibit in manifest.exhibits:
        clip = clips.get(exhibit.ref)
        if clip is None:
            yield Finding(exhibit.ref, _("This library has no such exhibit."))
        elif clip.deleted is not None:
            yield Finding(exhibit.ref, _("It has been put in the bin since."))
    for claim in manifest.claims:
        for quote in claim.quotes:
            clip = clips.get(quote.exhibit)
            if clip is not None and not _stands(quote.exact, clip.text):
                yield Finding(quote.exhibit, _("A passage that was quoted no longer stands in it."))


def _stands(exact: str, text: str) -> bool:
    """Whether a passage is in a text; of one that a copy cut, its pieces, one after another."""
    place = 0
    for piece in exact.split(CUT):
        place = text.find(piece, place)
        if place < 0:
            return False
        place += len(piece)
    return True


def _gone_claims(manifest: Manifest, claims: dict[str, Claim]) -> Iterator[Finding]:
    for told in manifest.claims:
        claim = claims.get(told.ref)
        if claim is None:
            yield Finding(told.ref, _("This library has no such claim."))
        elif claim.deleted is not None:
            yield Finding(told.ref, _("It has been put in the bin since."))
