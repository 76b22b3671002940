"""Who says it: the person or body that a sentence names as its source."""

from claims.extraction.reading import Entity, Reading
from claims.extraction.vocabulary import SAY

SPEAKERS = frozenset({"PERSON", "ORG", "GPE", "NORP"})
REACH = 6  # words between a name and its verb of saying


class Speakers:
    """The people an article has named so far, to know "Peskov" for "Dmitry Peskov" again."""

    def __init__(self) -> None:
        self._full: dict[str, str] = {}

    def meet(self, sentence: Reading) -> None:
        """Remember the full names of the next sentence."""
        for entity in sentence.entities:
            name = clean(sentence.text[entity.start : entity.end])
            if entity.label == "PERSON" and " " in name:
                self._full.setdefault(name.split()[-1], name)

    def claimant(self, sentence: Reading) -> str:
        """The source a sentence names, in full where the article gave the full name; "" for the author."""
        entity = _source(sentence)
        if entity is None:
            return ""
        name = clean(sentence.text[entity.start : entity.end])
        return self._full.get(name, name)


def clean(name: str) -> str:
    """A name without its possessive and article, on one line."""
    name = " ".join(name.split())
    for ending in ("'s", "’s", "'", "’"):
        name = name.removesuffix(ending)
    return name.removeprefix("the ").removeprefix("The ").strip()


def _source(sentence: Reading) -> Entity | None:
    words = sentence.words
    names = [entity for entity in sentence.entities if entity.label in SPEAKERS]
    for token, word in enumerate(words):
        if word == "according" and words[token + 1 : token + 2] == ["to"]:
            following = [name for name in names if 0 <= name.first - token <= REACH]
            if following:
                return following[0]
        if word in SAY:
            before = [name for name in names if 0 <= token - name.last < REACH]
            after = [name for name in names if 0 < name.first - token <= 2]
            if before or after:
                return (after[0] if after and word in {"said", "says"} else None) or (before or after)[-1]
    return None
