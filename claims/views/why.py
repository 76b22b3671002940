"""Why a claim is shown, and why a sentence is none: the reasons of the extractor with their characters."""

import datetime
from typing import Any, NamedTuple

LONGEST_WORDS = 60  # characters of a reason that are shown; the rest is in the copy


class Place(NamedTuple):
    """Characters of the revision, and the words there."""

    start: int
    end: int
    words: str


class Reason(NamedTuple):
    """A cue in plain words, and where it was seen; without places it is about the sentence as a whole."""

    cue: str
    places: list[Place]


class Dated(NamedTuple):
    """A date of a claim: `value` in ISO 8601 or None; `relative` to the article's date, "yesterday"."""

    place: Place
    value: str | None
    precision: str
    relative: bool


class Why(NamedTuple):
    """`at` is the address of the claim's words; `date` the article's, or None: relative ones rest on it."""

    at: str
    reasons: list[Reason]
    quantities: list[tuple[Place, dict[str, Any]]]
    dates: list[Dated]
    names: list[tuple[Place, str]]
    date: datetime.date | None
    date_printed: bool


def why(claim, text, extraction):
    """What the extractor saw in `claim`, whose revision has this text, in the order of the text.

    Names are those that the article also has in a fuller form, each once; a plain year is no date to explain.
    """
    names: dict[str, tuple[Place, str]] = {}
    for name in claim.names:
        if name["name"] != name["text"]:
            names.setdefault(name["text"], (place_of(name, text), name["name"]))
    return Why(
        at=f"#words-{claim.pk}",
        reasons=reasons(claim.cues, text),
        quantities=[(place_of(one, text), one) for one in claim.quantities],
        dates=[
            # what was stored before dates were reckoned does not say so, but had no value
            Dated(place_of(one, text), one["value"], one["precision"], one.get("relative", not one["value"]))
            for one in claim.dates
            if one["value"] != one["text"]
        ],
        names=list(names.values()),
        date=extraction.date,
        date_printed=extraction.date_printed,
    )


def reasons(cues, text, whole=None):
    """Cues of one kind together, in the order they come; those over all of `whole` (start, end) placeless."""
    found: dict[str, list[Place]] = {}
    for cue in cues:
        places = found.setdefault(cue["cue"], [])
        place = place_of(cue, text)
        if (cue["start"], cue["end"]) != whole and place not in places:
            places.append(place)
    return [Reason(cue, places) for cue, places in found.items()]


def place_of(part, text):
    """The place of a dict with "start" and "end", with its words on one line, shortened if they are long."""
    words = " ".join(text[part["start"] : part["end"]].split())
    if len(words) > LONGEST_WORDS:
        words = f"{words[:LONGEST_WORDS].rstrip()}…"
    return Place(part["start"], part["end"], words)
