"""`caseboard gazetteer`: adds tables of places, and lists them; touches no library."""

import argparse
import asyncio

from caseboard.cli.printing import out
from caseboard.commands import gazetteers
from caseboard.runtime.jobs import Jobs
from caseboard.tagging.gazetteer.attribution import attribution


def import_(options: argparse.Namespace) -> int:
    """Import a file, and say what came of it."""
    done = asyncio.run(gazetteers.import_gazetteer(Jobs(), options.file))
    out(done.as_json() if options.json else [gazetteers.sentence(done)], as_json=options.json)
    return 0


def list_(options: argparse.Namespace) -> int:
    """The tables there are; 1 where one of them cannot be used."""
    found = gazetteers.listed()
    if options.json:
        tables = [
            {"file": str(table.path), "places": table.places, "problem": table.problem}
            for table in found
        ]
        out({"tables": tables, "attribution": attribution()}, as_json=True)
    else:
        lines = [f"{table.places:>9}  {table.problem or table.path}" for table in found]
        out([*lines, attribution()], as_json=False)
    return 1 if any(table.problem for table in found) else 0
