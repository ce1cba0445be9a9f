"""What other programs give: files dragged out of a window, words on the clipboard."""

import contextlib
from pathlib import Path

from real_process import home_of, python, running, wait_for

CORNER = (1445, 10)
GRIP = (1500, 40)
SOURCE = Path(__file__).with_name("drag_source.py")
CLIPBOARD = Path(__file__).with_name("clipboard_source.py")


def drop_files(screen, files, place, folder, *, over=lambda: None):
    """Drag `files` to `place` and say how they were taken; `over` is called before the drop."""
    words = [word for file in files for word in ("file", str(file))]
    log = folder / "giver.log"
    with running(screen, python(str(SOURCE), *words), log, **home_of(folder)) as giver:
        screen.place(giver.window(), CORNER)
        wait_for(lambda: screen.geometry(giver.window())[:2] == CORNER, "the giver in its place")
        screen.drag(GRIP, place, before_drop=over)
        # a giver that left before it is told that all was fetched would take the files with it
        wait_for(lambda: "finished" in giver.printed(), "the end of the drag")
        _dragging, taken, _finished = giver.printed().split()
    return taken


@contextlib.contextmanager
def copied(screen, text, folder):
    """While the block lasts `text` is on the clipboard, where another program has put it."""
    log = folder / "clipboard.log"
    with running(screen, python(str(CLIPBOARD), text), log, **home_of(folder)) as owner:
        wait_for(lambda: "copied" in owner.printed(), "the clipboard")
        yield
