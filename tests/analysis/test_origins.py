"""Who a claim really comes from."""

from casework import Casework
from hypothesis import given
from hypothesis import strategies as st

from caseboard.analysis.ledgers import of
from caseboard.analysis.origins import Trails
from caseboard.model.terms import Stance

COPY = " ".join(f"word{number}" for number in range(60))


def test_an_origin_names_every_way_its_word_took():
    work = Casework()
    work.claim("C1")
    work.report("C1", "E001", "General Staff")
    work.report("C1", "E002", "General Staff", via=["Ukrinform", "Kyiv Independent"])
    work.report("C1", "E003", "General Staff", via=["Ukrinform", "Kyiv Independent"])
    (origin,) = Trails(of(work.dossier)).origins("C1")
    assert origin.chains == ((), ("Ukrinform", "Kyiv Independent"))
    assert origin.reports == 3


@given(st.data())
def test_origins_are_as_many_as_are_counted(data):
    work = Casework()
    work.claim("C1")
    voices = [f"V{n}" for n in range(4)]
    for n in range(data.draw(st.integers(0, 6))):
        outlet = data.draw(st.sampled_from(voices))
        text = data.draw(st.sampled_from([COPY, f"{COPY} more", f"other words {n}"]))
        work.clip(f"E{n}", outlet, text=text)
        stance = data.draw(st.sampled_from(Stance))
        work.report("C1", f"E{n}", data.draw(st.sampled_from(voices)), stance=stance)
    trails = Trails(of(work.dossier))
    assert len(trails.origins("C1")) == trails.count("C1")


def test_an_origin_that_says_both_shows_both_stances():
    work = Casework()
    work.claim("C1")
    work.report("C1", "E001", "General Staff")
    work.report("C1", "E002", "General Staff", stance=Stance.CONTRADICTS)
    (origin,) = Trails(of(work.dossier)).origins("C1")
    assert origin.stances == {Stance.SUPPORTS, Stance.CONTRADICTS}


def test_a_relay_that_also_speaks_for_itself_is_an_origin_of_its_own():
    work = Casework()
    work.claim("C1")
    work.report("C1", "E001", "General Staff", via=["Ukrinform"])
    work.report("C1", "E002", "Ukrinform")
    names = [origin.name for origin in Trails(of(work.dossier)).origins("C1")]
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
    assert len(Trails(of(work.dossier)).origins("C1")) == 2


def test_a_claim_nobody_reports_has_no_origin():
    assert Trails(of(Casework().dossier)).origins("C9") == ()


def judged(texts, judgements):
    """Outlets that each make the claim in a text of `texts`, and the analyst's word on pairs."""
    work = Casework()
    work.claim("C1")
    for number, text in enumerate(texts):
        work.clip(f"E{number}", f"Outlet {number}", text=text)
        work.report("C1", f"E{number}", f"Outlet {number}")
    for (one, other), same in judgements.items():
        work.judge(f"E{one}", f"E{other}", same=same)
    return work


def voices(dossier):
    return [
        frozenset({origin.name, *origin.same_text, *origin.same_word})
        for origin in Trails(of(dossier)).origins("C1")
    ]


TEXTS = st.lists(st.sampled_from([COPY, COPY[:-40], COPY[40:], COPY[::-1]]), max_size=5)
JUDGEMENTS = st.dictionaries(
    st.tuples(st.integers(0, 4), st.integers(0, 4)).filter(lambda pair: pair[0] < pair[1]),
    st.booleans(),
    max_size=6,
)


@given(TEXTS, JUDGEMENTS, st.randoms(use_true_random=False))
def test_the_analysts_word_holds_whatever_the_order(texts, judgements, random):
    here = {pair: same for pair, same in judgements.items() if pair[1] < len(texts)}
    work = judged(texts, here)
    found = voices(work.dossier)
    assert voices(work.shuffled(random)) == found
    assert sorted(name for voice in found for name in voice) == [
        f"Outlet {number}" for number in range(len(texts))
    ]
    for (one, other), same in here.items():
        are_one = any({f"Outlet {one}", f"Outlet {other}"} <= voice for voice in found)
        if not same:
            assert not are_one
        elif all(here.values()):
            assert are_one


def test_a_third_copy_does_not_bring_together_what_the_analyst_parted():
    work = judged([COPY, COPY, COPY], {(0, 1): False})
    assert sorted(map(len, voices(work.dossier))) == [1, 2]


def test_what_was_parted_for_nothing_is_not_told():
    work = judged([COPY, COPY[::-1]], {(0, 1): False})
    assert Trails(of(work.dossier)).apart("C1") == ()
