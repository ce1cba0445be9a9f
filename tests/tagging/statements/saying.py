"""Runs the finders a statement rests on, over one text."""

from caseboard.tagging.context import EMPTY, Context
from caseboard.tagging.document import Document
from caseboard.tagging.engine import suggest
from caseboard.tagging.found import Found
from caseboard.tagging.statements.attribution import Attribution
from caseboard.tagging.suggestions import StatementSuggestion


def said(
    text: str, language: str = "en", context: Context = EMPTY
) -> tuple[StatementSuggestion, ...]:
    """The statements of a text published on 14 November 2024."""
    return suggest(text, published="2024-11-14", language=language, context=context).statements


def attributed(text: str, content: str, speaker: str = "", **more) -> tuple[Document, Attribution]:
    """A text of one sentence, with the words said and the speaker marked in it."""
    document = Document(text, language="en", published="2024-11-14")
    start = text.index(content)
    at = text.index(speaker) if speaker else None
    return document, Attribution(
        content_start=start,
        content_end=start + len(content),
        speaker_start=at,
        speaker_end=None if at is None else at + len(speaker),
        sentence=document.sentences[0],
        strength=1.0,
        **more,
    )


NOTHING = Found()
