"""What is sent instead of an article: recognised, and nothing else is."""

import pytest

from caseboard.capture import hollow, page, pages, tree
from caseboard.model.terms import Hollow

PROSE = (
    "The bridge over the river reopened on Monday after eight months of work, the mayor said. "
    "Lorries that had taken the long way round by the ferry crossed it again before noon. "
)
ARTICLE = f"<p>{PROSE * 3}</p><p>{PROSE * 4}</p><p>{PROSE * 3}</p>"
BRIEF = f"<p>{PROSE}</p><p>{PROSE}</p>"
TEASER = f"<p>{PROSE}</p><p>The work had cost more than planned, and the council…</p>"
NAV = "<nav><a href='/'>Home</a><a href='/war'>War</a><a href='/login'>Log in</a></nav>"
FOOT = "<footer><a href='/privacy'>Privacy policy</a> <a>Cookies</a> © River Post</footer>"


def made(title, body, *, head="", around=True):
    inner = f"<header>{NAV}</header><main>{body}</main>{FOOT}" if around else body
    return (
        f"<!DOCTYPE html><html><head><title>{title}</title>{head}</head><body>{inner}</body></html>"
    )


def judged(markup, *, status=None, url=""):
    root = tree.parse(markup)
    known = page.of_tree(root, url or None)
    return hollow.of(root, known, markup, status=status, url=url)


def linked(**fields):
    rows = ",".join(f'"{key}":{value}' for key, value in fields.items())
    return (
        '<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle",'
        f'"headline":"A bridge reopens","datePublished":"2025-03-04",{rows}}}</script>'
    )


DEMANDS = [
    "Subscribe to continue reading",
    "This article is for subscribers only. Already a subscriber? Log in",
    "You’ve reached your limit of free articles this month",
    "To continue reading this article, start your free trial",
    "Unlock this article with a digital subscription",
    "This post is for paid subscribers",
    "Щоб читати далі, оформіть передплату",
    "Матеріал доступний лише для передплатників",
    "Оформіть підписку, щоб прочитати весь текст",
    "Чтобы читать дальше, оформите подписку",
    "Материал доступен только подписчикам",
    "Weiterlesen mit Plus: jetzt vier Wochen testen",
    "Dieser Artikel ist exklusiv für Abonnenten",
    "Um weiterzulesen, brauchen Sie ein Abo",
    "Aby czytać dalej, wykup dostęp",
    "Artykuł dostępny tylko dla prenumeratorów",
    "Pozostało 87% tekstu do przeczytania",
    "Article réservé aux abonnés",
    "Il vous reste 80% de cet article à lire. La suite est réservée aux abonnés.",
]


@pytest.mark.parametrize("demand", DEMANDS)
def test_a_beginning_before_a_demand_to_pay_is_a_paywall(demand):
    body = f"<h1>A bridge reopens</h1><article>{TEASER}</article><div class='offer'>{demand}</div>"
    found = judged(made("A bridge reopens | River Post", body))
    assert found is not None
    assert found.kind is Hollow.PAYWALL
    assert found.because


@pytest.mark.parametrize(
    ("head", "body"),
    [
        (linked(isAccessibleForFree="false"), TEASER),
        (linked(isAccessibleForFree='"False"'), "<p>Members have the rest.</p>"),
        (linked(isAccessibleForFree="false", wordCount="900"), ARTICLE),
        ("", f"{TEASER}<div class='piano-container tp-modal'>Subscribe now</div>"),
        ("", f"{TEASER}<div class='leaky_paywall_message'>Become a member</div>"),
    ],
)
def test_what_a_page_says_of_its_lock_makes_a_paywall(head, body):
    markup = made(
        "A bridge reopens", f"<h1>A bridge reopens</h1><article>{body}</article>", head=head
    )
    found = judged(markup)
    assert found is not None
    assert found.kind is Hollow.PAYWALL


CONSENTS = [
    (
        "Before you continue to River",
        (
            "We use cookies and data to deliver our services. Accept all. Reject all. "
            "Read our privacy policy to learn more about your choices."
        ),
    ),
    (
        "Cookie wall",
        (
            "River Post and our 812 partners store cookies on your device for "
            "personalised ads. You can accept all or manage options."
        ),
    ),
    (
        "River Post",
        (
            "We and our partners use cookies to process personal data such as your IP "
            "address. By choosing Accept all you consent to personalised advertising and "
            "content."
        ),
    ),
    (
        "Перш ніж продовжити",
        (
            "Ми використовуємо файли cookie і дані. Прийняти всі. Відхилити всі. Політика "
            "конфіденційності пояснює, навіщо нам ваша згода."
        ),
    ),
    (
        "Прежде чем продолжить",
        (
            "Мы используем файлы cookie и данные. Принять все. Отклонить все. Политика "
            "конфиденциальности объясняет, зачем нужно согласие."
        ),
    ),
    (
        "Willkommen bei Fluss.de",
        (
            "Mit Werbung weiterlesen: Besuchen Sie uns wie gewohnt mit Werbung und "
            "Tracking. Ihre Zustimmung ist jederzeit widerrufbar. Alle akzeptieren."
        ),
    ),
    (
        "Datenschutz-Einstellungen",
        (
            "Wir benötigen Ihre Einwilligung, um Cookies zu setzen und personenbezogene "
            "Daten mit unseren Partnern zu verarbeiten. Akzeptieren und weiter."
        ),
    ),
    (
        "Dbamy o Twoją prywatność",
        (
            "Za Twoją zgodą my i nasi zaufani partnerzy używamy plików cookie do "
            "przetwarzania danych osobowych. Akceptuję wszystkie."
        ),
    ),
    (
        "Zanim przejdziesz do serwisu",
        (
            "Szanowny Czytelniku, potrzebujemy Twojej zgody na przetwarzanie danych w "
            "plikach cookie. Zaakceptuj wszystko."
        ),
    ),
    (
        "Avant de continuer",
        (
            "Nous et nos partenaires utilisons des cookies. Votre consentement est "
            "demandé pour vos données. Tout accepter. Tout refuser."
        ),
    ),
]


@pytest.mark.parametrize(("title", "text"), CONSENTS)
def test_a_page_that_only_asks_for_consent_is_a_consent_wall(title, text):
    found = judged(made(title, f"<h1>{title}</h1><p>{text}</p><button>OK</button>", around=False))
    assert found is not None
    assert found.kind is Hollow.CONSENT


@pytest.mark.parametrize(
    "url",
    [
        "https://consent.river.example/v2/collectConsent?sessionId=1",
        "https://guce.river.example/consent",
        "https://www.river.example/privacy-gate/?next=/bridge",
        "https://river.example/zustimmung?url=/bridge",
    ],
)
def test_the_address_of_a_consent_wall_is_enough(url):
    markup = made("River", "<p>You have choices.</p><button>Go on</button>", around=False)
    assert judged(markup, url=url).kind is Hollow.CONSENT


@pytest.mark.parametrize(
    "title",
    ["Log in | River Post", "Sign in to River", "Увійти - Річка", "Вхід", "Войти", "Авторизация",
     "Anmelden - Fluss", "Logowanie | Rzeka", "Zaloguj się", "Connexion – Fleuve"],
)  # fmt: skip
def test_a_page_that_asks_who_is_there_is_a_login(title):
    form = "<form><input name=mail><input type=password name=p><button>OK</button></form>"
    found = judged(made(title, f"<h1>{title}</h1>{form}"))
    assert found is not None
    assert found.kind is Hollow.LOGIN


@pytest.mark.parametrize(
    ("title", "heading"),
    [
        ("404 Not Found", "404 Not Found"),
        ("Page not found | River Post", "Sorry, this page does not exist"),
        ("River Post", "404"),
        ("River Post", "Oops! Page not found"),
        ("500 Internal Server Error", "Internal Server Error"),
        ("River Post - Something went wrong", "Something went wrong"),
        ("503 Service Temporarily Unavailable", "503 Service Temporarily Unavailable"),
        ("The article is no longer available", "The article is no longer available"),
        ("Сторінку не знайдено | Річка", "Сторінку не знайдено"),
        ("Річка", "Помилка 404: такої сторінки не існує"),
        ("Матеріал не знайдено", "Ой! Матеріал не знайдено"),
        ("Страница не найдена", "Страница не найдена"),
        ("Ошибка 404", "Такой страницы не существует"),
        ("Seite nicht gefunden – Fluss", "Diese Seite wurde nicht gefunden"),
        ("Fehler 404", "Der Artikel ist nicht mehr verfügbar"),
        ("Nie znaleziono strony - Rzeka", "Nie znaleziono strony"),
        ("Rzeka", "Ups! Strona nie istnieje"),
        ("Page introuvable", "Erreur 404"),
        ("Página no encontrada", "Página no encontrada"),
    ],
)
def test_a_page_that_says_it_is_not_there_is_an_error(title, heading):
    news = "".join(f"<li><a href='/{n}'>Ferry number {n} sails again</a></li>" for n in range(12))
    body = f"<h1>{heading}</h1><p>Try the search or the front page.</p><ul>{news}</ul>"
    found = judged(made(title, body))
    assert found is not None
    assert found.kind is Hollow.ERROR


@pytest.mark.parametrize(
    "body",
    [
        '<noscript>You need to enable JavaScript to run this app.</noscript><div id="root"></div>',
        '<div id="__next"></div><script src="/a.js"></script>',
        '<div id="app"><span class="spinner">Loading…</span></div><script src="/a.js"></script>',
        "<noscript>Увімкніть JavaScript, щоб сайт працював</noscript><main></main>",
        "<noscript>Для работы сайта включите JavaScript</noscript>",
        "<noscript>Bitte aktivieren Sie JavaScript</noscript><div id=main-app></div>",
        "<noscript>Włącz JavaScript w przeglądarce</noscript><div></div>",
        "<script>render()</script>",
        "<p>Please enable JavaScript to continue using this application.</p>",
    ],
)
def test_a_page_that_scripts_would_fill_is_a_shell(body):
    found = judged(made("River Post", body, around=False))
    assert found is not None
    assert found.kind is Hollow.SHELL


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Just a moment...", "Enable JavaScript and cookies to continue"),
        ("Attention Required! | Cloudflare", "Sorry, you have been blocked"),
        ("river.example", "Checking your browser before accessing river.example."),
        ("River", "Verify you are human by completing the action below."),
        ("Pardon Our Interruption", "As you were browsing something made us think you were a bot."),
        ("Access to this page has been denied", "Press and hold to confirm you are a human."),
        ("River", "Our systems have detected unusual traffic from your computer network."),
        ("", "Request unsuccessful. Incapsula incident ID: 1-2"),
        ("DDoS-Guard", "Checking your browser. Please wait."),
        ("Вы не робот?", "Подтвердите, что запросы отправляли вы, а не робот"),
        ("Ви не робот?", "Підтвердіть, що ви людина"),
        ("Річка", "Перевірка вашого браузера перед переходом на сайт"),
        ("Sicherheitsüberprüfung", "Bestätigen Sie: Ich bin kein Roboter"),
        ("Weryfikacja", "Potwierdź, że nie jesteś robotem"),
        ("Vérification", "Confirmez que vous n’êtes pas un robot"),
    ],
)
def test_a_test_whether_a_person_asks_is_a_robot_check(title, text):
    found = judged(made(title, f"<h1>{title}</h1><p>{text}</p>", around=False))
    assert found is not None
    assert found.kind is Hollow.ROBOT


def test_the_machinery_of_a_challenge_is_known_without_words():
    frame = '<iframe src="/_Incapsula_Resource?CWUDNSAI=9"></iframe>'
    assert judged(made("", frame, around=False)).kind is Hollow.ROBOT
    captcha = '<script src="https://geo.captcha-delivery.com/i.js"></script><p>river.example</p>'
    assert judged(made("river.example", captcha, around=False)).kind is Hollow.ROBOT


@pytest.mark.parametrize(
    ("status", "kind"),
    [(404, Hollow.ERROR), (500, Hollow.ERROR), (401, Hollow.LOGIN), (402, Hollow.PAYWALL),
     (429, Hollow.ROBOT), (200, None), (None, None)],
)  # fmt: skip
def test_the_status_of_the_answer_counts_where_there_is_no_article(status, kind):
    found = judged(made("Bridge", f"<h1>Bridge</h1>{BRIEF}"), status=status)
    assert (found.kind if found else None) == kind
    assert (
        judged(made("Bridge", f"<h1>Bridge</h1><article>{ARTICLE}</article>"), status=404) is None
    )


WHOLE = [
    "<div class='cookie-banner'>We use cookies. Accept all. Our partners and your consent.</div>",
    "<div class='paywall-offer'>Subscribe to continue reading. Already a subscriber? Log in</div>",
    "<form><input type=password></form><p>Log in to comment</p>",
    "<noscript>Please enable JavaScript to use this site.</noscript><div id=root></div>",
    "<p>Related: Page not found? What the 404 error means</p>",
    "<div class='g-recaptcha'></div><p>Verify you are human to comment</p>",
    "<div id=app></div><div class='piano-container tp-modal'>Subscribe now</div>",
]


@pytest.mark.parametrize("extra", WHOLE)
@pytest.mark.parametrize("first", [True, False])
def test_a_whole_article_is_never_hollow_whatever_stands_round_it(extra, first):
    article = f"<article><h1>A bridge reopens</h1>{ARTICLE}</article>"
    body = f"{extra}{article}" if first else f"{article}{extra}"
    assert judged(made("A bridge reopens | River Post", body)) is None


@pytest.mark.parametrize(
    "head", [linked(isAccessibleForFree="true"), linked(isAccessibleForFree="false"), ""]
)
def test_a_whole_article_that_says_it_is_locked_is_whole(head):
    body = f"<article><h1>A bridge reopens</h1>{ARTICLE}</article>"
    assert judged(made("A bridge reopens", body, head=head)) is None


@pytest.mark.parametrize(
    ("title", "extra"),
    [
        ("A bridge reopens", "<div class='cookie'>We use cookies. Accept all.</div>"),
        ("404 Media reports on the bridge across the river", ""),
        ("Robot crosses the river alone", "<a href='/subscribe'>Subscribe</a>"),
        ("Login data of ten thousand people found on the river bank", ""),
        ("Mayor: we found the error in the bridge’s drawings", ""),
        ("A bridge reopens", "<aside><h3>Already a member?</h3><input type=password></aside>"),
        ("Cookies on the table: bakers open by the river", ""),
        ("Just a moment of silence for the ferryman", ""),
        ("Помилка пілота: що сталося над річкою", ""),
        ("Sign in for the regatta opens on Monday", "<a href='/login'>Log in</a>"),
    ],
)
def test_a_brief_is_an_article_too(title, extra):
    body = f"<article><h1>{title}</h1><time datetime='2025-03-04'></time>{BRIEF}</article>{extra}"
    assert judged(made(f"{title} | River Post", body)) is None


def test_nothing_is_said_of_a_fragment():
    assert judged("<p>Page not found</p><p>Subscribe to continue reading</p>") is None


def test_an_article_carried_for_scripts_is_no_shell():
    body = '"' + (PROSE * 5).strip() + '"'
    markup = made(
        "A bridge reopens", "<div id=root></div>", head=linked(articleBody=body), around=False
    )
    read = pages.read(markup)
    assert read.hollow == ""
    assert read.said_in["text"] == "JSON-LD articleBody"
    assert "crossed it again before noon" in read.text


def test_the_kind_is_in_the_reading():
    assert pages.read(made("404 Not Found", "<h1>404 Not Found</h1>")).hollow == "error"
    assert pages.read(made("Bridge", f"<h1>Bridge</h1>{ARTICLE}")).hollow == ""
    assert pages.read(made("Bridge", f"<h1>Bridge</h1>{BRIEF}"), status=410).hollow == "error"
