"""The tick map: everything in an article that a checker ticks off, whether it is in a claim or not.

The fact desks of magazines underline every number, date, name, quotation and superlative of a galley and tick
each by itself: what nobody underlined is what slips through.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from claims.extraction import vocabulary
from claims.extraction.candidate import Fact
from claims.extraction.names import CALLED, DEPARTMENTS, Names
from claims.extraction.reader import Read
from claims.extraction.reading import Reading
from claims.text import Block, Span
from claims.text.dates import find_dates
from claims.text.numbers import find_quantities
from claims.text.quotations import quotations
from claims.text.spans import WITHOUT_CLAIMS

GRADED = {"JJS", "RBS"}  # the tags of "largest" and of "most"
LISTED = vocabulary.SUPERLATIVE - {"every", "ever", "last", "majority", "most"}  # these compare nothing
BEFORE_BOUND = {"at", "last"}  # "at least", "at most", "last best"

Found = tuple[str, int, int]  # kind, start and end


def facts_of(
    text: str, blocks: Sequence[Block], sentences: Iterable[tuple[Span, Read | None]], names: Names
) -> list[Fact]:
    """The facts of `text` in order, none from a block that can hold no claim. `blocks` partition it.

    Each sentence comes as it was read, or with None where no model read it: then its figures and dates are
    found and no names. `names` has met the whole text: a name counts where it first stands, in whatever form,
    and wherever a title stands before it. Facts may lie in one another, as a number in a quotation does.
    """
    starts = [block.start for block in blocks]
    met: set[str] = set()
    found: list[Found] = []
    for block in blocks:
        # A single word in quotation marks is a reservation, not a quotation.
        spans = quotations(text[block.start : block.end].rstrip())
        quoted = [Span(block.start + span.start, block.start + span.end) for span in spans]
        found += [("quotation", *span) for span in quoted if " " in text[slice(*span)]]
    for sentence, read in sentences:
        seen = _in_words(text[slice(*sentence)]) if read is None else _in_reading(read, names, met)
        found += [(kind, sentence.start + start, sentence.start + end) for kind, start, end in seen]
    return [
        Fact(kind=kind, start=start, end=end)
        for kind, start, end in sorted(found, key=lambda one: (one[1], -one[2], one[0]))
        if blocks[bisect_right(starts, start) - 1].role not in WITHOUT_CLAIMS
    ]


def _in_words(text: str) -> Iterator[Found]:
    dates = find_dates(text)
    yield from (("date", one["start"], one["end"]) for one in dates)
    yield from (("number", one["start"], one["end"]) for one in find_quantities(text, dates))


def _in_reading(read: Read, names: Names, met: set[str]) -> Iterator[Found]:
    yield from (("date", one["start"], one["end"]) for one in read.dates)
    yield from (("number", one["start"], one["end"]) for one in read.quantities)
    for name in names.of(read.reading):
        start = _with_titles(read.reading, name["start"])
        if start < name["start"] or name["name"] not in met:
            yield "name", start, name["end"]
        met.add(name["name"])
    yield from (("superlative", *span) for span in _superlatives(read.reading))


def _with_titles(reading: Reading, start: int) -> int:
    """Where the titles before a name begin: "Defence Minister Rustem Umerov"; `start` where it has none."""
    token = bisect_right(reading.starts, start) - 1
    while token > 0 and reading.words[token - 1] in CALLED:
        token -= 1
    if token > 0 and reading.words[token - 1] in DEPARTMENTS and reading.starts[token] < start:
        token -= 1
    return min(start, reading.starts[token])


def _superlatives(reading: Reading) -> Iterator[tuple[int, int]]:
    for token, word in enumerate(reading.words):
        before = reading.words[token - 1] if token else ""
        if word in LISTED or reading.tags[token] in GRADED:
            after = reading.tags[token + 1 : token + 2]
            is_degree = word in {"most", "least"} and after not in (["JJ"], ["RB"])  # "most people"
            if not is_degree and before not in BEFORE_BOUND:
                yield reading.starts[token], reading.ends[token]
