"""What the address of a picture tells."""

import pytest

from caseboard.capture import picture_urls


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("https://r.example/u/bridge-1024x768.jpg", "https://r.example/u/bridge.jpg?w=300"),
        ("https://r.example/images/ab12_w1280_r1.77_fpx50_fpy50.jpg",
         "https://r.example/images/ab12_w948_r1.5_fpx50.67.webp"),
        ("https://r.example/image/67890123_6.jpg", "https://r.example/image/67890123_605.webp"),
        ("https://r.example/doc/a/abc-xyz_650x410.jpg", "https://r.example/doc/a/abc-xyz.jpg"),
        ("https://r.example/thumb_files/630_360_1704096000-123.jpg",
         "https://r.example/photos/1704096000-123.jpg"),
        ("https://r.example/p/csm_bridge_d4a6ca9e19.jpg", "https://r.example/p/csm_bridge_e8c68c6117.jpg"),
        ("https://r.example/HN8wRjduF9Z-1200-80.jpg", "https://r.example/HN8wRjduF9Z-480-80.jpg"),
        ("https://r.example/2024-01/bridge/wide__1300x731",
         "https://r.example/2024-01/bridge/wide__820x461__desktop"),
        ("https://r.example/resize?u=1", "https://r.example/resize?u=1"),
        ("https://cdn.example/320/https%3A%2F%2Fr.example%2Fbridge.jpg", "https://r.example/bridge.jpg"),
        ("https://r.example/bridge/500.jpg", "https://r.example/bridge/1000.jpg"),
        ("https://r.example/bridge.jpg.webp", "https://r.example/640/bridge.jpg"),
    ],
)  # fmt: skip
def test_one_picture_in_two_sizes_or_crops_is_one(one, two):
    assert picture_urls.same(one, two)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("https://r.example/bridge-1.jpg", "https://r.example/bridge-2.jpg"),
        ("https://r.example/DSC_0001.jpg", "https://r.example/DSC_0002.jpg"),
        ("https://r.example/a/1.jpg", "https://r.example/a/2.jpg"),
        ("https://r.example/a/028.jpg", "https://r.example/a/037.jpg"),
        ("https://r.example/ferry/original.jpg", "https://r.example/bridge/original.jpg"),
        ("https://r.example/resize?u=1", "https://r.example/resize?u=2"),
        ("", ""),
    ],
)
def test_two_pictures_are_two(one, two):
    assert not picture_urls.same(one, two) or one == two == ""


@pytest.mark.parametrize(
    "url",
    [
        "https://r.example/avatars/7.jpg",
        "https://r.example/author/image/anna.jpg",
        "https://r.example/i/portrait-96x96.jpg",
        "https://r.example/i/anna.jpg?w=50",
        "https://r.example/wp-content/themes/river/line.png",
        "https://r.example/matomo.php?idsite=1",
        "https://r.example/img/no-image.png",
        "https://r.example/default-md.png?d=2",
        "data:image/gif;base64,R0lGOD",
    ],
)
def test_signs_portraits_and_stand_ins_are_ornaments(url):
    assert picture_urls.is_ornament(url)


@pytest.mark.parametrize(
    "url",
    [
        "https://r.example/v/bridge~_v-16x9@2dS_-2cf5d09.jpg",
        "https://r.example/u/2024/bridge.jpg",
        "https://r.example/u/50x50/1200x800/bridge.jpg",
        "https://r.example/u/bridge.jpg?w=620",
        "https://r.example/iconic-bridge.jpg",
        "https://r.example/u/32bbridge.jpg",
    ],
)
def test_pictures_of_an_article_are_none(url):
    assert not picture_urls.is_ornament(url)
