"""Proof that a library is whole: files against hashes, tables against journal, search index."""

import os
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from sqlalchemy import select as core_select
from sqlmodel import Session, SQLModel, col, select

from caseboard.i18n import _
from caseboard.model.change import ChangeSet
from caseboard.model.clip import Clip, ClipFile
from caseboard.model.ids import CaseId
from caseboard.model.tables import JOURNALLED
from caseboard.store import briefings, layers, search
from caseboard.store.columns import table_of
from caseboard.store.driver import connect
from caseboard.store.files import FileStore
from caseboard.store.journal import GENESIS, content_of, digest
from caseboard.store.values import Row, row_to_json, to_json


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong: what it is about (a ref, or a table's row) and a sentence."""

    ref: str
    sentence: str


BATCH = 64
"""Files that are on their way to be hashed; who stops a check waits for no more than these."""

Progress = Callable[[int, int], None]
"""Called with how many files are checked, of how many."""


def files(
    session: Session,
    store: FileStore,
    case_id: CaseId | None = None,
    progress: Progress | None = None,
) -> list[Finding]:
    """Re-hash every file of a case (of the library), those of binned clips and layers too.

    So are the frozen files of exports.
    """
    query = select(ClipFile.sha256, ClipFile.name, Clip.ref).join(
        Clip, col(Clip.id) == col(ClipFile.clip_id)
    )
    if case_id is not None:
        query = query.where(Clip.case_id == case_id)
    users: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for sha256, name, ref in session.exec(query.order_by(col(Clip.ref))):
        users[sha256].append((ref, name))
    for file in (*layers.files(session, case_id), *briefings.files(session, case_id)):
        users[file.sha256].append((file.ref, file.name))
    broken = damaged(store, list(users), progress)
    return [
        Finding(ref, _damage(name, sha256))
        for sha256 in users
        if sha256 in broken
        for ref, name in users[sha256]
    ]


def damaged(
    store: FileStore, hashes: Sequence[str], progress: Progress | None = None
) -> frozenset[str]:
    """Those of these files that are missing, or no longer have their hash."""
    broken = set()
    for done, (sha256, is_sound) in enumerate(_soundness(store, hashes), 1):
        if not is_sound:
            broken.add(sha256)
        if progress:
            progress(done, len(hashes))
    return frozenset(broken)


def _soundness(store: FileStore, hashes: Sequence[str]) -> Iterator[tuple[str, bool]]:
    """Whether each of these files has its hash, in turn; every core hashes."""
    with ThreadPoolExecutor(os.cpu_count(), "case-verify") as pool:
        for first in range(0, len(hashes), BATCH):
            batch = hashes[first : first + BATCH]
            yield from zip(batch, pool.map(store.is_sound, batch), strict=True)


def journal(session: Session) -> list[Finding]:
    """Check the chain of change-sets, and replay it against the tables."""
    state: dict[tuple[str, str], Row] = {}
    found = chain(session, partial(_replay, state))
    return found + list(_differences(session, state))


def chain(session: Session, see: Callable[[ChangeSet], None] | None = None) -> list[Finding]:
    """Check that no change-set is missing or was changed; `see` is called with each of them."""
    found = []
    previous, number = GENESIS, 0
    for change_set in session.exec(select(ChangeSet).order_by(col(ChangeSet.seq))):
        number += 1
        ref = _("change {seq}").format(seq=change_set.seq)
        if change_set.seq != number:
            found.append(Finding(ref, _("A change-set before this one is missing.")))
            number = change_set.seq or number
        if change_set.previous != previous:
            found.append(Finding(ref, _("It does not follow from the change-set before it.")))
        if digest(content_of(change_set)) != change_set.hash:
            found.append(Finding(ref, _("Its content is not what was written.")))
        previous = change_set.hash
        if see is not None:
            see(change_set)
    return found


def index(session: Session) -> list[Finding]:
    """Check that search would find what the tables hold."""
    return [Finding(_("search index"), sentence) for sentence in search.check(session)]


def structure(session: Session) -> list[Finding]:
    """SQLite's own look at its pages, links and indexes.

    Through a connection of its own: SQLite 3.53 sees corruption in a sound FTS5 index where the
    connection that asks had read the index before another one changed it.
    """
    path = Path(session.connection().exec_driver_sql("PRAGMA database_list").one()[2])
    connection = connect(path)
    try:
        rows = [row[0] for row in connection.execute("PRAGMA integrity_check")]
        broken = [row[0] for row in connection.execute("PRAGMA foreign_key_check")]
    finally:
        connection.close()
    found = [Finding(_("database"), row) for row in rows if row != "ok"]
    return found + [
        Finding(str(table), _("A row points at something that is not there.")) for table in broken
    ]


def library(session: Session, store: FileStore, case_id: CaseId | None = None) -> list[Finding]:
    """Everything above; with `case_id` only that case's files are re-hashed."""
    return [
        *structure(session),
        *journal(session),
        *index(session),
        *files(session, store, case_id),
    ]


def _replay(state: dict[tuple[str, str], Row], change_set: ChangeSet) -> None:
    for row in change_set.rows:
        key = (row["table"], row["id"])
        if row["after"] is None:
            state.pop(key, None)
        else:
            state[key] = {**state.get(key, {}), **row["after"]}


def _differences(session: Session, state: dict[tuple[str, str], Row]) -> Iterator[Finding]:
    for name, model in JOURNALLED.items():
        table = table_of(model)
        blank = _blank(model)
        for row in session.execute(core_select(table)).mappings():
            said = state.pop((name, row["id"]), None)
            if said is None or {**blank, **said} != row_to_json(row):
                yield Finding(
                    _ref(name, row["id"], row.get("ref")),
                    _("It is not what the journal says it should be."),
                )
    for name, row_id in state:
        yield Finding(_ref(name, row_id, None), _("The journal has it, the library has lost it."))


def _blank(model: type[SQLModel]) -> Row:
    """What a row holds in columns that are younger than its change-sets."""
    fields = model.model_fields.items()
    return {
        name: to_json(field.get_default(call_default_factory=True))
        for name, field in fields
        if name != "id" and not field.is_required()
    }


def _ref(table: str, row_id: str, ref: str | None) -> str:
    return ref or f"{table} {row_id}"


def _damage(name: str, sha256: str) -> str:
    return _("The file {name} is missing or no longer has the hash {sha}.").format(
        name=name, sha=sha256
    )
