"""What is said of a page that is not the article it stands for."""

from caseboard.i18n import _
from caseboard.model.terms import Hollow


def hollow_word(kind: Hollow) -> str:
    """What it is instead, as a chip says it."""
    return {
        Hollow.PAYWALL: _("Paywall"),
        Hollow.CONSENT: _("Consent wall"),
        Hollow.LOGIN: _("Login page"),
        Hollow.ERROR: _("Error page"),
        Hollow.SHELL: _("Empty page"),
        Hollow.ROBOT: _("Robot check"),
    }[kind]


def hollow_sentence(kind: Hollow) -> str:
    """What it is instead, what was kept, and what to do."""
    what = {
        Hollow.PAYWALL: _("This is not the article: the site asked to subscribe."),
        Hollow.CONSENT: _("This is not the article: the site asked to accept its terms first."),
        Hollow.LOGIN: _("This is not the article: the site asked to log in."),
        Hollow.ERROR: _("This is not the article: the site answered with an error."),
        Hollow.SHELL: _("This is not the article: without its scripts the page is empty."),
        Hollow.ROBOT: _("This is not the article: the site asked for proof of a human reader."),
    }[kind]
    rest = _("The page is kept as it came. Open it in a browser, save it and drop it here.")
    return f"{what} {rest}"
