"""Credit lines, exactly as published."""

import pytest

from caseboard.capture import creditline


@pytest.mark.parametrize(
    ("line", "caption", "credit"),
    [
        ("A bridge. (Bilyk/Agency via Getty Images)", "A bridge.", "Bilyk/Agency via Getty Images"),
        ("A bridge (left) at dawn. (River Agency)", "A bridge (left) at dawn.", "River Agency"),
        ("A map of May 5, 2024. (River/OpenMap)", "A map of May 5, 2024.", "River/OpenMap"),
        ("A bridge. Photo: Ihor Lysenko", "A bridge.", "Photo: Ihor Lysenko"),
        ("A bridge. Photo by: Ihor Lysenko / AP", "A bridge.", "Photo by: Ihor Lysenko / AP"),
        ("A bridge © River Agency 2025", "A bridge", "© River Agency 2025"),
        ("Міст. Фото: Ігор Лисенко / Укрінформ", "Міст.", "Фото: Ігор Лисенко / Укрінформ"),
        ("Мост. (Фото: Reuters)", "Мост.", "Фото: Reuters"),
        ("Мост. Источник: пресс-служба порта", "Мост.", "Источник: пресс-служба порта"),
        ("A bridge. Photograph: Ihor Lysenko/AP", "A bridge.", "Photograph: Ihor Lysenko/AP"),
        ("Most. Fot. Anna Nowak", "Most.", "Fot. Anna Nowak"),
        ("Die Brücke am Morgen Foto: Jan Ohl", "Die Brücke am Morgen", "Foto: Jan Ohl"),
        ("He took the photo: a bridge at dawn", "He took the photo: a bridge at dawn", ""),
        ("A bridge (closed since 2022)", "A bridge (closed since 2022)", ""),
        ("The flood (red) near town (in May)", "The flood (red) near town (in May)", ""),
        ("A bridge.", "A bridge.", ""),
        ("", "", ""),
    ],
)  # fmt: skip
def test_a_caption_is_cut_from_its_credit(line, caption, credit):
    assert creditline.split(line) == (caption, credit)


@pytest.mark.parametrize(
    "sentence",
    [
        "Two brigades (the 92nd and the 14th) held the village (Kindrashivka)",
        "The convoy included old tanks (T-72/T-80)",
        "It moved slowly (20 km/h)",
        "He called it a success (and left)",
        "The General Staff (Kyiv) confirmed it (Ministry of Defence)",
    ],
)
def test_a_sentence_that_ends_in_brackets_is_no_caption(sentence):
    assert creditline.split(sentence, is_caption=False) == (sentence, "")


def test_a_credit_the_page_marks_is_cut_from_the_end():
    assert creditline.joined("A bridge. Photo: X/AP", "Photo: X/AP") == ("A bridge.", "Photo: X/AP")
    assert creditline.joined("A bridge.", "(X/AP)") == ("A bridge.", "X/AP")
