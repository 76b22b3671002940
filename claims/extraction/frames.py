"""What stands around the checkable words of a clause: lead-ins, who says it, the author's opinion after it.

Each function takes a stretch of tokens and hands back a shorter one, or the same where the rest would not be
readable or would say something else. docs/extraction.md has the rules with examples.
"""

from claims.extraction import clauses, vocabulary
from claims.extraction.clauses import Clause, clause_at
from claims.extraction.frame_words import (
    ANNOUNCING,
    BACKDROP,
    BOUND,
    CLOSING,
    COMMENTING_ON,
    CONCEDING,
    DOUBTING,
    GOING_ON,
    HEDGES,
    LEAD_INS,
    LONGEST_LEAD_IN,
    LOOSE,
    OPENING,
    REPORTING,
    SAYING_OF,
    SCALES,
    UNNAMED,
    UNREAL,
)
from claims.extraction.phrases import COMMENTING, Part, Sentence

EVENTS = frozenset({"something that happened", "something that has happened", "an event in passing"})
HARD = frozenset({"a number", "a date", "a sum or share", "a count"})


def without_lead_in(sentence: Sentence, part: Part, *, keeps_source: bool = False) -> Part:
    """The part from its first word that says something: labels, speakers, connectives, "according to" go.

    With `keeps_source` that last stays.
    """
    while (start := _after_lead_in(sentence, part, keeps_source)) > part.first:
        shorter = part._replace(first=start)
        readable = sentence.is_statement(shorter) or (
            sentence.words[start - 1] == ":" and sentence.has_noun_before(shorter)
        )
        if not (sentence.may_cut(start) and readable and is_certain(sentence, part.first, start)):
            break
        part = shorter
    return part


def is_certain(sentence: Sentence, first: int, end: int) -> bool:
    """The tokens may be left out: none of them denies or doubts what stands beside them."""
    return DOUBTING.isdisjoint(sentence.words[first:end])


def _after_lead_in(sentence: Sentence, part: Part, keeps_source: bool) -> int:
    """The token after what opens the part; its first where nothing does."""
    said, first, tree = sentence.words, part.first, sentence.tree
    if said[first] in LOOSE or (said[first] in OPENING and BOUND.isdisjoint(said[first + 1 : first + 2])):
        return first + 1
    if label := _label(sentence, part):
        return label
    for after in range(first + 1, min(first + 1 + LONGEST_LEAD_IN, part.end)):
        if said[after] == "," and tuple(said[first:after]) in LEAD_INS:
            return after + 1
    if said[first] == "meanwhile" and sentence.deps[first] == "advmod":
        return first + 1
    source = _source(sentence, first, part.verb)
    top = source if source is not None else sentence.phrase_from(first, part.verb)
    after = tree.last[top] + 1
    if top == part.verb or after >= part.end or said[after] != ",":
        return first
    if source is not None:
        return (
            after + 1
            if not keeps_source and _stands_alone(sentence, part._replace(first=after + 1))
            else first
        )
    if sentence.has(HARD, first, after):
        return first
    announces = said[first] in {"in", "on", "as"} and any(
        said[n] in ANNOUNCING and all(sentence.deps[child] != "poss" for child in tree.children[n])
        for n in tree.children[top]
        if sentence.deps[n] == "pobj"
    )
    sets_scene = said[first] in CONCEDING or not BACKDROP.isdisjoint(said[first:after])
    return after + 1 if announces or (sets_scene and not sentence.is_telling(first, after)) else first


def _label(sentence: Sentence, part: Part) -> int:
    """The token after a label ("Bypassing Bureaucracy:", "HOST:", "HAVERN POINT, 3 November –"), or 0."""
    is_place = sentence.spelled(part.first).isupper() and len(sentence.words[part.first]) > 1
    if sentence.tags[part.first] in {"IN", "TO", "CC"}:
        return 0
    for token in range(part.first + 1, min(part.first + 10, part.end - 1)):
        if sentence.is_closed(token) or sentence.tags[token] in clauses.FINITE:
            return 0
        if is_place and _is_dash(sentence, token):
            return token + 1
        if sentence.words[token] == ":":
            return 0 if _needs_label(sentence, part, token) else token + 1
    return 0


def _needs_label(sentence: Sentence, part: Part, colon: int) -> bool:
    """It says of what, where or among whom the rest is so: "Jobs: 400 are cut", "Norway: exports rose"."""
    label, subject = sentence.words[part.first : colon], sentence.subject(part.verb)
    if not UNREAL.isdisjoint(label) or sentence.has(HARD, part.first, colon):
        return True
    if subject is None or subject < colon:
        return False
    places = {e.first for e in sentence.reading.entities if e.label == "GPE" and e.last == colon}
    is_place = part.first in places and not sentence.tags[subject].startswith("NNP")
    return is_place or (subject == colon + 1 and sentence.tags[subject] == "CD")


def _is_dash(sentence: Sentence, token: int) -> bool:
    return sentence.words[token] in {"–", "—", "--", "-"} and sentence.is_spaced(token)


def without_source(sentence: Sentence, part: Part) -> Part:
    """The words said without who says them, where they state a fact in a readable sentence of their own."""
    part = _without_according(sentence, part)
    frame = clause_at(sentence.reading, part.verb, sentence.tree.children[part.verb])
    said = [
        child
        for child in frame.children
        if sentence.deps[child] == "ccomp" and part.first <= child < part.end
    ]
    if len(said) != 1 or not _reports(sentence, frame):
        return part
    tree, content = sentence.tree, said[0]
    if content > frame.verb:
        first = tree.first[content]
        first += sentence.words[first] == "that"
        inner = Part(first, tree.last[content] + 1, content)
        rest = range(inner.end, part.end)
        # "said Wednesday its banks were safe": the day is that of the saying
        is_day = first == frame.verb + 1 and sentence.deps[first] == "npadvmod"
        opens_late = inner.first <= frame.verb or is_day
        goes_on = any(not sentence.is_mark(n) for n in rest)
    else:
        inner = Part(part.first, tree.last[content] + 1, content)
        rest = range(0)
        opens_late = frame.subject is None or frame.subject < inner.end
        goes_on = any(_adds(sentence, n, part.end) for n in range(frame.verb, part.end - 1))
    if opens_late or goes_on:
        return part
    inner = inner._replace(end=part.end) if rest else inner
    is_sure = is_certain(sentence, part.first, inner.first) and is_certain(sentence, inner.end, part.end)
    return inner if is_sure and _stands_alone(sentence, inner) else part


def _without_according(sentence: Sentence, part: Part) -> Part:
    for token in range(part.verb + 1, part.end - 1):
        source = _source(sentence, token, part.verb)
        if source is None or sentence.words[token - 1] != ",":
            continue
        last = sentence.tree.last[source]
        ends = all(map(sentence.is_mark, range(last + 1, part.end)))
        # "best in Europe, according to the authors, for its rivers": what follows is not of the authors.
        goes_on = any(_adds(sentence, n, last + 1) for n in range(token, last))
        shorter = part._replace(end=token)
        is_sure = is_certain(sentence, token, part.end)
        if ends and not goes_on and is_sure and _stands_alone(sentence, shorter):
            return shorter
    return part


def _adds(sentence: Sentence, comma: int, end: int) -> bool:
    """What follows the comma is of the fact, as in "the engineers wrote, and 12 in 2021"; an age is not."""
    after = sentence.tags[comma + 1]
    is_age = after == "CD" and sentence.is_mark(min(comma + 2, end - 1))
    is_hard = not is_age and sentence.has(HARD, comma + 1, end)
    is_comma = sentence.words[comma] in {",", "—"} or _is_dash(sentence, comma)
    return is_comma and (after in {"IN", "CC"} or is_hard)


def _source(sentence: Sentence, first: int, beside: int) -> int | None:
    """The head of "according to somebody" or "as somebody reported", where that begins with token `first`."""
    if sentence.words[first : first + 2] == ["according", "to"]:
        is_named = sentence.tags[first + 2 : first + 3] != ["PRP"]
        return first if is_named else None
    if sentence.words[first] != "as" or not (first == 0 or sentence.is_mark(first - 1)):
        return None
    top = sentence.phrase_from(first, beside)
    reports = sentence.words[top] in REPORTING - {"found", "finds"} and sentence.deps[top] == "advcl"
    return top if reports else None


def _reports(sentence: Sentence, frame: Clause) -> bool:
    """Somebody who can be named says it, and is not said not to have said it."""
    if sentence.words[frame.verb] not in REPORTING or frame.subject is None:
        return False
    subject = sentence.words[frame.subject]
    if subject in UNNAMED or (
        sentence.words[frame.verb] in vocabulary.OF_THINGS
        and not clauses.is_named(sentence.reading, frame.subject)
    ):
        return False
    helpers = (*frame.helpers, frame.verb)
    # "at its peak, Safari claimed to be feeding 6,000": what it claims comes after
    return not any(sentence.deps[n] in {"neg", "xcomp"} for n in frame.children) and not any(
        sentence.tags[n] == "MD" for n in helpers
    )


def _stands_alone(sentence: Sentence, inner: Part) -> bool:
    """A fact with a subject of its own: not a pronoun, a forecast, a verdict or words in quotation marks."""
    subject = sentence.subject(inner.verb)
    return (
        subject is not None
        and sentence.is_statement(inner)
        and sentence.may_cut(inner.first)
        and sentence.may_cut(inner.end)
        and sentence.is_telling(inner.first, inner.end)
        and sentence.tags[subject] != "PRP"
        and sentence.deps[subject] != "csubj"
        and sentence.words[subject] not in clauses.DEMONSTRATIVE
        and not sentence.is_opinion(inner.verb)
        and not sentence.has({"a quotation"}, inner.first, inner.end)
        and not counts_what_was_named(sentence, inner)
        and not _goes_on(sentence, inner)
    )


def counts_what_was_named(sentence: Sentence, part: Part) -> bool:
    """ "Sweden has 45": the noun of the number stands before the part."""
    return any(
        sentence.tags[n] == "CD"
        and sentence.deps[n] in {"dobj", "attr"}
        and sentence.words[n] not in SCALES
        and not any(sentence.tags[child] in {"$", "IN"} for child in sentence.tree.children[n])
        for n in range(part.first, part.end)
    )


def _goes_on(sentence: Sentence, inner: Part) -> bool:
    """Who says it speaks again or is contradicted: "it was clean, adding that …", "but said its banks …"."""
    return any(
        (sentence.words[n] == "," and sentence.words[n + 1] in GOING_ON)
        or (sentence.deps[n] == "conj" and sentence.words[n] in vocabulary.SAY)
        for n in range(inner.verb, inner.end - 1)
    )


def without_comment(sentence: Sentence, part: Part) -> Part:
    """The part up to the comma after which its author only comments on it."""
    for comma in range(part.verb + 1, part.end - 1):
        if sentence.words[comma] not in {",", "—"} and not _is_dash(sentence, comma):
            continue
        if sentence.words[comma] != "," and any(_is_dash(sentence, n) for n in range(comma + 1, part.end)):
            continue  # an aside between two dashes
        first, end = comma + 1, comma
        top = sentence.phrase_from(first, part.verb)
        if sentence.words[first] in CLOSING and first + 1 < part.end:  # “without delay,” a condition …
            first = end = first + 1
            if sentence.is_mark(top):
                top = sentence.phrase_from(first, part.verb)
        if (
            sentence.tree.first[top] > comma
            and sentence.may_cut(end)
            and all(map(sentence.is_mark, range(sentence.tree.last[top] + 1, part.end)))
            and _comments(sentence, part, first, top)
            and not sentence.has(HARD, first, part.end)
            and is_certain(sentence, first, part.end)
        ):
            return part._replace(end=end)
    return part


def _comments(sentence: Sentence, part: Part, first: int, top: int) -> bool:
    said, dep = sentence.words, sentence.deps[top]
    children = sentence.tree.children[top]
    if sentence.tags[top] == "VBG":
        subject = sentence.subject(part.verb)
        speaks = subject is not None and clauses.is_named(sentence.reading, subject)
        makes = said[top] == "making" and any(
            sentence.deps[n] in {"ccomp", "acomp", "oprd"} for n in children
        )
        is_aside = dep == "advcl" and said[first] in HEDGES and not sentence.has(EVENTS, first, part.end)
        return makes or is_aside or (said[top] in COMMENTING_ON) or (said[top] in SAYING_OF and not speaks)
    if dep == "relcl":
        calls = any(sentence.deps[n] in {"attr", "oprd", "dobj"} and said[n] in COMMENTING for n in children)
        return said[first] == "which" and (calls or sentence.is_opinion(top))
    is_listed = dep == "conj" or any(sentence.deps[n] == "conj" for n in children)
    is_noun = sentence.tags[top].startswith("NN") and said[first] not in {"the", "and"}
    return said[top] in COMMENTING and is_noun and not is_listed
