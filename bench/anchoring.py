"""How well claims are carried over to a new text, and how fast: `python -m bench.anchoring [--quick]`.

The edits are those of the tests, over the sample articles of seeds/ and of ../shared/articles where they
are; `--quick` takes a fifth of the claims. One process, no model, no database.
"""

import re
import statistics
import sys
import time
from collections import Counter
from collections.abc import Callable
from itertools import pairwise

from bench.extraction import sample
from bench.tables import ms, show
from bench.texts import texts
from claims.anchoring import anchor
from claims.anchoring.sentences import sentences
from claims.text import Span, normalise
from tests.claims.anchoring.measuring import Score, measured

CLAIMS, QUICK = 25, 5  # of each article
ROUNDS = 9
SIZES = (50_000, 100_000, 200_000, 400_000)


def show_classes(most: int) -> None:
    score = measured(sample(), most)
    edits = Counter[str]()
    right = Counter[str]()
    for edit, cases in score.all.items():
        name = edit.partition(",")[0].replace("_", " ")
        edits[name] += cases
        right[name] += score.right[edit]
    rows = [[name, cases, f"{100 * right[name] / cases:.1f}"] for name, cases in sorted(edits.items())]
    rows.append(["all", edits.total(), f"{100 * right.total() / edits.total():.2f}"])
    show(f"{len(sample())} articles, edits and those in the right class", ("edit", "cases", "percent"), rows)
    print(f"\nChanged facts that passed for the same words or wording (asked: 0): {len(score.passed)}")
    print(f"Claims beside the edit: {_percent(score)} of {score.others.total():,} as they should be")


def _percent(score: Score) -> str:
    return f"{100 * score.others[True] / score.others.total():.3f} %"


def article(words: int) -> str:
    text = "\n\n".join(normalise(one) for one in texts(10 + words // 400))
    return text[: [match.end() for match in re.finditer(r"\S+", text)][words - 1]]


def claims(text: str, count: int) -> list[Span]:
    found = [Span(one.start, one.end) for one in sentences(text)]
    return [found[n * len(found) // count] for n in range(count)]


def numbers_grown(text: str) -> str:
    return re.sub(r"\d+", lambda digits: str(int(digits[0]) + 1), text)


EDITS: dict[str, Callable[[str], str]] = {
    "a paragraph before": lambda text: "A new paragraph stands here.\n\n" + text,
    "every number changed": numbers_grown,
    "a word changed in every sentence": lambda text: re.sub(r"\b(?:the|The)\b", "that", text),
    "every paragraph in another place": lambda text: "\n\n".join(reversed(text.split("\n\n"))),
    "every word changed": lambda text: re.sub(r"\w{3,}", lambda word: word[0][::-1], text),
    "cut to nothing": lambda text: "",
}


def took(old: str, new: str, spans: list[Span]) -> float:
    started = time.process_time()
    anchor(old, new, spans)
    return time.process_time() - started


def show_times() -> None:
    text = article(3_000)
    spans = claims(text, 150)
    rows = []
    for name, edit in EDITS.items():
        new = edit(text)
        seconds = [took(text, new, spans) for _ in range(ROUNDS)]
        rows.append([name, ms(statistics.median(seconds)), ms(max(seconds))])
    show("3,000 words, 150 claims (asked: at most 150 ms)", ("edit", "median", "longest"), rows)


LARGE: dict[str, tuple[Callable[[int], str], Callable[[str], str]]] = {
    **{f"prose, {name}": (lambda size: article(size // 5)[:size], edit) for name, edit in EDITS.items()},
    "equal lines, one more": (lambda size: "rents!\n\n" * (size // 8), lambda text: text + "Rents."),
    "equal lines, half as many": (lambda size: "rents!\n\n" * (size // 8), lambda text: text[::2]),
    "lines that count": (
        lambda size: "\n".join(f"Row {n}." for n in range(size // 11)),
        lambda text: re.sub(r"Row (\d+)", r"Row 9\1", text),
    ),
    "one line of one word": (lambda size: "rents " * (size // 6), lambda text: "Rise " + text),
    "one line of many words": (
        lambda size: " ".join(f"w{n % 977}" for n in range(size // 5)),
        lambda text: "Rise " + text,
    ),
    "one letter": (lambda size: "a" * size, lambda text: "b" + text),
    "quotation marks": (lambda size: "“a ‘b \"c 'd " * (size // 12), lambda text: text.replace("c", "d")),
    "signs": (lambda size: "$ % . ! " * (size // 8), lambda text: text.replace("!", "?")),
    "digits": (lambda size: "1,234.5 " * (size // 8), lambda text: text.replace("5", "6")),
    "bullets": (lambda size: "List:\n" + "- an item\n" * (size // 10), lambda text: "A " + text),
    "lines cut elsewhere": (
        lambda size: "over and over " * (size // 14),
        lambda text: re.sub("(.{60})", r"\1\n", text),
    ),
}


def show_growth() -> None:
    rows = []
    for name, (make, edit) in LARGE.items():
        seconds = []
        for size in SIZES:
            text = make(size)
            spans = [Span(at, at + 20) for at in range(0, len(text) - 20, 200)]
            seconds.append(took(text, edit(text), spans))
        growth = max(later / max(sooner, 0.05) for sooner, later in pairwise(seconds))
        rows.append([name, *(f"{one:.2f}" for one in seconds), f"{growth:.1f}"])
        print(*rows[-1], file=sys.stderr)
    header = ("characters, a claim every 200", *(f"{size:,}" for size in SIZES), "growth, at most")
    show("Seconds for a large text (linear: 2 a doubling)", header, rows)


def main() -> None:
    show_classes(QUICK if "--quick" in sys.argv else CLAIMS)
    show_times()
    show_growth()


if __name__ == "__main__":
    main()
