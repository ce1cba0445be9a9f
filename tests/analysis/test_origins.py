"""Who a claim really comes from."""

from casework import Casework

from caseboard.analysis.origins import Trails
from caseboard.model.terms import Stance

COPY = " ".join(f"word{number}" for number in range(60))


def test_an_origin_names_every_way_its_word_took():
    work = Casework()
    work.claim("C1")
    work.report("C1", "E001", "General Staff")
    work.report("C1", "E002", "General Staff", via=["Ukrinform", "Kyiv Independent"])
    work.report("C1", "E003", "General Staff", via=["Ukrinform", "Kyiv Independent"])
    (origin,) = Trails(work.dossier).origins("C1")
    assert origin.chains == ((), ("Ukrinform", "Kyiv Independent"))
    assert origin.reports == 3


def test_an_origin_that_says_both_shows_both_stances():
    work = Casework()
    work.claim("C1")
    work.report("C1", "E001", "General Staff")
    work.report("C1", "E002", "General Staff", stance=Stance.CONTRADICTS)
    (origin,) = Trails(work.dossier).origins("C1")
    assert origin.stances == {Stance.SUPPORTS, Stance.CONTRADICTS}


def test_a_relay_that_also_speaks_for_itself_is_an_origin_of_its_own():
    work = Casework()
    work.claim("C1")
    work.report("C1", "E001", "General Staff", via=["Ukrinform"])
    work.report("C1", "E002", "Ukrinform")
    names = [origin.name for origin in Trails(work.dossier).origins("C1")]
    assert names == ["General Staff", "Ukrinform"]


def test_what_is_not_body_does_not_make_two_texts_the_same():
    work = Casework()
    work.claim("C1")
    for ref, outlet, body in (("E001", "Daily", "One came."), ("E002", "Wire", "Two went.")):
        work.clip(ref, outlet, text=f"{COPY}\n\n{body}")
        work.rows["clips"][-1].parts = [
            {"kind": "banner", "start": 0, "end": len(COPY), "body": False},
            {"kind": "paragraph", "start": len(COPY) + 2, "end": len(COPY) + 11, "body": True},
        ]
        work.report("C1", ref, outlet)
    assert len(Trails(work.dossier).origins("C1")) == 2


def test_a_claim_nobody_reports_has_no_origin():
    assert Trails(Casework().dossier).origins("C9") == ()
