"""One sentence as the pipeline read it, in plain lists: the only place that looks into spaCy's objects.

Walking over a spaCy Doc makes a Python object of every token at every pass; the columns are taken out once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from spacy.tokens import Doc

COLUMNS: list[int | str] = ["LOWER", "TAG", "DEP", "HEAD", "IDX", "LENGTH"]


class Entity(NamedTuple):
    """A name: its label, its words `first` to `last` (exclusive) and its characters."""

    label: str
    first: int
    last: int
    start: int
    end: int


class Reading(NamedTuple):
    """Columns of equal length, one row a token; `tags` and `deps` hold "" and `heads` the token itself where
    the pipeline has no tagger or parser. `heads` are positions, offsets count from the start of `text`.
    """

    text: str
    words: list[str]  # lower case
    starts: list[int]
    ends: list[int]
    tags: list[str]
    deps: list[str]
    heads: list[int]
    entities: list[Entity]
    sense: tuple[Any, ...] = ()  # three vectors of the pipeline's own view of the words; none without a model

    def children(self, head: int) -> list[int]:
        """The tokens that hang on `head`, in order."""
        return [token for token, its_head in enumerate(self.heads) if its_head == head and token != head]


def read(doc: Doc) -> Reading:
    """The columns of a sentence."""
    strings = doc.vocab.strings
    # HEAD is a signed distance in an unsigned column.
    columns = list(zip(*doc.to_array(COLUMNS).tolist(), strict=True)) or [()] * len(COLUMNS)
    lower, tags, dep_ids, heads, starts, lengths = columns
    deps = [strings[dep] for dep in dep_ids]
    return Reading(
        text=doc.text,
        words=[strings[word] for word in lower],
        starts=list(starts),
        ends=[start + length for start, length in zip(starts, lengths, strict=True)],
        tags=[strings[tag] for tag in tags],
        deps=deps,
        heads=[place + (head - 2**64 if head >= 2**63 else head) for place, head in enumerate(heads)],
        entities=[Entity(e.label_, e.start, e.end, e.start_char, e.end_char) for e in doc.ents],
        sense=_sense(doc, deps),
    )


def _sense(doc: Doc, deps: list[str]) -> tuple[Any, ...]:
    """The mean of the words' vectors, the most of each number, and the vector of the root."""
    if not doc.tensor.size:
        return ()
    root = deps.index("ROOT") if "ROOT" in deps else 0
    return doc.tensor.mean(axis=0), doc.tensor.max(axis=0), doc.tensor[root]
