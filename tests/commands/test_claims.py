"""Claims never stand without the place they were said."""

import pytest

from caseboard.commands.claims import AddDispute, AddReport, BinReport
from caseboard.errors import CaseError
from caseboard.model.claim import Claim, Report
from caseboard.model.clip import Anchor, Tag
from caseboard.model.terms import AnchorKind
from caseboard.store import claims, clips, dossiers
from caseworker import Casework


@pytest.fixture
def work(library, history):
    return Casework(library, history)


class Raw:
    """A command that adds rows as they are."""

    label = "raw"

    def __init__(self, case_id, *rows):
        self.case_id = case_id
        self.rows = rows

    def do(self, session):
        session.add_all(self.rows)


async def test_the_database_refuses_a_claim_without_a_report(work, history):
    case = await work.open()
    claim = Claim(case_id=case, ref="X-C9", statement="Out of thin air", first_report_id="none")
    with pytest.raises(CaseError, match="rests on"):
        await history.run(Raw(case, claim))


async def test_the_database_refuses_a_claim_resting_on_the_report_of_another(work, history):
    case = await work.open()
    clip_id = await work.clip()
    other = work.read(claims.reports_of, await work.claim(clip_id))[0]
    claim = Claim(case_id=case, ref="X-C9", statement="Borrowed", first_report_id=other.id)
    with pytest.raises(CaseError):
        await history.run(Raw(case, claim))


@pytest.mark.parametrize(
    "targets", [{}, {"keyword": "rail", "location_id": "somewhere"}], ids=["none", "two"]
)
async def test_the_database_refuses_a_tag_without_exactly_one_target(work, history, targets):
    case = await work.open()
    clip_id = await work.clip()
    await work.tag(clip_id)
    anchor = work.read(clips.view, clip_id).anchors[0]
    with pytest.raises(CaseError, match="refused"):
        await history.run(Raw(case, Tag(anchor_id=anchor.id, **targets)))


async def test_the_database_refuses_a_text_anchor_without_a_passage(work, history):
    case = await work.open()
    clip_id = await work.clip()
    with pytest.raises(CaseError, match="refused"):
        await history.run(Raw(case, Anchor(clip_id=clip_id, kind=AnchorKind.TEXT)))


async def test_refs_count_up_and_are_not_used_twice(work):
    await work.open()
    clip_id = await work.clip()
    await work.claim(clip_id)
    await work.claim(clip_id, "Another")
    dossier = work.read(dossiers.read, work.case)
    assert [claim.ref[-3:] for claim in dossier.claims] == ["-C1", "-C2"]


async def test_the_last_report_of_a_claim_cannot_be_deleted(work, history):
    case = await work.open()
    clip_id = await work.clip()
    claim_id = await work.claim(clip_id)
    (only,) = work.read(claims.reports_of, claim_id)
    with pytest.raises(CaseError, match="last report"):
        await history.run(BinReport(case, only.id))
    report_id = await history.run(AddReport(case, claim_id, work.report(clip_id, "DeepState", ())))
    await history.run(BinReport(case, only.id))
    assert [report.id for report in work.read(claims.reports_of, claim_id)] == [report_id]


async def test_a_source_is_known_again_by_any_of_its_names(work, history):
    case = await work.open()
    clip_id = await work.clip()
    claim_id = await work.claim(clip_id)
    draft = work.report(clip_id, "general staff", ("UKRINFORM",))
    await history.run(AddReport(case, claim_id, draft))
    dossier = work.read(dossiers.read, case)
    assert sorted(source.name for source in dossier.sources) == ["General Staff", "Ukrinform"]


async def test_relays_keep_their_order(work, history):
    case = await work.open()
    clip_id = await work.clip()
    claim_id = await work.claim(clip_id)
    draft = work.report(clip_id, "Staff", ("Agency", "Outlet", "Aggregator"))
    report_id = await history.run(AddReport(case, claim_id, draft))
    dossier = work.read(dossiers.read, case)
    names = {source.id: source.name for source in dossier.sources}
    relays = [relay for relay in dossier.relays if relay.report_id == report_id]
    relays.sort(key=lambda relay: relay.ordinal)
    assert [names[relay.source_id] for relay in relays] == ["Agency", "Outlet", "Aggregator"]


async def test_a_claim_cannot_clash_with_itself(work, history):
    case = await work.open()
    claim_id = await work.claim(await work.clip())
    with pytest.raises(CaseError, match="itself"):
        await history.run(AddDispute(case, claim_id, claim_id))


async def test_a_report_keeps_the_quote_and_its_surroundings(work):
    await work.open()
    clip_id = await work.clip()
    await work.claim(clip_id, exact="Two columns got in")
    view = work.read(clips.view, clip_id)
    (anchor,) = view.anchors
    assert isinstance(view.reports[0], Report)
    assert anchor.exact == "Two columns got in"
    assert anchor.prefix.endswith("said. ")
    assert anchor.suffix.startswith(", the map")
