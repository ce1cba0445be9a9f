"""A library: a folder with one database and one folder of files."""

from pathlib import Path

from sqlcipher3 import dbapi2

from caseboard.errors import CaseError
from caseboard.i18n import _
from caseboard.store import migrations
from caseboard.store.database import Database
from caseboard.store.driver import connect
from caseboard.store.files import FileStore
from caseboard.store.lock import LibraryLock

DATABASE = "library.sqlite"


class Library:
    """An open library: its `database`, its `files`, and the lock that makes it ours."""

    def __init__(
        self, folder: Path, database: Database, files: FileStore, lock: LibraryLock | None
    ) -> None:
        self.folder = folder
        self.database = database
        self.files = files
        self._lock = lock

    @classmethod
    def open(
        cls, folder: Path, who: str, *, read_only: bool = False, create: bool = True
    ) -> "Library":
        """Open the library in `folder` in the name of `who`, bringing it up to date.

        Raises `LibraryBusy` if another program holds it and `read_only` is not asked for,
        `LibraryNewer` if a newer program wrote it, `CaseError` if it is missing or damaged.
        """
        path = folder / DATABASE
        _look(folder, path, create=create and not read_only)
        lock = None if read_only else LibraryLock(folder)
        try:
            _prepare(path, read_only=read_only)
            files = FileStore(folder / "files")
            if not read_only:
                files.prepare()
            database = Database(path, who, read_only=read_only)
            database.complete_search("briefing")
            return cls(folder, database, files, lock)
        except BaseException:
            if lock:
                lock.close()
            raise

    @property
    def read_only(self) -> bool:
        """Whether nothing can be written."""
        return self.database.read_only

    def close(self) -> None:
        """Finish what was asked for and let go."""
        self.database.close()
        if self._lock:
            self._lock.close()


def _look(folder: Path, path: Path, *, create: bool) -> None:
    if path.exists():
        return
    if (folder / "files").exists() or not create:
        raise CaseError(
            _("There is no library database in {folder}.").format(folder=folder),
            _("Choose another folder, or restore {name} from a backup.").format(name=DATABASE),
        )
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CaseError(
            _("The folder {folder} cannot be made: {reason}.").format(
                folder=folder, reason=error.strerror
            ),
            _("Choose a folder you can write to."),
        ) from error


def _prepare(path: Path, *, read_only: bool) -> None:
    try:
        connection = connect(path)
    except dbapi2.DatabaseError as error:
        raise _damaged(error) from error
    try:
        if read_only:
            migrations.check(connection)
            migrations.check_is_current(connection)
        else:
            migrations.upgrade(connection, path)
    except dbapi2.DatabaseError as error:
        raise _damaged(error) from error
    finally:
        connection.close()


def _damaged(error: Exception) -> CaseError:
    return CaseError(
        _("The library database cannot be read: {reason}.").format(reason=error),
        _("Nothing was changed. Restore it from a copy in its backups folder."),
    )
