"""A whole report of the war: every place and government, and nothing false that looks sure."""

from pathlib import Path

import pytest

from caseboard.tagging.engine import suggest
from caseboard.tagging.suggestions import Suggestions

REAL = Path(__file__).parents[4] / "shared" / "inputs" / "kupiansk" / "kupiansk-article.txt"
OWN = """Army throws back push into Kupiansk

by Ola Marsh  November 14, 2024
A gunner of the Khartia Brigade loads a D-20 howitzer in Donetsk Oblast, Ukraine, on May 5, 2024.
(Ola Marsh/Anadolu via Getty Images)

Ukrainian troops stopped two columns that drove into Kupiansk in Kharkiv Oblast, the General Staff
said. "The town is ours," spokesperson Andrii Kovalev told Ukrinform.

Moscow's forces want to reach the Oskil River before winter and to cut the road from Russia’s
Belgorod Oblast. Their aim is the whole of the Donbas region.
"""
WANTED = {"Kupiansk", "Kharkiv Oblast", "Donetsk Oblast", "Oskil", "Belgorod Oblast", "Donbas"}
TRUE = WANTED | {"Ukraine", "Russia"}


def _check(found: Suggestions) -> None:
    names = {each.name for each in found.locations}
    assert names >= WANTED
    assert "Russia" in {each.name for each in found.governments if each.surface == "Moscow"}
    assert {each.name for each in found.locations if each.score > 0.8} <= TRUE
    assert {each.name for each in found.governments} <= {"Ukraine", "Russia"}


def test_a_report_of_the_war_is_read_right() -> None:
    _check(suggest(OWN, published="2024-11-14"))


@pytest.mark.skipif(not REAL.exists(), reason="the article lies beside the project only")
def test_the_article_of_kupiansk_is_read_right() -> None:
    _check(suggest(REAL.read_text(encoding="utf-8"), published="2024-11-14"))
