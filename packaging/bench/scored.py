"""What the scorers of `dev.py measure` call: our readers, in the scorers' own terms."""

from caseboard.capture import page


def article(html: bytes, url: str) -> dict[str, object]:
    """The article of a page: its text, title, authors, date and pictures."""
    found = page.read(html, url)
    return {
        "text": found.text,
        "title": found.title,
        "authors": list(found.authors),
        "date": found.published,
        "images": [image.url for image in found.images],
    }
