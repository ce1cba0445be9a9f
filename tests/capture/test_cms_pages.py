"""Pages in the conventions of many systems, read."""

import cms_more
import cms_pages
import pytest

from caseboard.capture import hollow, page, tree, urls

PAGES = (*cms_pages.PAGES, *cms_more.PAGES)
EVERY = pytest.mark.parametrize("made", PAGES, ids=lambda made: made.name)


def read(made):
    return page.read(made.html, made.url)


@EVERY
def test_the_title_is_that_of_the_article(made):
    assert read(made).title == made.title


@EVERY
def test_the_authors_are_those_named(made):
    assert read(made).authors == made.authors


@EVERY
def test_the_day_is_that_of_publication_or_unknown(made):
    published = read(made).published
    assert (published[:10] if published else None) == made.day


@EVERY
def test_the_body_is_whole_and_nothing_else(made):
    text = read(made).text
    assert [words for words in made.body if words not in text] == []
    assert [words for words in made.unwanted if words in text] == []
    assert len(text) < 1.3 * sum(map(len, made.body)) + 60


@EVERY
def test_the_pictures_are_those_of_the_article(made):
    wanted = [urls.absolute(url, made.url) for url in made.images]
    assert [image.url for image in read(made).images] == wanted


@EVERY
def test_the_site_is_named(made):
    assert not made.site or read(made).site == made.site


@EVERY
def test_none_is_taken_for_hollow(made):
    root = tree.parse(made.html)
    assert hollow.of(root, page.of_tree(root, made.url), made.html, url=made.url) is None
