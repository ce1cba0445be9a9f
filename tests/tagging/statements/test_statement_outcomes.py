"""What is said to have happened."""

import pytest

from caseboard.model.terms import DiffersOn
from caseboard.tagging.statements import outcomes


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("All Russian attacks were successfully repelled.", "repelled"),
        ("Russian invaders failed to enter the town", "not_entered"),
        ("two columns managed to enter the town but suffered heavy losses", "entered"),
        ("they did not capture the village", "not_captured"),
        ("its troops captured the village", "captured"),
        ("The city is under the control of Ukraine's Armed Forces", "held"),
        ("ten drones were shot down", "shot_down"),
        ("the bridge was destroyed", "destroyed"),
        ("the bridge was not destroyed", "not_destroyed"),
        ("our units withdrew", "withdrew"),
        ("there were no casualties", "no_losses"),
        ("Усі атаки відбито", "repelled"),
        ("ворог не увійшов до міста", "not_entered"),
        ("дві колони прорвалися на околицю", "entered"),
        ("ворогу вдалося увійти в місто", "entered"),
        ("війська захопили село", "captured"),
        ("ворог не захопив село", "not_captured"),
        ("місто під контролем Сил оборони", "held"),
        ("збили двадцять дронів", "shot_down"),
        ("втрат немає", "no_losses"),
        ("войска освободили село", "liberated"),
        ("противник не вошёл в город", "not_entered"),
        ("колонна вошла в город", "entered"),
        ("атака отбита", "repelled"),
        ("сбиты три беспилотника", "shot_down"),
        ("It rained all day", ""),
        ("", ""),
    ],
)
def test_a_statement_tells_its_outcome(text, outcome):
    assert outcomes.main(text) == outcome


def test_what_was_only_tried_and_repelled_did_not_come_about():
    told = outcomes.every("forces repelled attempts to break into the city")
    assert set(told) == {"repelled", "not_entered"}


def test_what_is_only_tried_tells_nothing():
    assert "entered" not in outcomes.every("they attempted to enter the town")


def test_a_negation_of_the_sentence_before_does_not_count():
    assert "entered" in outcomes.every("It was not cold. Troops entered the town")


def test_clashing_is_mutual_and_never_with_itself():
    for outcome in ("entered", "captured", "held", "hit", "heavy_losses"):
        assert outcomes.clash(outcome, outcome) is None
        for other in outcomes.opposites(outcome):
            assert outcomes.clash(outcome, other) == outcomes.clash(other, outcome) is not None


def test_losses_differ_on_losses():
    clash = outcomes.clash("heavy_losses", "no_losses")
    assert clash is not None
    assert clash[0] == (DiffersOn.LOSSES,)
