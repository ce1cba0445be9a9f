"""What a source said, passed on and published, as it is listed."""

from dataclasses import replace

import pytest

from caseboard.commands.claims import AddReport
from caseboard.commands.editing import Edit
from caseboard.commands.sources import Named
from caseboard.model.claim import Report
from caseboard.model.clip import Clip
from caseboard.model.terms import Credibility, Reliability, Stance
from caseboard.store import source_pages, source_reports
from caseboard.store.source_reports import Part
from caseworker import Casework


@pytest.fixture
def work(library, history):
    return Casework(library, history)


async def said_at(work, *whens):
    """The staff says one claim once for each of `whens`; returns the reports in that order."""
    await work.open()
    work.clip_id = await work.clip()
    work.claim_id = await work.claim(work.clip_id)
    places = ("All assaults", "stopped", "staff", "said")
    made = []
    for exact, when in zip(places, whens, strict=False):
        draft = replace(work.report(work.clip_id, exact=exact), said_when=when)
        made.append(await work.history.run(AddReport(work.case, work.claim_id, draft)))
    work.ids = {line.source.name: line.id for line in work.read(source_pages.lines, work.case)}
    return made


def ids(work, name, part):
    return work.read(source_reports.ids, work.case, work.ids[name], part)


async def test_what_was_said_last_comes_first_and_undated_last(work):
    early, late, between = await said_at(work, "2024-11-13", "2024-11-14T18:00Z", "2024-11-14~")
    first = next(iter(set(ids(work, "General Staff", Part.SAID)) - {early, late, between}))
    assert ids(work, "General Staff", Part.SAID) == [late, between, early, first]


async def test_a_report_without_a_time_stands_where_its_clip_was_published(work):
    early, late = await said_at(work, "2024-11-13", "2024-11-15")
    published = {"published": "2024-11-14"}
    await work.history.run(Edit(Clip, work.clip_id, published, "Edit clip", work.case))
    found = ids(work, "General Staff", Part.SAID)
    assert (found[0], found[2]) == (late, early)
    assert work.read(source_reports.reports, found)[found[1]].when == "2024-11-14"


async def test_who_passed_it_on_did_not_say_it(work):
    await said_at(work)
    assert len(ids(work, "Ukrinform", Part.RELAYED)) == 1
    assert ids(work, "Ukrinform", Part.SAID) == ids(work, "General Staff", Part.RELAYED) == []


async def test_a_row_tells_all_that_is_shown_of_a_report(work):
    (report,) = await said_at(work, "2024-11-14")
    outlet = await work.history.run(
        AddReport(
            work.case,
            work.claim_id,
            replace(work.report(work.clip_id, "Courier", ()), claimant=Named("Courier")),
        )
    )
    courier = work.read(source_reports.reports, [outlet])[outlet]
    assert courier.way == ("Courier",)
    grade = {"credibility": Credibility.PROBABLE, "verb": "claimed", "stance": Stance.CONTRADICTS}
    await work.history.run(Edit(Report, report, grade, "Edit report", work.case))
    published = {"source_id": _id(work, "Courier")}
    await work.history.run(Edit(Clip, work.clip_id, published, "Edit clip", work.case))
    row = work.read(source_reports.reports, [report])[report]
    assert row.way == ("General Staff", "Ukrinform", "Courier")
    assert (row.exact, row.verb, row.when) == ("All assaults", "claimed", "2024-11-14")
    assert (row.stance, row.reliability, row.credibility) == (
        Stance.CONTRADICTS,
        Reliability.F,
        Credibility.PROBABLE,
    )
    assert (row.claim_id, row.statement) == (work.claim_id, "The attack was repelled")
    assert row.clip_id == work.clip_id


async def test_clips_tell_how_many_reports_rest_on_them(work):
    await said_at(work, "2024-11-13")
    published = {"source_id": work.ids["Ukrinform"]}
    await work.history.run(Edit(Clip, work.clip_id, published, "Edit clip", work.case))
    (clip_id,) = ids(work, "Ukrinform", Part.PUBLISHED)
    row = work.read(source_reports.clips, [clip_id, "nothing"])[clip_id]
    assert (row.id, row.title, row.reports) == (work.clip_id, "Two accounts", 2)


async def test_what_has_gone_has_no_row(work):
    await said_at(work)
    assert work.read(source_reports.reports, ["nothing"]) == {}


def _id(work, name):
    lines = work.read(source_pages.lines, work.case)
    return next(line.id for line in lines if line.source.name == name)
