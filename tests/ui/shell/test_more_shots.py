"""Pictures are taken of what is no view of its own, while it is there to be seen."""

import pytest

from caseboard.capture.worker import Worker
from caseboard.commands import sample
from caseboard.ui import more_shots
from caseboard.ui.navigation import Place
from caseboard.ui.session import Session
from caseboard.ui.shots import at_rest

NAMES = [
    *("provenance", "similar", "suggestions", "suggestions-place", "suggestions-turned-down"),
    *("claims-matrix", "claims-list", "claim-overridden", "report-form", "merge-claims-form"),
    *("dispute", "dispute-form", "dispute-status-form"),
    *("source-agreement", "source-grade", "source-merge"),
    *("hypotheses", "hypotheses-cell", "hypotheses-new", "hypotheses-none"),
    *("links-claim", "links-thousand"),
    *("timeline-claim", "timeline-vague", "timeline-many"),
    *("claim-numbers", "claim-gaps", "report-numbers"),
    *("picture-tools", "georeference", "georeference-place", "georeference-tracing"),
    *("unit", "unit-position"),
    *("briefing-sections", "briefing-findings", "briefing-outline"),
    *("pages", "import", "settings", "settings-map", "layer-form", "jobs"),
]


@pytest.fixture
def worker():
    worker = Worker()
    yield worker
    worker.close()


@pytest.mark.seconds(90)
async def test_each_is_open_when_its_picture_is_taken(window, desk):
    seen = []

    def take(widget, name):
        seen.append((name, widget.isVisible(), not widget.grab().isNull()))

    case_id = await sample.build(desk.library, desk.history, desk.taking_in)
    session = Session(window, desk)
    await session.begin("")
    await session.go_to(case_id, Place("clip"))
    await more_shots.shoot(session, case_id, take, at_rest)
    assert seen == [(name, True, True) for name in NAMES]
    await session.close()
    desk.viewer.close()
