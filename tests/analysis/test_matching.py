"""How like a text is to others."""

from caseboard.analysis.matching import likeness

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
