"""Small helps for tests."""

import asyncio
import os
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parent.parent


def child_environment():
    """The environment of a process of ours: it finds the package and what tests share."""
    paths = os.pathsep.join([str(PROJECT / "desktop"), str(PROJECT / "tests")])
    return {**os.environ, "PYTHONPATH": paths}


async def settled():
    """Wait until every task but this one is done."""
    while others := asyncio.all_tasks() - {asyncio.current_task()}:
        await asyncio.wait(others)


async def until(claim, *, seconds=15.0):
    """Let the loop turn until `claim()` holds, and hand back what it answered."""
    async with asyncio.timeout(seconds):
        while not (answer := claim()):  # noqa: ASYNC110  claims are about anything, no event
            await asyncio.sleep(0.005)
    return answer


def real_input(*parts):
    """A real page or picture kept beside the project; skips the test where there is none."""
    path = PROJECT.parent.joinpath("shared", "inputs", *parts)
    if not path.exists():
        pytest.skip(f"no {'/'.join(parts)} beside the project")
    return path
