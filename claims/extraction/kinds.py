"""What sort of fact a sentence states, from the signals it shows."""

from collections.abc import Iterable

from claims.extraction.cues import Signal
from claims.text import Kind

# The first that a sentence shows is its kind: what is easiest to hold against a source comes first.
ORDER = (
    ("a number", Kind.QUANTITY),
    ("a law or rule", Kind.LAW_OR_RULE),
    ("a comparison", Kind.COMPARISON),
    ("a cause", Kind.CAUSE),
    ("a date", Kind.DATE_OR_SEQUENCE),
    ("something that happened", Kind.EVENT),
    ("something that has happened", Kind.EVENT),
    ("a count", Kind.QUANTITY),  # "the two leaders met" is about a meeting
    ("something said", Kind.ATTRIBUTION),
    ("a title", Kind.BIOGRAPHY_OR_TITLE),
)


def kind_of(signals: Iterable[Signal], claimant: str) -> Kind:
    """The kind of a claim. Words that somebody said are checked first for having been said.

    Without a claimant a verb of saying reports nothing: "the timing indicates".
    """
    names = {signal.name for signal in signals}
    if claimant and not names.isdisjoint({"reported speech", "something said"}) and "a quotation" in names:
        return Kind.QUOTATION
    if claimant and "reported speech" in names:
        return Kind.ATTRIBUTION
    return next((kind for name, kind in ORDER if name in names), Kind.OTHER)
