"""What stands around an article, told by its words and its markup."""

import pytest

from caseboard.capture import boilerplate
from caseboard.model.terms import PartKind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("We and our partners use cookies on this site", PartKind.BANNER),
        ("Ми використовуємо файли cookie", PartKind.BANNER),
        ("Мы используем файлы cookie", PartKind.BANNER),
        ("Become a member today", PartKind.BANNER),
        ("Sign up to First Light, our free daily newsletter", PartKind.BANNER),
        ("Підпишіться на нашу розсилку", PartKind.BANNER),
        ("Подписывайтесь на наш канал", PartKind.BANNER),
        ("Listen to this article", PartKind.AUDIO_NOTE),
        ("Аудіо створено за допомогою штучного інтелекту", PartKind.AUDIO_NOTE),
        ("Аудио создано с помощью искусственного интеллекта", PartKind.AUDIO_NOTE),
        ("Read also: Ferry fares double", PartKind.RELATED),
        ("Читайте також:", PartKind.RELATED),
        ("Читайте также — Паром подорожал", PartKind.RELATED),
        ("Most read", PartKind.RELATED),
        ("Author: Olena Marchuk", PartKind.AUTHOR_CARD),
        ("Автор: Наталя Гриценко", PartKind.AUTHOR_CARD),
        ("© The River Post. All rights reserved.", PartKind.OTHER),
        ("Share on Facebook", PartKind.OTHER),
        ("Теги: міст, річка", PartKind.OTHER),
        ("Schon gelesen?", PartKind.RELATED),
        ("À lire aussi : le bac double ses prix", PartKind.RELATED),
        ("Lea también: sube el precio del ferri", PartKind.RELATED),
        ("Leia também", PartKind.RELATED),
        ("¡Suscríbete y lee sin límites!", PartKind.BANNER),
        ("Follow River Post’s coverage of the bridge at river.example", PartKind.BANNER),
        ("Unterstützen Sie unabhängigen Journalismus am Fluss", PartKind.BANNER),
        ("We want to hear what you think about this article.", PartKind.BANNER),
        ("Wird geladen …", PartKind.OTHER),
        ("Zuletzt aktualisiert am 17.01.2025", PartKind.OTHER),
        ("Оновлено: 4 березня 2025, 10:15", PartKind.OTHER),
    ],
)
def test_words_give_it_away(text, kind):
    assert boilerplate.by_text(text) is kind


@pytest.mark.parametrize(
    "text",
    [
        "Volunteers asked people to donate blankets to the hospital.",
        "He urged readers to subscribe to no theory at all.",
        "The authors: of the attack remain unknown, police said. They fled at night.",
        "Related services were restored by noon.",
        "Most readers of the local paper are over sixty.",
        "The stolen cookies were baked on Tuesday.",
        "Save the bridge, say villagers",
        "Автор допису повідомив про вибухи. За його словами, міст цілий.",
        "Подписание договора перенесли на четверг.",
        "Рекомендуем не приближаться к берегу, сообщили спасатели.",
        "The council updated its plan in March 2025, and nobody objected to that.",
        "They follow the river on foot. Villagers wait.",
        "Kontakt zu den Helfern hatte er seit Montag nicht. Sie fehlen.",
        "Audio recordings of the call were published by the security service.",
    ],
)
def test_prose_is_left_alone(text):
    assert boilerplate.by_text(text) is None


@pytest.mark.parametrize(
    ("tokens", "tag", "kind"),
    [
        ("cookie-banner", "div", PartKind.BANNER),
        ("related-stories", "section", PartKind.RELATED),
        ("author-card", "footer", PartKind.AUTHOR_CARD),
        ("social-share", "div", PartKind.OTHER),
        ("article-body", "div", None),
        ("shared-layout", "p", None),
    ],
)
def test_classes_give_it_away(tokens, tag, kind):
    assert boilerplate.by_class(tokens, tag) is kind


@pytest.mark.parametrize(
    ("tokens", "standfirst", "caption"),
    [
        ("article-lead", True, False),
        ("post__lead hyphenate", True, False),
        ("standfirst", True, False),
        ("leader-board", False, False),
        ("sublist", False, False),
        ("wp-caption-text", False, True),
        ("photo-credit", False, True),
        ("bildunterschrift", False, True),
        ("photo-gallery", False, False),
    ],
)
def test_classes_tell_standfirst_and_caption(tokens, standfirst, caption):
    assert boilerplate.is_standfirst_class(tokens) is standfirst
    assert boilerplate.is_caption_class(tokens) is caption


@pytest.mark.parametrize(
    "text",
    ["Pressekontakt:", "Ansprechpartner für Rückfragen", "Media contact", "For further information",
     "Контакти для преси", "Für weitere Informationen"],
)  # fmt: skip
def test_a_line_opens_whom_to_ask(text):
    assert boilerplate.opens_contacts(text)


def test_prose_opens_no_contacts():
    assert not boilerplate.opens_contacts("Kontakt zu ihm gab es seit Montag nicht. Er fehlt.")
    assert not boilerplate.opens_contacts("Contact with the enemy was lost at noon.")
