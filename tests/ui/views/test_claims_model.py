"""The rows of claims by themselves: what is read, what fails, what folds."""

import pytest
from PySide6.QtCore import QObject, Signal

from caseboard.analysis.matrix import Arrangement, Grouping, Order
from caseboard.analysis.standing import weigh
from caseboard.errors import CaseError
from caseboard.model.ledger import Ledger, Stated
from caseboard.model.terms import Ladder
from caseboard.ui.itemmodels.claims import ClaimsModel
from caseboard.ui.weighing import Weighed
from support import settled


class Weights(QObject):
    """Answers from memory."""

    staled = Signal()

    def __init__(self, parent):
        super().__init__(parent)
        self.trouble = None
        self.read = 0
        self.weighed = None

    def hold(self, *statements):
        claims = [
            Stated(f"c{n}", f"KUP-2024-11-C{n}", text, when, None, None, "", None, "")
            for n, (text, when) in enumerate(statements, 1)
        ]
        ledger = Ledger(Ladder.ICD203, claims, {}, {})
        self.weighed = Weighed(ledger, weigh(ledger), frozenset())

    async def fresh(self):
        self.read += 1
        if self.trouble is not None:
            raise self.trouble
        return self.weighed


@pytest.fixture
def weights(qapp):  # noqa: ARG001  Qt comes first
    owner = QObject()
    weights = Weights(owner)
    weights.hold(("Columns entered", "2024-11-13"), ("The push was repelled", "2024-11-14"))
    yield weights
    owner.deleteLater()


@pytest.fixture
def model(weights):
    return ClaimsModel(weights, weights)


async def test_what_is_typed_is_found_whatever_its_case(model):
    model.filter_by("PUSH")
    await settled()
    assert model.ids == ["c2"]


async def test_the_same_question_is_not_asked_twice(model, weights):
    model.ask(Arrangement(Order.NEWEST))
    model.ask(Arrangement(Order.NEWEST))
    await settled()
    assert weights.read == 1
    assert model.ids == ["c2", "c1"]


async def test_the_last_question_is_the_one_that_is_answered(model):
    listed = []
    model.listed.connect(lambda: listed.append(model.ids))
    model.filter_by("columns")
    model.filter_by("push")
    await settled()
    assert listed == [["c2"]]


async def test_what_could_not_be_read_is_told_and_what_was_shown_stays(model, weights):
    model.reload()
    await settled()
    failed = []
    model.failed.connect(failed.append)
    weights.trouble = CaseError("The library cannot be read.", "Is the disk there?")
    weights.staled.emit()
    await settled()
    assert failed == [weights.trouble]
    assert model.ids == ["c1", "c2"]


async def test_the_same_claims_weighed_anew_move_nothing(model, weights):
    model.reload()
    await settled()
    resets, changes = [], []
    model.modelReset.connect(lambda: resets.append(1))
    model.dataChanged.connect(lambda *_place: changes.append(1))
    weights.hold(("Columns entered the town", "2024-11-13"), ("The push was repelled", ""))
    weights.staled.emit()
    await settled()
    assert (resets, changes) == ([], [1])
    assert model.line(0).claim.statement == "Columns entered the town"


async def test_folded_groups_stay_folded_when_claims_are_weighed_anew(model, weights):
    model.ask(Arrangement(grouping=Grouping.EVENT))
    await settled()
    model.fold("2024-11-13", folded=True)
    assert model.ids == ["c2"]
    weights.staled.emit()
    await settled()
    assert model.ids == ["c2"]
    assert model.headings == [0, 1]
    model.unfold_to("c1")
    assert model.ids == ["c1", "c2"]
