"""Who says it: the person or body that a sentence names as its source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.extraction.vocabulary import SAY

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

SPEAKERS = frozenset({"PERSON", "ORG", "GPE", "NORP"})
REACH = 6  # words between a name and its verb of saying


class Speakers:
    """The people an article has named so far, to know "Peskov" for "Dmitry Peskov" again."""

    def __init__(self) -> None:
        self._full: dict[str, str] = {}

    def meet(self, doc: Doc) -> None:
        """Remember the full names of the next sentence."""
        for entity in doc.ents:
            name = clean(entity.text)
            if entity.label_ == "PERSON" and " " in name:
                self._full.setdefault(name.split()[-1], name)

    def claimant(self, doc: Doc) -> str:
        """The source a sentence names, in full where the article gave the full name; "" for the author."""
        entity = _source(doc)
        if entity is None:
            return ""
        name = clean(entity.text)
        return self._full.get(name, name)


def clean(name: str) -> str:
    """A name without its possessive and article."""
    for ending in ("'s", "’s", "'", "’"):
        name = name.removesuffix(ending)
    return name.removeprefix("the ").removeprefix("The ").strip()


def _source(doc: Doc) -> Span | None:
    names = [entity for entity in doc.ents if entity.label_ in SPEAKERS]
    for token in doc:
        lower = token.lower_
        if lower == "according" and token.i + 1 < len(doc) and doc[token.i + 1].lower_ == "to":
            following = [name for name in names if 0 <= name.start - token.i <= REACH]
            if following:
                return following[0]
        if lower in SAY:
            before = [name for name in names if 0 <= token.i - name.end < REACH]
            after = [name for name in names if 0 < name.start - token.i <= 2]
            if before or after:
                return (after[0] if after and lower in {"said", "says"} else None) or (before or after)[-1]
    return None
