"""Who wrote it and when, as newsrooms of many countries print it under a title."""

import pytest

from caseboard.capture import page

PROSE = "The bridge over the river reopened on Monday after eight months of work, the mayor said. "
DAY = "2025-03-14"


def read(language, byline, *, head="", after=""):
    body = "".join(f"<p>{PROSE * 2}{n}</p>" for n in range(4))
    return page.read(
        f'<!DOCTYPE html><html lang="{language}"><head><title>A bridge reopens | River Post</title>'
        f'<meta property="og:site_name" content="River Post">{head}</head><body><main><article>'
        f"<header><h1>A bridge reopens</h1>{byline}</header><div class='text'>{body}</div>{after}"
        "</article></main><aside><h3>Ferry fares double</h3><time "
        "datetime='2024-01-05'>5.1.2024</time>"
        "</aside></body></html>",
        "https://www.river.example/n/bridge",
    )


BYLINES = [
    (
        "en",
        "<p>By Olena Marchuk | March 14, 2025 | 9:05am</p>",
        ("Olena Marchuk",),
    ),
    (
        "en-GB",
        "<p>Olena Marchuk, Diplomatic correspondent</p><p>14 March 2025</p>",
        ("Olena Marchuk",),
    ),
    (
        "en",
        (
            "<div class='article-author-name'>By <a href='/author/olena'>Olena "
            "Marchuk</a></div><div class='article-dates'>Published On 14 Mar "
            "2025</div>"
        ),
        ("Olena Marchuk",),
    ),
    (
        "en-US",
        (
            "<div class='byline'>BY OLENA MARCHUK AND JAN NOWAK</div><time "
            "datetime='2025-03-14T09:05:00'>3/14/2025</time>"
        ),
        ("Olena Marchuk", "Jan Nowak"),
    ),
    (
        "en-AU",
        ("<div class='author'>Olena Marchuk</div><div class='date'>14/03/2025</div>"),
        ("Olena Marchuk",),
    ),
    (
        "en",
        ("<span itemprop='author'>Dr. Olena Marchuk-Nowak</span><p>Fri, 14 Mar 2025 09:05 GMT</p>"),
        ("Dr. Olena Marchuk-Nowak",),
    ),
    (
        "en",
        (
            "<p>Story by Olena Marchuk, River Post</p><p>Updated 10:05 AM EDT, Sat "
            "March 15, 2025</p><p>Published 9:05 AM EDT, Fri March 14, 2025</p>"
        ),
        ("Olena Marchuk",),
    ),
    (
        "uk",
        (
            "<div>Текст Олена Марчук</div><time datetime='2025-03-14T09:05'>14 "
            "березня 2025, 09:05</time>"
        ),
        ("Олена Марчук",),
    ),
    (
        "uk",
        "<p>14.03.2025 09:05</p><p class='author'>Автор: Олена Марчук</p>",
        ("Олена Марчук",),
    ),
    (
        "uk",
        ("<p>Автори: Олена Марчук, Ян Новак</p><p>П’ятниця, 14 березня 2025, 09:05</p>"),
        ("Олена Марчук", "Ян Новак"),
    ),
    (
        "uk",
        (
            "<p>Опубліковано: 14 березня 2025 р. о 09:05. Оновлено: 15 березня 2025 "
            "р.</p><a href='/avtory/olena'>Олена Марчук</a>"
        ),
        ("Олена Марчук",),
    ),
    (
        "ru",
        "<p>14 марта 2025, 09:05 МСК</p><div class='author'>Пётр Ильин</div>",
        ("Пётр Ильин",),
    ),
    (
        "ru",
        "<p>Текст: Пётр Ильин</p><p>14.03.2025, 09:05</p>",
        ("Пётр Ильин",),
    ),
    (
        "ru",
        (
            "<div class='article__author'>Пётр Ильин, Мария Соколова</div><span "
            "class='date'>09:05, 14 марта 2025</span>"
        ),
        ("Пётр Ильин", "Мария Соколова"),
    ),
    (
        "de",
        ("<p>Von Anna Berg und Jan Nowak, Kiew</p><p>Stand: 14.03.2025, 09:05 Uhr</p>"),
        ("Anna Berg", "Jan Nowak"),
    ),
    (
        "de",
        "<p>Ein Gastbeitrag von Anna Berg</p><p>14. März 2025, 9:05 Uhr</p>",
        ("Anna Berg",),
    ),
    (
        "de",
        "<p class='author'>Anna Berg (ab)</p><p>Veröffentlicht am 14.03.2025</p>",
        ("Anna Berg",),
    ),
    (
        "pl",
        "<p>Autor: Jan Kowalski</p><p>14 marca 2025, 09:05</p>",
        ("Jan Kowalski",),
    ),
    (
        "pl",
        (
            "<p>Jan Kowalski, dziennikarz</p><p>Dodano: 14.03.2025 09:05. "
            "Aktualizacja: 15.03.2025</p>"
        ),
        ("Jan Kowalski",),
    ),
    (
        "pl",
        "<p>oprac. Anna Nowak</p><p>Opublikowano: 14 marca 2025</p>",
        ("Anna Nowak",),
    ),
    (
        "fr",
        (
            "<p>Par Anne Lefèvre (Kiev, correspondante)</p><p>Publié le 14 mars 2025 "
            "à 09h05, modifié le 15 mars 2025</p>"
        ),
        ("Anne Lefèvre",),
    ),
    (
        "es",
        "<div class='firma'>María Pérez Gómez</div><p>14 mar 2025 - 09:05 CET</p>",
        ("María Pérez Gómez",),
    ),
    (
        "es",
        "<p>Por Juan de la Cruz</p><p>14 de marzo de 2025</p>",
        ("Juan de la Cruz",),
    ),
    (
        "pt",
        "<p>Por João Silva e Ana Costa</p><p>14/03/2025 09h05</p>",
        ("João Silva", "Ana Costa"),
    ),
    (
        "pt",
        "<p class='autor'>João Silva</p><p>14 de março de 2025 às 9h05</p>",
        ("João Silva",),
    ),
    (
        "it",
        "<p>di <a href='/autori/rossi'>Maria Rossi</a></p><p>14 Marzo 2025</p>",
        ("Maria Rossi",),
    ),
    (
        "nl",
        "<p>Door Jan de Vries</p><p>14 maart 2025 om 09:05</p>",
        ("Jan de Vries",),
    ),
    (
        "sv",
        "<p>Av Anna Lindström</p><p>Publicerad 14 mars 2025 kl. 09:05</p>",
        ("Anna Lindström",),
    ),
    (
        "da",
        "<p>Af Lars Jensen</p><p>14. marts 2025 kl. 09:05</p>",
        ("Lars Jensen",),
    ),
    (
        "nb",
        "<p>Av Lars Hansen</p><p>Publisert 14. mars 2025</p>",
        ("Lars Hansen",),
    ),
    (
        "cs",
        "<p class='autor'>Jan Novák</p><p>14. března 2025 9:05</p>",
        ("Jan Novák",),
    ),
    (
        "ro",
        "<p class='autor'>Ion Popescu</p><p>14 martie 2025</p>",
        ("Ion Popescu",),
    ),
    (
        "tr",
        ("<p class='author'>Ayşe Yılmaz</p><p>14.03.2025 - 09:05 Güncelleme: 15.03.2025</p>"),
        ("Ayşe Yılmaz",),
    ),
    (
        "hu",
        "<p class='author'>Kovács Anna</p><p>2025. március 14. 09:05</p>",
        ("Kovács Anna",),
    ),
    (
        "bg",
        "<p class='author'>Иван Петров</p><p>14 март 2025, 09:05</p>",
        ("Иван Петров",),
    ),
    (
        "ja",
        "<p class='author'>山田太郎</p><p>2025年3月14日 9時05分</p>",
        ("山田太郎",),
    ),
    (
        "el",
        "<p class='author'>Μαρία Παππά</p><p>14 Μαρτίου 2025</p>",
        ("Μαρία Παππά",),
    ),
]


@pytest.mark.parametrize(("language", "byline", "people"), BYLINES)
def test_a_byline_names_who_wrote_it(language, byline, people):
    assert read(language, byline).authors == people


@pytest.mark.parametrize(("language", "byline"), [row[:2] for row in BYLINES])
def test_a_byline_tells_the_day_of_publication(language, byline):
    assert (read(language, byline).published or "")[:10] == DAY


@pytest.mark.parametrize(
    ("language", "byline"),
    [
        ("en", "<p>By Olena Marchuk</p><p>5 hours ago</p>"),
        ("en", "<p>By Olena Marchuk</p><p>03/04/2025</p>"),
        ("en", "<p>Updated March 15, 2025</p>"),
        ("uk", "<p>Сьогодні, 09:05</p>"),
        ("uk", "<p>Оновлено 15 березня 2025</p>"),
        ("ru", "<p>вчера в 09:05</p>"),
        ("de", "<p>vor 3 Stunden</p>"),
        ("pl", "<p>3 godziny temu</p>"),
    ],
)
def test_an_unknown_day_stays_unknown(language, byline):
    assert read(language, byline).published is None


HEADS = [
    ("<meta property='article:published_time' content='2025-03-14T09:05:00+02:00'>", DAY),
    ("<meta name='pubdate' content='20250314'>", DAY),
    ("<meta name='date' content='2025-03-14'>", DAY),
    ("<meta itemprop='datePublished' content='2025-03-14T07:05:00Z'>", DAY),
    ("<meta name='cXenseParse:recs:publishtime' content='2025-03-14T09:05:00'>", DAY),
    ("<meta name='sailthru.date' content='Fri, 14 Mar 2025 09:05:00 +0200'>", DAY),
    ("<meta name='DC.date.issued' content='2025-03-14'>", DAY),
    ("<meta property='article:modified_time' content='2025-03-15T09:05:00+02:00'>", ""),
    ("<meta name='last-modified' content='2025-03-15'>", ""),
    ("<script type='application/ld+json'>{'broken': </script>", ""),
]


@pytest.mark.parametrize(("head", "day"), HEADS)
def test_the_head_tells_the_day_of_publication_and_no_other(head, day):
    assert (read("en", "", head=head).published or "")[:10] == day


@pytest.mark.parametrize(
    ("author", "people"),
    [
        ('"Olena Marchuk"', ("Olena Marchuk",)),
        ('["Olena Marchuk", "Jan Nowak"]', ("Olena Marchuk", "Jan Nowak")),
        ('{"@type":"Person","name":["Olena Marchuk","Jan Nowak"]}', ("Olena Marchuk", "Jan Nowak")),
        ('{"@type":"Person","name":"Olena Marchuk, Jan Nowak"}', ("Olena Marchuk", "Jan Nowak")),
        ('{"@type":"Person","givenName":"Olena","familyName":"Marchuk"}', ("Olena Marchuk",)),
        ('[{"@type":"Person","name":"Olena Marchuk"},{"@type":"Organization","name":"AFP"}]',
         ("Olena Marchuk",)),
        ('{"@type":"Organization","name":"Ukrinform"}', ("Ukrinform",)),
        ('{"@type":"Person","name":"admin"}', ()),
        ('{"@type":"Person","name":""}', ()),
        ('{"@type":"Organization","name":"River Post"}', ("River Post",)),
    ],
)  # fmt: skip
def test_the_linked_data_names_who_wrote_it(author, people):
    script = (
        '<script type="application/ld+json">{"@type":"NewsArticle","headline":"A bridge reopens",'
        f'"author":{author}}}</script>'
    )
    assert read("en", "", head=script).authors == people
