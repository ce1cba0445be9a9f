"""Articles out of pages."""

import pytest
from captured import PARAGRAPHS, blocks

from caseboard.capture import page
from caseboard.errors import CaseError
from caseboard.model.parts import GAP, body_text
from caseboard.model.terms import PartKind
from support import real_input


def body(language: str) -> str:
    return "".join(f"<p>{text}</p>" for text in PARAGRAPHS[language])


ENGLISH = f"""<!doctype html><html lang="en-GB"><head><meta charset="utf-8">
<title>Bridge at the grain port reopens after nine weeks | The River Post</title>
<meta property="og:site_name" content="The River Post"><meta property="og:type" content="article">
<meta property="og:title" content="Bridge at the grain port reopens after nine weeks">
<meta property="og:image" content="https://img.example/bridge-1200x630.jpg">
<link rel="canonical" href="/news/bridge">
<script type="application/ld+json">{{"@graph":[{{"@type":"WebSite","name":"The River Post"}},
{{"@type":["NewsArticle"],"headline":"Bridge at the grain port reopens after nine weeks",
"datePublished":"2025-03-04T07:05:00Z","author":[
{{"@type":"Person","name":"Olena Marchuk"}},{{"@type":"Person","name":"Piotr de Groot"}},
{{"@type":"Organization","name":"River Post Staff"}}]}}]}}
</script></head><body>
<div id="gdpr-consent"><p>This website and our partners set cookies on your device.</p></div>
<nav><a href="/">Home</a><a href="/war">War</a></nav>
<main><article><h1>Bridge at the grain port reopens after nine weeks</h1>
<p class="byline">By Olena Marchuk and Piotr de Groot | 4 March 2025, 09:05</p>
<figure><picture><source srcset="/s.webp 400w, /l.webp 1200w"><img src="data:image/gif;base64,R0lG"
 data-src="/media/bridge.jpg" alt="The bridge"></picture>
<figcaption>Lorries wait on the eastern bank.
 <span class="credit">Photo: Ihor Lysenko / River Post</span>
</figcaption></figure>
<div class="audio-player-note">Listen to this article</div>
{body("en")}
<div class="related-stories"><h3>Read more</h3>
<ul><li><a href="/a">Ferry fares double</a></li></ul></div>
<div class="author-bio">Olena Marchuk covers rivers and roads.</div>
</article></main>
<img src="https://count.example/pixel.gif" width="1" height="1">
<footer><p>© The River Post</p></footer></body></html>"""


@pytest.fixture(scope="module")
def english():
    return page.read(ENGLISH, "https://river.example/news/bridge?x=1")


def test_title_comes_without_the_name_of_the_site(english):
    assert english.title == "Bridge at the grain port reopens after nine weeks"
    assert english.site == "The River Post"


def test_authors_are_people_and_no_organisation(english):
    assert english.authors == ("Olena Marchuk", "Piotr de Groot")


def test_time_is_told_by_the_clock_the_page_prints(english):
    assert english.published == "2025-03-04T09:05:00+02:00"
    assert english.published_as_printed == "4 March 2025, 09:05"


def test_body_is_the_article_and_nothing_around_it(english):
    assert english.text == GAP.join(PARAGRAPHS["en"])
    assert body_text(english.full_text, english.parts) == english.text


def test_what_stands_around_is_kept_and_named(english):
    assert blocks(english, PartKind.BANNER) == [
        "This website and our partners set cookies on your device."
    ]
    assert blocks(english, PartKind.AUDIO_NOTE) == ["Listen to this article"]
    assert blocks(english, PartKind.RELATED) == ["Read more", "Ferry fares double"]
    assert blocks(english, PartKind.AUTHOR_CARD) == ["Olena Marchuk covers rivers and roads."]
    assert not any(
        part.body
        for part in english.parts
        if part.kind not in {PartKind.PARAGRAPH, PartKind.QUOTE, PartKind.HEADING}
    )


def test_title_and_byline_are_parts_of_their_own(english):
    assert blocks(english, PartKind.TITLE) == ["Bridge at the grain port reopens after nine weeks"]
    assert blocks(english, PartKind.BYLINE) == [
        "By Olena Marchuk and Piotr de Groot | 4 March 2025, 09:05"
    ]


def test_parts_lie_end_to_end_with_the_gap_between(english):
    ends = [0 - len(GAP), *(part.end for part in english.parts)]
    assert [part.start for part in english.parts] == [end + len(GAP) for end in ends[:-1]]
    assert ends[-1] == len(english.full_text)


def test_pictures_have_absolute_addresses_captions_and_credits(english):
    shown = english.images[-1]
    assert shown.url == "https://river.example/media/bridge.jpg"
    assert shown.caption == "Lorries wait on the eastern bank."
    assert shown.credit == "Photo: Ihor Lysenko / River Post"
    assert shown.alt == "The bridge"


def test_lead_picture_is_not_shown_twice_in_two_sizes(english):
    assert [image.url for image in english.images] == ["https://river.example/media/bridge.jpg"]


def test_lead_picture_of_the_head_comes_first_where_the_page_does_not_show_it():
    figure = ENGLISH[ENGLISH.index("<figure") : ENGLISH.index("</figure>") + len("</figure>")]
    below = ENGLISH.replace(figure, "").replace(
        "</article>", f"{figure}<p>{'The end. ' * 9}</p></article>"
    )
    read = page.read(below.replace("bridge-1200x630", "another"))
    assert [image.url for image in read.images] == [
        "https://img.example/another.jpg",
        "/media/bridge.jpg",
    ]
    caption = next(part for part in read.parts if part.kind is PartKind.CAPTION)
    assert caption.picture == 1


def test_the_lead_picture_is_the_one_shown_whatever_address_the_head_gives_it():
    read = page.read(ENGLISH.replace("bridge-1200x630", "social-crop-77"))
    assert [image.url for image in read.images] == ["/media/bridge.jpg"]


def test_caption_belongs_to_its_picture_and_holds_the_credit_as_printed(english):
    caption = next(part for part in english.parts if part.kind is PartKind.CAPTION)
    assert caption.picture == 0
    assert not caption.body
    assert english.full_text[caption.start : caption.end] == (
        "Lorries wait on the eastern bank. Photo: Ihor Lysenko / River Post"
    )


def test_language_canonical_address_and_confidence(english):
    assert english.language == "en"
    assert english.canonical_url == "https://river.example/news/bridge"
    assert english.confidence > 0.8


@pytest.mark.parametrize(
    ("language", "by", "banner", "more"),
    [
        (
            "uk",
            "Автор: Наталя Гриценко, 4 березня 2025, 09:05",
            "Підпишіться на наш канал",
            "Читайте також: Пором подорожчав",
        ),
        (
            "ru",
            "Автор: Мария Соколова, 4 марта 2025, 09:05",
            "Подпишитесь на наш Telegram-канал",
            "Читайте также: Паром подорожал",
        ),
    ],
)
def test_pages_in_ukrainian_and_russian_are_read_alike(language, by, banner, more):
    title = {"uk": "Міст біля порту знову відкрито", "ru": "Мост у порта снова открыт"}[language]
    texts = PARAGRAPHS[language]
    html = f"""<html><head><title>{title} — Річка</title></head><body><article><h1>{title}</h1>
      <div class="meta">{by}</div><p>{texts[0]}</p><p>{texts[1]}</p><p><b>{more}</b></p>
      <p>{texts[2]}</p><p>{texts[3]}</p><p>{banner}</p></article></body></html>"""
    read = page.read(html.encode())
    assert read.title == title
    assert len(read.authors) == 1
    assert read.authors[0] in by
    assert read.published == "2025-03-04T09:05:00"
    assert read.language == language
    assert read.text == GAP.join(texts)
    assert blocks(read, PartKind.RELATED) == [more]
    assert blocks(read, PartKind.BANNER) == [banner]


def test_page_in_an_old_charset_is_decoded_as_it_declares():
    html = f"""<html><head><meta http-equiv="content-type" content="text/html; charset=koi8-u">
      <title>Міст</title></head><body><article><h1>Міст біля порту знову відкрито</h1>
      {body("uk").replace("’", "'")}</article></body></html>"""
    read = page.read(html.encode("koi8-u", "ignore"))
    assert read.title == "Міст біля порту знову відкрито"
    assert "зернового порту" in read.text


def test_a_date_that_cannot_be_is_no_date():
    html = ENGLISH.replace("2025-03-04T07:05:00Z", "1904-01-01T07:05:00Z").replace(
        " | 4 March 2025, 09:05", ""
    )
    assert page.read(html).published is None


def test_a_fragment_of_a_page_is_read_by_its_words():
    html = f"""<meta charset="utf-8"><p>By Olena Marchuk 4 March 2025 9:05 AM 3 min read</p>
      {body("en")}<p>Read also: Ferry fares double</p>"""
    read = page.read(html)
    assert read.authors == ("Olena Marchuk",)
    assert read.published == "2025-03-04T09:05:00"
    assert read.text == GAP.join(PARAGRAPHS["en"])
    assert read.title == ""


def test_article_element_without_a_body_element_is_not_lost():
    read = page.read(f'<meta charset="utf-8"><article><h1>A bridge</h1>{body("en")}</article>')
    assert read.title == "A bridge"
    assert read.text == GAP.join(PARAGRAPHS["en"])


@pytest.mark.parametrize("nothing", ["", "   ", "<!-- -->", b"\x00\x00", "<html></html>"])
def test_nothing_is_read_from_nothing(nothing):
    read = page.read(nothing)
    assert (read.text, read.title, read.parts, read.published) == ("", "", (), None)


def test_a_page_beyond_all_measure_is_refused_in_words():
    with pytest.raises(CaseError, match="kept"):
        page.read(b"<p>" * 30_000_000)


def test_the_trial_page_is_read_right():
    read = page.read(real_input("kupiansk", "page", "article.html").read_bytes())
    assert read.title == "Ukraine repels Russian attempt to enter Kupiansk, military says"
    assert read.authors == ("Boldizsar Gyori",)
    assert read.site == "The Kyiv Independent"
    assert read.published == "2024-11-14T11:39:00+02:00"
    assert [image.url for image in read.images] == ["photo.jpg", "map-frame.png"]
    assert [image.credit for image in read.images] == [
        "Diego Herrera Carcedo/Anadolu via Getty Images",
        "DeepState/OpenStreetMaps",
    ]
    assert read.images[0].caption.endswith("on May 5, 2024.")
    assert read.text.startswith("Ukrainian forces successfully")
    assert read.text.endswith("entire Donbas region.")
    assert [part.kind for part in read.parts if not part.body][:4] == [
        PartKind.BANNER,
        PartKind.BANNER,
        PartKind.TITLE,
        PartKind.BYLINE,
    ]
