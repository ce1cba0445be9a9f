"""When an article was published."""

import lxml.html
import pytest

from caseboard.capture import dates


def read(statements, times, shown, *, doubtful="", **known):
    stated = [("JSON-LD datePublished", text) for text in statements]
    return dates.read(stated, times, shown, doubtful=("meta date", doubtful), **known)


def times(html):
    return dates.visible_times(lxml.html.fromstring(f"<div>{html}</div>"))


def test_the_zone_of_the_visible_time_is_kept_for_the_same_instant():
    shown = times('<time datetime="2025-03-04T09:05:00+02:00">4 March 2025 9:05 AM</time>')
    found = read(["2025-03-04T07:05:00.000Z"], shown, [])
    assert found == dates.Published(
        "2025-03-04T09:05:00+02:00", "4 March 2025 9:05 AM", "JSON-LD datePublished"
    )


def test_a_printed_clock_gives_the_zone_to_an_instant():
    found = read(["2025-03-04T23:05:41Z"], [], ["5 березня 2025, 01:05"])
    assert found.edtf == "2025-03-05T01:05:00+02:00"


def test_a_printed_clock_that_no_zone_explains_is_not_forced():
    assert read(["2025-03-04T07:05:00Z"], [], ["4 March 2025, 09:22"]).edtf == (
        "2025-03-04T07:05:00Z"
    )


def test_an_update_is_not_the_publication():
    shown = times(
        '<span class="updated"><time datetime="2025-03-09T10:00:00Z">9 March</time></span>'
        '<time datetime="2025-03-04T10:00:00Z">4 March</time>'
    )
    assert read([], shown, []).edtf == "2025-03-04T10:00:00Z"


def test_a_printed_hour_completes_a_stated_day():
    assert read(["2025-03-04"], [], ["4 March 2025, 09:05"]).edtf == "2025-03-04T09:05:00"


def test_what_is_only_printed_has_no_zone():
    found = read([], [], ["Olena Marchuk", "4 March 2025, 09:05"])
    assert found == dates.Published("2025-03-04T09:05:00", "4 March 2025, 09:05", "byline")


def test_nothing_said_is_nothing_known():
    assert read(["", "soon"], [], ["today"]) == dates.Published(None, "")


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("2025-03-04T09:05:00+0200", "2025-03-04T09:05:00+02:00"),
        ("2025-03-04 09:05", "2025-03-04T09:05:00"),
        ("2025-03-04T00:00:00Z", "2025-03-04"),
        ("20250304", "2025-03-04"),
        ("20250304T090530Z", "2025-03-04T09:05:30Z"),
        ("2025-03-04T09:05:00.123+02", "2025-03-04T09:05:00+02:00"),
        ("March 4, 2025", "2025-03-04"),
        ("1904-01-01T09:00:00Z", None),
        ("2025-13-04", None),
        ("2025-03-04T25:00:00Z", None),
        ("yesterday", None),
    ],
)
def test_machine_readable_times_are_read_as_edtf(text, edtf):
    assert dates.stated(text) == edtf


@pytest.mark.parametrize(
    ("instant", "url", "day"),
    [
        ("2025-03-03T23:11:59+00:00", "https://r.example/2025/03/04/bridge/", "2025-03-04"),
        ("2025-03-05T02:11:59Z", "https://r.example/2025-03-04-bridge", "2025-03-04"),
        ("2025-03-04T02:11:59Z", "https://r.example/2025/03/04/bridge", None),
        ("2025-03-03T23:11:59+02:00", "https://r.example/2025/03/04/bridge", None),
        ("2025-03-01T23:11:59Z", "https://r.example/2025/03/04/bridge", None),
        ("2025-03-03T23:11:59Z", "https://r.example/2025/99/04/bridge", None),
        ("2025-03-03", "https://r.example/2025/03/04/bridge", None),
    ],
)
def test_the_address_tells_by_whose_clock_a_day_was(instant, url, day):
    assert dates.day_in_path(instant, url) == day
    found = read([instant], [], [], url=url)
    assert found.edtf == (day or dates.stated(instant))


@pytest.mark.parametrize(
    ("instant", "language", "day"),
    [
        ("2025-03-03T23:00:00Z", "de", "2025-03-04"),
        ("2025-07-03T22:00:00Z", "pl", "2025-07-04"),
        ("2025-03-03T22:00:00Z", "uk", "2025-03-04"),
        ("2025-03-03T21:00:00Z", "ru", "2025-03-04"),
        ("2025-03-03T23:00:01Z", "de", None),
        ("2025-03-03T23:00:00Z", "en", None),
        ("2025-03-03T23:00:00+01:00", "de", None),
    ],
)
def test_a_midnight_of_the_pages_own_clock_is_a_day(instant, language, day):
    assert dates.local_midnight(instant, language) == day


def test_a_doubtful_day_comes_after_what_is_shown():
    assert read([], [], ["4 March 2025"], doubtful="2025-03-19").edtf == "2025-03-04"
    assert read([], [], [], doubtful="2025-03-19").edtf == "2025-03-19"


@pytest.mark.parametrize(
    ("shown", "day"),
    [
        ("Updated: 5 March 2025. Published: 4 March 2025", "2025-03-04"),
        ("10:05 04.03.2025 (обновлено: 12:00 05.03.2025)", "2025-03-04T10:05:00"),
        ("Опубліковано 4 березня 2025, оновлено 5 березня 2025", "2025-03-04"),
        ("Aktualisiert am 5. März 2025", None),
        ("Zaktualizowano 5 marca 2025", None),
    ],
)
def test_the_day_of_an_update_is_not_taken_for_another(shown, day):
    assert read([], [], [shown]).edtf == day


@pytest.mark.parametrize(
    ("shown", "day_first", "day"),
    [
        ("03/04/2025", True, "2025-04-03"),
        ("03/04/2025", False, "2025-03-04"),
        ("03/04/2025", None, None),
        ("03-04-2025", True, "2025-04-03"),
        ("31/03/2025", False, "2025-03-31"),
    ],
)
def test_the_pages_country_tells_day_and_month_apart(shown, day_first, day):
    assert read([], [], [shown], day_first=day_first).edtf == day


@pytest.mark.parametrize("shown", ["3 години тому", "vor 5 Stunden", "yesterday", "вчера, 12:30"])
def test_what_is_said_from_today_is_unknown(shown):
    assert read([], [], [shown]).edtf is None


def test_where_a_day_was_read_is_said():
    shown = times('<time datetime="2025-03-04">4 March</time>')
    assert read(["2025-03-04"], [], []).said_in == "JSON-LD datePublished"
    assert read([], shown, []).said_in == "time element"
    assert read([], [], ["4 March 2025"]).said_in == "byline"
    assert read([], [], [], doubtful="2025-03-04").said_in == "meta date"
    assert read([], [], []).said_in == ""
