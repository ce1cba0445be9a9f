"""Finds what does an action of the command line, and imports no more than that needs."""

import argparse
import asyncio
import atexit
import gc
import getpass
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, nullcontext
from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from caseboard.paths import default_library

if TYPE_CHECKING:
    from caseboard.store.library import Library

ALONE: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "inspect": ("looking", "inspect"),
        "suggest": ("suggesting", "suggest_of_file"),
        "gazetteer-import": ("gazetteers", "import_"),
        "gazetteer-list": ("gazetteers", "list_"),
    }
)
"""Module and function of what needs no library."""
ACTIONS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "new": ("looking", "new"),
        "sample": ("clipping", "sample_"),
        "list": ("looking", "list_"),
        "clip": ("clipping", "clip"),
        "import": ("clipping", "import_"),
        "show": ("looking", "show"),
        "claims": ("weighing", "claims"),
        "disputes": ("weighing", "disputes"),
        "annotations": ("weighing", "annotations"),
        "search": ("looking", "search_"),
        "brief": ("briefing", "brief"),
        "map": ("maps", "map_"),
        "places": ("maps", "places"),
        "collection": ("clipping", "collection"),
        "wacz": ("clipping", "wacz"),
        "suggest": ("suggesting", "suggest"),
        "verify": ("looking", "verify_"),
        "verify-briefing": ("verifying", "verify_briefing"),
    }
)
"""Module and function of what works on a library."""
READS = frozenset(
    {
        *("list", "show", "search", "collection", "wacz", "verify", "suggest"),
        "verify-briefing",
        *("claims", "disputes", "annotations", "map", "places"),
    }
)
"""Actions that need no lock: they work beside a window that holds the library."""
DRAWS = frozenset({"brief", "map"})
"""Actions that draw unit symbols."""
_SELDOM = (200_000, 20, 100)
"""New objects between two looks for garbage, and how many looks until older ones are walked."""


def run(options: argparse.Namespace) -> int:
    """Do the action and return the exit code; raises `CaseError`."""
    action = options.action
    if action in ALONE and not getattr(options, "ref", ""):
        return int(_found(*ALONE[action])(options))
    with _loading():
        from caseboard.store.library import Library  # noqa: PLC0415  half a second, for it alone

        work = _found(*ACTIONS[action])
    folder = options.library or default_library()
    library = Library.open(folder, getpass.getuser(), read_only=_only_reads(options))
    try:
        with _drawing(action, library):
            return int(asyncio.run(work(options, library)))
    finally:
        library.close()


@contextmanager
def _loading() -> Iterator[None]:
    """Imports make nothing to collect: to look for it all the same takes a quarter of their time.

    What they made lives for ever, and is never walked again; an action makes so much that lives
    as long as it does that it is looked over less often than usual; and what is there at the end
    goes with the process.
    """
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        atexit.register(gc.freeze)
        gc.set_threshold(*_SELDOM)
        gc.enable()


def _found(module: str, name: str) -> Any:
    return getattr(import_module(f"caseboard.cli.{module}"), name)


def _drawing(action: str, library: "Library") -> Any:
    """What unit symbols need, where there is one to draw: Qt takes a while to load."""
    if action not in DRAWS:
        return nullcontext()
    from caseboard.store import case_units  # noqa: PLC0415  the library is open

    if not library.database.read_now(case_units.have_codes):
        return nullcontext()
    from caseboard.mapping import symbols  # noqa: PLC0415  Qt, for drawing alone

    return symbols.application()


def _only_reads(options: argparse.Namespace) -> bool:
    return options.action in READS and not getattr(options, "file", None)
