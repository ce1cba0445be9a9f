"""How like a text is to others."""

from caseboard.analysis.matching import likeness, nearest_first
from caseboard.model.claim import Claim
from caseboard.model.ids import ClaimId

CLAIMS = [
    "The push into Kupiansk was repelled",
    "Two columns entered Kupiansk and took heavy losses",
    "The bridge at Antonivka was struck",
]


def best(text, claims=CLAIMS):
    found = likeness(text, claims)
    return found.index(max(found))


def test_the_claim_that_shares_most_words_comes_first():
    assert best("two Russian columns had made it into Kupiansk and been badly mauled") == 1
    assert best("every push toward Kupiansk had been thrown back") == 0


def test_a_word_that_every_claim_has_tells_less_than_a_rare_one():
    found = likeness("Antonivka", ["the town of Antonivka", "the town", "the town again"])
    assert found[0] > 0
    assert found[1:] == [0, 0]
    common = likeness("town bridge", ["a town", "the town", "a bridge", "town"])
    assert common[2] > common[0]


def test_endings_do_not_matter_in_any_of_the_languages():
    assert best("колони зайшли до Куп'янська", ["Дві колони увійшли", "Міст знищено"]) == 0
    assert likeness("attacked", ["attacks"])[0] > 0.99


def test_nothing_in_common_is_nought_and_the_same_words_are_one():
    assert likeness("nothing alike", CLAIMS) == [0, 0, 0]
    assert abs(likeness(CLAIMS[0], CLAIMS)[0] - 1) < 1e-9


def test_a_text_without_words_is_like_nothing():
    assert likeness("…", CLAIMS) == [0, 0, 0]
    assert likeness("words", ["", "—"]) == [0, 0]


def stated(number, statement):
    return Claim(
        id=ClaimId(f"claim {number}"),
        case_id="case",
        ref=f"K-C{number}",
        statement=statement,
        first_report_id="report",
    )


def test_the_nearest_claim_comes_first_and_of_equals_the_newest():
    claims = [stated(1, CLAIMS[2]), stated(2, CLAIMS[1]), stated(3, "Power is cut")]
    ranked = nearest_first("two columns entered the town", claims)
    assert [each.ref for each in ranked] == ["K-C2", "K-C3", "K-C1"]


def test_a_place_in_common_tells_where_words_do_not():
    claims = [stated(1, "Наступ відбито"), stated(2, "Міст зруйновано")]
    places = {claims[0].id: {"kupiansk"}, claims[1].id: {"antonivka"}}
    ranked = nearest_first("the push was repelled", claims, ["kupiansk"], places)
    assert [each.ref for each in ranked] == ["K-C1", "K-C2"]
