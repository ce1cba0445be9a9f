"""The English words for saying."""

import pytest

from caseboard.tagging.statements.vocabulary import Form, Sort, nouns, verbs


@pytest.mark.parametrize(
    ("form", "lemma", "kind"),
    [
        ("says", "say", Form.PRESENT),
        ("said", "say", Form.PAST),
        ("written", "write", Form.PARTICIPLE),
        ("wrote", "write", Form.PAST),
        ("denies", "deny", Form.PRESENT),
        ("denied", "deny", Form.PAST),
        ("stresses", "stress", Form.PRESENT),
        ("admitting", "admit", Form.ING),
        ("admitted", "admit", Form.PAST),
        ("agreeing", "agree", Form.ING),
        ("lying", "lie", Form.ING),
        ("acknowledging", "acknowledge", Form.ING),
    ],
)
def test_form_belongs_to_its_verb(form: str, lemma: str, kind: Form) -> None:
    cue, found = verbs()[form]
    assert (cue.lemma, found) == (lemma, kind)


def test_words_of_fighting_are_no_words_of_saying() -> None:
    assert not {"attacked", "struck", "hit", "repelled", "captured", "defended"} & set(verbs())


def test_verbs_that_only_think_weigh_less_than_verbs_that_say() -> None:
    cues = {cue for cue, _form in verbs().values()}
    thoughts = [cue.strength for cue in cues if cue.sort in (Sort.THINK, Sort.DEED)]
    assert max(thoughts) <= 0.5 < verbs()["said"][0].strength


def test_nouns_are_known_in_both_numbers() -> None:
    assert nouns()["claim"] is nouns()["claims"]
