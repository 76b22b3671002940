"""The likeliest reasons to dismiss a claim, by the code of their button: stored in English."""

from django.utils.translation import gettext, gettext_noop

REASONS = {
    "opinion": gettext_noop("An opinion."),
    "prediction": gettext_noop("A prediction."),
    "vague": gettext_noop("Too vague to check."),
    "duplicate": gettext_noop("A duplicate."),
    "misread": gettext_noop("Misread: no statement of the text."),
}


def as_read(reason: str) -> str:
    """A stored reason in the reader's language; what somebody typed stays as it is."""
    return gettext(reason) if reason in REASONS.values() else reason
