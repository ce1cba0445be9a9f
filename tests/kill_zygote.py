"""A process with everything imported that forks one doomed analyst a line on standard input.

Each line names a library folder; the child does an analyst's work there and prints an
acknowledgement a line, after the command has returned. Whoever reads may kill it at any moment.
"""

import asyncio
import os
import sys
from pathlib import Path

import caseboard.briefing.pdf.map_figure
import caseboard.commands.overlaying
import caseboard.mapping.compose  # noqa: F401  what is loaded for the first map
from caseboard.commands.briefings import SaveBriefing, draft
from caseboard.commands.exporting_briefings import export
from caseboard.commands.history import History
from caseboard.commands.notes import WriteNote
from caseboard.model.columns import new_id
from caseboard.store import cases
from caseboard.store.library import Library
from caseworker import TEXT, Casework


def say(*words):
    os.write(1, (" ".join(map(str, words)) + "\n").encode())


async def work(folder):
    library = Library.open(Path(folder), "doomed")
    work = Casework(library, History(library.database))
    await work.open()
    say("case", work.case)
    case = work.read(cases.by_id, work.case)
    briefing = draft(case)
    await work.history.run(SaveBriefing(briefing))
    for number in range(1000):
        clip_id = await work.clip(f"{number} {TEXT}".encode(), TEXT)
        say("clip", clip_id)
        say("tag", await work.tag(clip_id, name=f"Kupiansk {number}"))
        say("note", await work.history.run(WriteNote(work.case, new_id(), f"note {number}")))
        target = Path(folder) / f"{number}.pdf"
        exported = await export(library, work.history, briefing, target)
        say("export", exported.stored.sha256)


def main():
    say("ready")
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            asyncio.run(work(line.strip()))
            os._exit(0)
        say("pid", child)
        os.waitpid(child, 0)
        say("gone")


main()
