"""Whole articles edited, as cases: the old text, the new one, the claims, and what becomes of each."""

import re
from collections.abc import Iterator
from random import Random
from typing import NamedTuple

from claims.anchoring import Change
from claims.anchoring.sentences import sentences
from claims.text import Span
from tests.claims.anchoring.edits import GONE, MOVED, SAME, WITHIN, WORDING
from tests.claims.anchoring.wordings import PAIRS

WIDTHS = (40, 60, 72, 10_000)


class Case(NamedTuple):
    """`wanted` holds a change for each of `spans`, None where anything goes; `edited` is the one meant."""

    edit: str
    old: str
    new: str
    spans: list[Span]
    wanted: list[Change | None]
    edited: int


def claims_of(text: str, most: int) -> list[Span]:
    """Sentences of the text with at least ten words, that stand in it once."""
    found = [
        Span(one.start, one.end)
        for one in sentences(text)
        if len(one.words) >= 10 and text.count(text[one.start : one.end]) == 1 and text[one.end - 1] in '.”"'
    ]
    return found[:: max(1, len(found) // most)][:most]


def cases(text: str, seed: int, most: int = 25) -> Iterator[Case]:
    """Every edit of up to `most` claims of `text`, each a case of its own."""
    spans = claims_of(text, most)
    chance = Random(seed)
    for n in range(len(spans)):
        for edit, change in WITHIN.items():
            words = edit(text[slice(*spans[n])], chance)
            if words is not None:
                yield from _within(edit.__name__, change, text, spans, n, words, chance)
        for rearrange in REARRANGED:
            made = rearrange(text, spans, n, chance)
            if made is not None:
                new, change, *rest = made
                yield _case(rearrange.__name__, text, new, spans, n, change, *rest)
    yield from _rewrapped(text, spans, chance)
    for number, ((kind, change), pairs) in enumerate(PAIRS.items()):
        for old, new in pairs[seed % 3 :: 3]:
            at = spans[number % len(spans)].start
            span = Span(at, at + len(old))
            old_text, new_text = (text[:at] + words + " " + text[at:] for words in (old, new))
            yield Case(kind, old_text, new_text, [span], [change], 0)


def _case(edit, text, new, spans, n, change, others=()) -> Case:
    wanted: list[Change | None] = [None if m in others else SAME for m in range(len(spans))]
    wanted[n] = change
    return Case(edit, text, new, spans, wanted, n)


def _within(edit, change, text, spans, n, words, chance) -> Iterator[Case]:
    """One sentence changed: alone, with its neighbour, with other lines, elsewhere, and as parts of it."""
    new = replaced(text, spans[n], words)
    yield _case(edit, text, new, spans, n, change)
    yield _case(f"{edit}, claim is a part", text, new, parts(text, spans, n, chance), n, change)
    variant = chance.randrange(4)
    if variant == 0:
        other = n + 1 if n + 1 < len(spans) else n - 1
        number = r"\d+" if re.search(r"\d", of(text, spans, other)) else r"\bthe\b"
        changed = re.sub(number, "77", of(text, spans, other), count=1)
        both = sorted([(spans[n], words), (spans[other], changed)], reverse=True)
        twice = replaced(replaced(text, *both[0]), *both[1])
        yield _case(f"{edit}, neighbour too", text, twice, spans, n, change, [other])
    elif variant == 1:
        yield _case(f"{edit}, other lines", text, rewrap(new, chance.choice(WIDTHS)), spans, n, change)
    elif variant == 2:
        yield _case(f"{edit}, moved", text, words + "\n\n" + replaced(text, spans[n], ""), spans, n, change)
    else:
        copy = text + "\n\n" + of(text, spans, n)
        yield _case(f"{edit}, of a copy", copy, copy[: -len(of(text, spans, n))] + words, spans, n, SAME)


def _rewrapped(text, spans, chance) -> Iterator[Case]:
    variants = [(f"lines of {width}", text, rewrap(text, width)) for width in WIDTHS]
    variants += [("lines joined", rewrap(text, width), rewrap(text, 10_000)) for width in (40, 72)]
    variants += [("blank lines doubled", text, re.sub(r"\n\n+", "\n\n\n\n", text))]
    variants += [("line ends of Windows", text, text.replace("\n", "\r\n"))]
    variants += [("straight quotes", text, text.translate(str.maketrans("“”‘’", "\"\"''")))]
    variants += [("narrow lines", rewrap(text, 40), rewrap(text, 60))]
    for edit, old, new in variants:
        there = [_at(old, text[slice(*span)]) for span in spans]
        yield Case(edit, old, new, there, [SAME] * len(spans), 0)


def _at(text: str, words: str) -> Span:
    match = re.search(r"\s+".join(map(re.escape, words.split())), text)
    assert match is not None
    return Span(*match.span())


def rewrap(text: str, width: int) -> str:
    """Each paragraph in lines of at most `width`; list items and headlines keep theirs."""
    paragraphs = text.split("\n\n")
    return "\n\n".join(
        "\n".join(_wrapped(line, width) for line in paragraph.split("\n")) for paragraph in paragraphs
    )


def _wrapped(line: str, width: int) -> str:
    return re.sub(rf"(.{{1,{width}}})(?: +|$)", lambda match: match[1] + "\n", line).rstrip("\n")


def parts(text, spans, n, chance) -> list[Span]:
    """The spans, each cut to some words of its sentence."""
    return [Span(*_part(text, span, chance)) for span in spans]


def _part(text: str, span: Span, chance: Random) -> tuple[int, int]:
    words = list(re.finditer(r"\S+", text[slice(*span)]))
    first = chance.randrange(len(words) // 2)
    last = chance.randrange(first + 3, len(words))
    return span.start + words[first].start(), span.start + words[last].end()


def replaced(text: str, span: Span, words: str) -> str:
    return text[: span.start] + words + text[span.end :]


def of(text, spans, n):
    return text[slice(*spans[n])]


def inserted_before(text, spans, n, chance):
    return replaced(text, Span(spans[n].start, spans[n].start), "Nobody had seen it coming at all. "), SAME


def paragraph_inserted(text, spans, n, chance):
    return "A new opening paragraph stands here now.\n\n" + text, SAME


def similar_inserted(text, spans, n, chance):
    words = re.sub(r"\d", "8", of(text, spans, n))
    words = words if words != of(text, spans, n) else "It was said that " + words
    side = chance.choice([words + " " + of(text, spans, n), of(text, spans, n) + " " + words])
    return replaced(text, spans[n], side), SAME


def deleted_before(text, spans, n, chance):
    if n == 0:
        return None
    return text[: spans[n - 1].start] + text[spans[n - 1].end :], SAME, [n - 1]


def deleted(text, spans, n, chance):
    return replaced(text, spans[n], ""), GONE


def replaced_by_another(text, spans, n, chance):
    return replaced(text, spans[n], "Bakers and their old ovens stood in another street."), GONE


def line_broken(text, spans, n, chance):
    words = of(text, spans, n).split(" ")
    at = chance.randrange(2, len(words) - 1)
    return replaced(text, spans[n], " ".join(words[:at]) + "\n" + " ".join(words[at:])), SAME


def double_spaces(text, spans, n, chance):
    return replaced(text, spans[n], of(text, spans, n).replace(" ", "  ")), SAME


def paragraph_split(text, spans, n, chance):
    return replaced(text, Span(spans[n].end, spans[n].end), "\n\n"), SAME


def paragraphs_joined(text, spans, n, chance):
    at = text.find("\n\n", spans[n].end)
    before = text[: max(at, 0)].rpartition("\n")[2]
    if at < 0 or before[-1:] not in tuple('.”"') or not text[at + 2 : at + 3].isupper():
        return None
    return text[:at] + " " + text[at + 2 :], SAME


def sentence_moved(text, spans, n, chance):
    to = 0 if n > len(spans) // 2 else len(spans) - 1
    if len(spans) < 6 or abs(to - n) < 2:
        return None
    words, at = of(text, spans, n), spans[to].end
    moved = text[:at] + " " + words + text[at:]
    shift = len(words) + 1 if at <= spans[n].start else 0
    return moved[: spans[n].start + shift] + moved[spans[n].end + shift :], MOVED


def paragraph_moved(text, spans, n, chance):
    start, end = text.rfind("\n\n", 0, spans[n].start), text.find("\n\n", spans[n].end)
    others = [m for m, span in enumerate(spans) if m != n and start <= span.start < end]
    if start < 0 or end < 0 or others or n < 2 or n > len(spans) - 3:
        return None
    return text[:start] + text[end:] + text[start:end], MOVED


def merged_with_next(text, spans, n, chance):
    if n + 1 >= len(spans) or text[spans[n].end : spans[n + 1].start] != " ":
        return None
    first, second = of(text, spans, n), of(text, spans, n + 1)
    if not re.match(r"(The|A|An|But|This|It|In|There|They|He|She) ", second) or not first.endswith("."):
        return None
    new = first[:-1] + chance.choice([", and ", "; ", ", while "]) + second[0].lower() + second[1:]
    return replaced(text, Span(spans[n].start, spans[n + 1].end), new), WORDING, [n + 1]


def duplicated(text, spans, n, chance):
    return replaced(text, spans[n], of(text, spans, n) + " " + of(text, spans, n)), SAME


def duplicated_at_end(text, spans, n, chance):
    return text.rstrip() + "\n\n" + of(text, spans, n), SAME


REARRANGED = [
    inserted_before, paragraph_inserted, similar_inserted, deleted_before, deleted, replaced_by_another,
    line_broken, double_spaces, paragraph_split, paragraphs_joined, sentence_moved, paragraph_moved,
    merged_with_next, duplicated, duplicated_at_end,
]  # fmt: skip
