"""What the program holds with a large case open and clips of it read."""

import os
import sys
from pathlib import Path

from bench import material
from bench.harness import Case, Contest, Place, Unit
from bench.programs import printed_figure

REACH = 150  # MB
READ = 12
STEP = 40


def reading(place: Place) -> Contest:
    """Resident memory after the list was scrolled and some clips were read; a process each time."""
    cases = material.large(place.shared, place.rows)
    settings = place.own
    words = [os.fspath(cases.folder), os.fspath(settings), cases.large]
    return Contest(lambda: printed_figure([sys.executable, "-m", "bench.memory", *words]))


def _read_some(folder: Path, settings: Path, case_id: str) -> None:
    """Do an analyst's reading in this process, and say how many MB it takes then."""
    import asyncio  # noqa: PLC0415  only where this is the program

    from bench.stage import Stage, is_here, painted  # noqa: PLC0415  brings in Qt
    from caseboard.model.ids import CaseId  # noqa: PLC0415

    stage = Stage(folder, settings)
    stage.open_case(CaseId(case_id))

    async def read() -> None:
        clips = stage.clips
        for number in range(READ):
            row = number * STEP % clips.model.rowCount()
            clips.show_row(clips.model.ids[row])
            await painted(clips.list, lambda row=row: is_here(clips.list, row))  # type: ignore[misc]
            await asyncio.sleep(0.1)

    stage.run(read())
    print(resident())
    sys.stdout.flush()
    stage.close()


def resident() -> float:
    """MB that this process holds: now where the system says, else the most there were."""
    status = Path("/proc/self/status")
    if status.exists():
        line = next(s for s in status.read_text().splitlines() if s.startswith("VmRSS"))
        return int(line.split()[1]) / 1000
    import resource  # noqa: PLC0415  there is none on Windows, which has another way

    usage = resource.getrusage(resource.RUSAGE_SELF)
    return float(usage.ru_maxrss) / (1e6 if sys.platform == "darwin" else 1e3)


CASES = [Case("memory with 10,000 clips, some read", REACH, reading, Unit.MEGABYTES)]

if __name__ == "__main__":
    _read_some(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3])
