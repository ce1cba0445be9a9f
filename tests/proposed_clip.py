"""A clip with proposals written by hand: every kind of them, sure and unsure."""

from caseboard.commands import proposed
from caseboard.model.terms import DiffersOn, Echelon, LocationKind, Side, SourceKind
from caseboard.store import proposals as store
from caseboard.store.journal import Entry
from caseboard.tagging.suggestions import (
    Candidate,
    DisputeSuggestion,
    EquipmentSuggestion,
    GovernmentSuggestion,
    LocationSuggestion,
    PersonSuggestion,
    Place,
    Speaker,
    StatementSuggestion,
    Suggestions,
    UnitSuggestion,
)

TEXT = (
    "Kupiansk holds, says Ivan Koval. The staff said every attack on Kupiansk was beaten back. "
    "A map put two columns inside the town at night. Most of Kupiansk lies east of the Oskil River."
    " Khartia Brigade guns, a D-20 among them, fired. Moscow wants all of it."
)
DENIAL = "every attack on Kupiansk was beaten back"
ENTRY = "two columns inside the town at night"

TOWN = Place(
    "Kupiansk",
    LocationKind.SETTLEMENT,
    49.71,
    37.616,
    3000.0,
    "UA",
    "Kharkiv Oblast",
    "geonames:703656",
)
OTHER = Place("Kupiansk-Vuzlovyi", LocationKind.SETTLEMENT, 49.67, 37.643, 2000.0, "UA")
RIVER = Place("Oskil River", LocationKind.RIVER, 50.2, 37.8, 120_000.0, "UA,RU")
STAFF = Speaker("General Staff", SourceKind.OFFICIAL, 33, 42, "The staff")
AGENCY = Speaker("Ukrinform", SourceKind.AGENCY, 0, 1, "Ukrinform")
OUTLET = Speaker("Daily Courier", SourceKind.OUTLET)


def spans(words, text=TEXT):
    """Every place at which these words stand."""
    start = text.find(words)
    while start >= 0:
        yield {"start": start, "end": start + len(words), "surface": words}
        start = text.find(words, start + 1)


def span(words, text=TEXT):
    return next(spans(words, text))


def towns():
    candidates = (Candidate(TOWN, 0.97, "population"), Candidate(OTHER, 0.4, "near the other"))
    said = {"score": 0.97, "reason": "population", "candidates": candidates}
    return tuple(LocationSuggestion(**at, **said) for at in spans("Kupiansk"))


def river():
    found = (Candidate(RIVER, 0.96, "the word River"),)
    return LocationSuggestion(
        **span("Oskil River"), score=0.96, reason="the word River", candidates=found
    )


def denial():
    return StatementSuggestion(
        **span(DENIAL),
        score=0.95,
        reason="said",
        claimant=STAFF,
        relays=(AGENCY, OUTLET),
        verb="say",
        said_when="2024-11-14",
        event_time="2024-11-13",
        place_keys=("geonames:703656",),
        outcome="repelled",
    )


def entry():
    monitor = Speaker("DeepState", SourceKind.MONITOR)
    return StatementSuggestion(**span(ENTRY), score=0.8, claimant=monitor, outcome="entered")


def dispute():
    return DisputeSuggestion(
        **span(DENIAL), score=0.8, a=0, b=1, differs_on=(DiffersOn.ENTRY,), reason="one night"
    )


def found(**others):
    """All that is proposed of `TEXT`, in reading order:

    Kupiansk ×3, Ivan Koval, the denial, the entry, Most (unsure), Oskil River, Khartia Brigade,
    D-20, Russia, the dispute.
    """
    kinds = {
        "locations": (*towns(), river()),
        "governments": (
            GovernmentSuggestion(**span("Moscow"), score=0.9, name="Russia", country="RU"),
        ),
        "units": (
            UnitSuggestion(
                **span("Khartia Brigade"),
                score=0.85,
                name="Khartia Brigade",
                side=Side.FRIEND,
                echelon=Echelon.BRIGADE,
                country="UA",
                rests_on="its own pages",
            ),
        ),
        "people": (
            PersonSuggestion(**span("Ivan Koval"), score=0.8, name="Ivan Koval", role="spokesman"),
        ),
        "equipment": (
            EquipmentSuggestion(**span("Most"), score=0.3, name="Most"),
            EquipmentSuggestion(**span("D-20"), score=0.7, name="D-20", category="howitzer"),
        ),
        "statements": (denial(), entry()),
        "disputes": (dispute(),),
    }
    return Suggestions(**(kinds | others))


async def propose(library, clip_id, suggestions=None, problem=""):
    """Keep proposals of a clip as the background service would."""
    rows = proposed.rows(found() if suggestions is None else suggestions)
    await library.database.write(
        Entry("Propose"), lambda session: store.keep(session, clip_id, rows, "stamp", problem)
    )
