"""What changed since the last export, and what a briefing is narrowed to, as it is composed."""

import pytest

from caseboard.briefing.blocks import SectionKind, text_of
from caseboard.briefing.release import Ceiling
from caseboard.briefing.walk import paragraphs
from caseboard.commands import composing
from caseboard.commands.briefings import SaveBriefing, draft
from caseboard.commands.claims import AddReport
from caseboard.commands.editing import Bin, Edit
from caseboard.commands.exporting_briefings import export
from caseboard.model.case import Case
from caseboard.model.claim import Claim, Dispute
from caseboard.model.terms import Marking
from caseboard.store import briefings, cases
from caseworker import Casework


@pytest.fixture
def work(library, history):
    return Casework(library, history)


async def begun(work):
    """A case with one claim, and a briefing on it that was exported once."""
    case = work.read(cases.by_id, await work.open())
    work.claim_id = await work.claim(await work.clip())
    briefing = draft(case)
    briefing.sections = [{"kind": kind, "on": True} for kind in ("changes", "claims", "sources")]
    await work.history.run(SaveBriefing(briefing))
    return briefing


async def exported(work, briefing, folder):
    await export(work.library, work.history, briefing, folder / "brief.pdf")


def told(work, briefing, ceiling=None):
    """What the briefing says of changes, and all of it."""
    material = work.read(composing.read, briefing)
    with composing.composed(work.library.files, material, briefing, ceiling) as made:
        lines = {
            section.kind: [text_of(each.runs) for each in paragraphs(section)]
            for section in made.outline.sections
        }
    return lines.get(SectionKind.CHANGES, []), repr(made.outline)


async def test_a_second_version_says_what_changed_since_the_first(work, tmp_path):
    briefing = await begun(work)
    assert told(work, briefing)[0] == []
    await exported(work, briefing, tmp_path)
    clip = await work.clip(b"Another.", title="Map")
    report = work.report(clip, "DeepState", (), "said")
    await work.history.run(AddReport(work.case, work.claim_id, report))

    intro, *lines = told(work, briefing)[0]
    assert intro.startswith("Since version 1 of ")
    assert lines == [
        (
            "C1 “The attack was repelled”. Now corroborated, was single source. 1 new report"
            " (DeepState) [1]."
        ),
        "1 new exhibit: E002\u00a0[1].",
    ]


async def test_the_same_version_again_says_the_same(work, tmp_path):
    briefing = await begun(work)
    await exported(work, briefing, tmp_path)
    await work.history.run(Edit(Claim, work.claim_id, {"band": 6}, "Assess", work.case))
    before = told(work, briefing)
    await exported(work, briefing, tmp_path)

    assert [record.version for record in work.read(briefings.exports, briefing.id)] == [2, 1]
    assert told(work, briefing) == before
    assert before[0][1].endswith("Likelihood now very likely, was not stated.")


async def test_a_copy_tells_no_change_of_what_it_leaves_out(work, tmp_path):
    briefing = await begun(work)
    briefing.marking = Marking.GREEN
    hidden = await work.claim(await work.clip(b"Another."), "SECRET", "Two columns")
    await work.history.run(Edit(Claim, hidden, {"marking": Marking.RED}, "Mark", work.case))
    await exported(work, briefing, tmp_path)
    await work.history.run(Edit(Claim, hidden, {"band": 6}, "Assess", work.case))

    lines, _whole = told(work, briefing)
    assert any("SECRET" in line for line in lines)
    lines, whole = told(work, briefing, Ceiling(Marking.AMBER))
    assert not any("C2" in line for line in lines)
    assert "SECRET" not in whole


async def test_what_a_copy_may_hold_only_now_is_new_in_it(work, tmp_path):
    """The case was for nobody outside when it was exported first."""
    briefing = await begun(work)
    briefing.marking = Marking.GREEN
    await work.history.run(Edit(Case, work.case, {"marking": Marking.RED}, "Mark", work.case))
    await exported(work, briefing, tmp_path)
    await work.history.run(Edit(Case, work.case, {"marking": Marking.GREEN}, "Mark", work.case))

    lines, _whole = told(work, briefing, Ceiling(Marking.GREEN))
    assert any("Held against what a copy for the same readers would have told" in e for e in lines)
    assert any(line.startswith("New claim C1") for line in lines)
    lines, _whole = told(work, briefing)
    assert not any("New claim" in line or "same readers" in line for line in lines)


async def test_a_copy_does_not_tell_what_was_withdrawn_from_a_section_it_leaves_out(work, tmp_path):
    briefing = await begun(work)
    briefing.marking = Marking.GREEN
    await work.history.run(Edit(Case, work.case, {"marking": Marking.CLEAR}, "Mark", work.case))
    other = await work.claim(await work.clip(b"Another."), "Two columns got in", "Two columns")
    dispute = await work.dispute(work.claim_id, other)
    await exported(work, briefing, tmp_path)
    await work.history.run(Bin(Dispute, frozenset({dispute}), "Delete", work.case))

    copy = Ceiling(Marking.GREEN)
    assert "1 dispute was withdrawn." in told(work, briefing, copy)[0]
    row = {"kind": "disputes", "on": True, "marking": Marking.RED.value}
    briefing.sections = [*briefing.sections, row]
    assert "1 dispute was withdrawn." not in told(work, briefing, copy)[0]


async def test_a_bottom_line_that_a_copy_held_back_before_is_new_in_it(work, tmp_path):
    briefing = await begun(work)
    briefing.marking, briefing.bottom_line = Marking.RED, "It was stopped."
    await work.history.run(Edit(Case, work.case, {"marking": Marking.CLEAR}, "Mark", work.case))
    await work.history.run(SaveBriefing(briefing))
    await exported(work, briefing, tmp_path)
    briefing.marking = Marking.GREEN
    await work.history.run(SaveBriefing(briefing))

    lines = told(work, briefing, Ceiling(Marking.GREEN))[0]
    assert "The bottom line is new." in lines
    assert not any("bottom line" in line for line in told(work, briefing)[0])


async def test_a_briefing_on_one_clip_keeps_the_standing_of_its_claims(work):
    briefing = await begun(work)
    clip = await work.clip(b"Another.", title="Map")
    report = work.report(clip, "DeepState", (), "said")
    await work.history.run(AddReport(work.case, work.claim_id, report))
    await work.claim(clip, "Two columns got in", "Two columns")
    briefing.subject = ["E001"]
    _lines, whole = told(work, briefing)

    assert "Two columns got in" not in whole
    assert "corroborated" in whole
