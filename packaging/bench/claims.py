"""Fifty thousand reports of two thousand claims: weighed, and shown as a matrix."""

import time

from sqlmodel import Session

from bench import claim_material
from bench.harness import Case, Contest, Place
from caseboard.analysis.standing import weigh
from caseboard.store import ledgers
from caseboard.store.database import Database


def weighing(place: Place) -> Contest:
    """Reading the ledger from the disk and weighing every claim, by itself."""
    folder, case_id = claim_material.library(place.shared)
    database = Database(folder / "library.sqlite", "bench", read_only=True)

    def read(session: Session) -> float:
        start = time.perf_counter()
        standings = weigh(ledgers.read(session, case_id))
        spent = time.perf_counter() - start
        assert len(standings) == claim_material.CLAIMS  # noqa: S101  else nothing was timed
        return spent

    return Contest(lambda: database.read_now(read), end=database.close)


CASES = [Case("50,000 reports read and weighed", 0.4, weighing)]
