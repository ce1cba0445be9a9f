import pytest

from caseboard import i18n
from caseboard.errors import CaseError
from caseboard.model import moments
from caseboard.ui.forms.typed_moment import edtf_of


@pytest.mark.parametrize(
    ("typed", "edtf"),
    [
        ("", ""),
        ("2024-11-13/2024-11-14~", "2024-11-13/2024-11-14~"),
        ("14.11.2024", "2024-11-14"),
        ("14 Nov 2024 11:39", "2024-11-14T11:39:00"),
        ("14 Nov 2024, 11:39 UTC", "2024-11-14T11:39:00Z"),
        ("14 листопада 2024 року", "2024-11-14"),
        ("Nov 2024", "2024-11"),
        ("13–14 Nov 2024", "2024-11-13/2024-11-14"),
        ("13 Nov – 14 Nov 2024", "2024-11-13/2024-11-14"),
        ("about 13 Nov 2024", "2024-11-13~"),
        ("13 Nov 2024?", "2024-11-13?"),
        ("~13 Nov 2024?", "2024-11-13%"),
        ("late 13 Nov 2024", "2024-11-13T18:00/2024-11-13T23:59"),
        ("13 Nov 2024, morning", "2024-11-13T06:00/2024-11-13T11:59"),
    ],
)
def test_times_are_read_as_people_type_them(typed, edtf):
    assert edtf_of(typed) == edtf
    if edtf:
        moments.read(edtf)


@pytest.mark.parametrize("language", i18n.LANGUAGES)
@pytest.mark.parametrize("month", range(1, 13))
def test_a_day_is_read_back_as_it_is_shown(language, month):
    with i18n.speaking(language):
        assert edtf_of(moments.show(f"2024-{month:02}-14")) == f"2024-{month:02}-14"


@pytest.mark.parametrize("typed", ["yesterday", "14.11", "31 Nov 2024", "at 5", "14 Nov 2024 x"])
def test_what_is_no_time_is_refused_with_an_example(typed):
    with pytest.raises(CaseError) as caught:
        edtf_of(typed)
    assert "14 Nov 2024" in caught.value.hint


def test_a_day_that_two_countries_read_differently_is_not_guessed_at():
    with pytest.raises(CaseError, match="two ways"):
        edtf_of("03/04/2024")
