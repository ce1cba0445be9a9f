"""Takes hostile files into a library in a window, opens each, and says what came of it."""

import argparse
import asyncio
import sys
import tempfile
from pathlib import Path

from bench.gaps import Pulse
from bench.stage import Stage
from caseboard.capture.drop import Drop
from caseboard.commands.cases import NewCase
from caseboard.model.ids import CaseId
from caseboard.model.terms import Method
from caseboard.store import clips
from caseboard.ui.navigation import Place
from hostile import crafted, mutated, whole
from hostile.crafted import Crafted
from hostile.outcome import Outcome, Seen, look_at
from hostile.watch import Watch

BATCH = 40
PATIENCE = 3600.0
SOUND = whole.PAGE.encode()


def main() -> int:
    """Do it; 1 where something crashed, was never settled, or was invented."""
    parser = argparse.ArgumentParser(prog="dev.py measure hostile", description=__doc__)
    parser.add_argument("count", type=int, nargs="?", default=2_000, help="broken files (2,000)")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--all", action="store_true", help="name every file that is not shown")
    parser.add_argument("--only", default="", help="files with this in their names, to time alone")
    chosen = parser.parse_args()
    files = [*crafted.every(), *_broken(chosen.count, chosen.seed)]
    files = [file for file in files if chosen.only in file.name]
    # One clip alone is opened at once, and would not be opened a second time.
    files += [Crafted(f"sound-{number}.html", SOUND) for number in range(2 if chosen.only else 0)]
    with tempfile.TemporaryDirectory(prefix="caseboard-hostile-") as folder:
        outcome = _take_in(Path(folder), files)
    print(outcome.told(name_all=chosen.all))
    return 0 if outcome.is_sound else 1


def _broken(count: int, seed: int) -> list[Crafted]:
    return [Crafted(name, data) for name, data in mutated.some(count, seed)]


def _take_in(folder: Path, files: list[Crafted]) -> Outcome:
    written = folder / "files"
    written.mkdir()
    for file in files:
        (written / file.name).write_bytes(file.data)
    stage = Stage(folder / "library", folder, patience=PATIENCE)
    watch = Watch(stage.desk)
    taking, opening = Pulse(), Pulse()
    try:
        case_id = stage.run(stage.desk.run(NewCase("Hostile")))
        stage.run(stage.session.begin(case_id))
        seen = stage.run(_all(stage, case_id, files, written, taking))
        stage.run(_open_each(stage, seen, opening))
    finally:
        stage.close()
    return Outcome(seen, watch, taking, opening)


async def _all(
    stage: Stage, case_id: CaseId, files: list[Crafted], folder: Path, pulse: Pulse
) -> list[Seen]:
    """Every file taken in and read; what became of each."""
    seen = []
    for first in range(0, len(files), BATCH):
        batch = files[first : first + BATCH]
        pulse.now = f"{batch[0].name} and those after it"
        async with pulse.beating():
            drop = Drop(files=tuple(folder / file.name for file in batch), method=Method.FILE)
            taken = await stage.desk.taking_in.take(case_id, drop)
            await stage.desk.taking_in.settled()
        for file, clip_id in zip(batch, taken.clip_ids, strict=True):
            view = await stage.desk.read(clips.view, clip_id)
            seen.append(look_at(file, view))
        print(f"{first + len(batch)} of {len(files)}", end="\r", file=sys.stderr, flush=True)
    return seen


async def _open_each(stage: Stage, seen: list[Seen], pulse: Pulse) -> None:
    """Each clip opened as the analyst would."""
    view = stage.session.case_view
    assert view is not None  # noqa: S101  a case is open
    async with pulse.beating():
        for each in seen:
            shown = asyncio.get_running_loop().create_future()
            once = view.reading.page.shown.connect(
                lambda got, shown=shown: None if shown.done() else shown.set_result(got)
            )
            pulse.now = each.file.name
            stage.session.navigator.open(Place("clip", each.clip_id))
            await shown
            view.reading.page.shown.disconnect(once)


if __name__ == "__main__":
    sys.exit(main())
