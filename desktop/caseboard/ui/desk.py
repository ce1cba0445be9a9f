"""What a view works with: one open library, and one case of it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar

from sqlmodel import Session

from caseboard.capture.worker import Worker
from caseboard.commands.history import Command, History
from caseboard.commands.suggesting import Suggesting
from caseboard.commands.taking_in import TakingIn
from caseboard.mapping.symbols import SymbolMaker
from caseboard.model.case import Case
from caseboard.model.ids import CaseId
from caseboard.runtime.jobs import Jobs
from caseboard.runtime.settings import SettingsFile
from caseboard.store.library import Library
from caseboard.ui.brush import Brush

if TYPE_CHECKING:
    from caseboard.ui.lib.theme import Theme
    from caseboard.ui.press.press import Press

P = ParamSpec("P")
T = TypeVar("T")


def _press(folder: Path) -> "Press":
    from caseboard.ui.press.press import Press  # noqa: PLC0415  all of briefings: not at the start

    return Press(folder)


@dataclass(frozen=True, slots=True)
class Desk:
    """An open library and all that works on it; every view is handed one."""

    library: Library
    history: History
    taking_in: TakingIn
    jobs: Jobs
    settings: SettingsFile
    theme: "Theme"
    worker: Worker
    suggesting: Suggesting
    viewer: Worker = field(default_factory=Worker)
    """Draws what is looked at, so that a slow reading never holds that up."""
    make_press: "Callable[[Path], Press]" = _press
    """Starts what prints briefings of the library in a folder."""
    symbols: SymbolMaker = field(default_factory=SymbolMaker)
    """Draws unit symbols; loads what it draws with when the first is asked for."""

    async def read(
        self, query: Callable[Concatenate[Session, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """Answer a `store` query off the loop's thread."""
        return await self.library.database.read(query, *args, **kwargs)

    async def run(self, command: Command[T]) -> T:
        """Do a command; `history.changed` tells of it once the library has it on disk."""
        return await self.history.run(command)


@dataclass(frozen=True, slots=True)
class CaseDesk:
    """A desk with one case open on it, as the case was when it was opened."""

    desk: Desk
    case: Case
    brush: Brush = field(default_factory=Brush)
    """The stretch of time that its views show."""

    @property
    def case_id(self) -> CaseId:
        """The id of the case."""
        return self.case.id

    @property
    def case_ref(self) -> str:
        """Such as `KUP-2024-11`."""
        return self.case.ref

    async def read(
        self, query: Callable[Concatenate[Session, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """Answer a `store` query off the loop's thread."""
        return await self.desk.read(query, *args, **kwargs)

    async def run(self, command: Command[T]) -> T:
        """Do a command; `history.changed` tells of it once the library has it on disk."""
        return await self.desk.run(command)
