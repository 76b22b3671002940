"""Which words of a sentence are the claim: the checkable part, or two where it states two facts."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from claims.extraction import clauses, vocabulary
from claims.extraction.cues import Signal
from claims.extraction.frame_words import DOUBTING, JOINING
from claims.extraction.frames import (
    EVENTS,
    HARD,
    counts_what_was_named,
    is_certain,
    without_comment,
    without_lead_in,
    without_source,
)
from claims.extraction.phrases import TELLING, Part, Sentence
from claims.extraction.reading import Reading
from claims.text.patterns import words
from claims.text.spans import Span, trim

# What stands before a clause that is joined to another: "or" leaves open which of the two is true, and
# after a comma alone the parser is often wrong.
LINKS = frozenset({"and", "but", "yet", ";", ":", "–", "—"})
# A pronoun in the second subject that may stand for the first, by the tag of the first.
AGREEING = {
    **dict.fromkeys(("it", "its"), frozenset({"NN", "NNP"})),
    **dict.fromkeys(("they", "their"), frozenset({"NNS", "NNPS"})),
    **dict.fromkeys(("he", "she"), frozenset({"NNP"})),
}
# That something is so of somebody is no fact by itself: "Trump is another matter".
NAMING = frozenset({"a name", "a quotation", "reported speech", "a named source", "a comparison"})
CONTRASTING = frozenset({"while", "whereas", "although", "though"})
# What makes two facts of two verbs with one subject: more than that something happened.
SOLID = HARD | {"a name", "a law or rule", "something counted"}
# "Such closures", "the latter": words that point at what was named before the part.
BACKWARDS = clauses.DEMONSTRATIVE | words("such other others there neither both same each former latter rest")
LOOSE_ENDS = " \n,;:–—-"


class Boundary(NamedTuple):
    """A clause of its own begins: what comes before ends at `end`, what comes after begins at `first`."""

    end: int
    first: int
    verb: int
    left: int  # the verb before, where that is not the main verb of the sentence


def checkable_parts(reading: Reading, signals: Sequence[Signal], *, has_claimant: bool = True) -> list[Span]:
    """The spans of a sentence to be checked, in order and apart: at least one, offsets into its own text.

    Unless `has_claimant`, who says it stays within: nothing else would tell that the author does not.
    Without a parse, and for a question, that is the whole sentence. Marks of quotation and brackets stay
    in pairs. Time grows with the tokens times the commas.
    """
    whole = trim(reading.text, 0, len(reading.text))
    if not any(reading.deps) or reading.text.rstrip("\"'”’) ").endswith("?"):
        return [whole]
    sentence = Sentence(reading, signals)
    if sentence.verb is None:
        return [whole]
    parts = [_bared(sentence, part, has_claimant) for part in _split(sentence, sentence.verb)]
    spans = [_span(sentence, part) for part in parts]
    return [span for span in spans if span.end > span.start] or [whole]


def _bared(sentence: Sentence, part: Part, has_claimant: bool) -> Part:
    part = without_lead_in(sentence, part, keeps_source=not has_claimant)
    part = without_comment(sentence, part)
    return without_lead_in(sentence, without_source(sentence, part)) if has_claimant else part


def _span(sentence: Sentence, part: Part) -> Span:
    """The characters of a part without the "and" and the marks that joined it to the next."""
    text, reading = sentence.reading.text, sentence.reading
    last = (part.end if part.end == len(sentence.words) else _without_link(sentence, part.end)) - 1
    start, end = reading.starts[part.first], reading.ends[last]
    while start < end and text[start] in LOOSE_ENDS:
        start += 1
    while end > start and text[end - 1] in LOOSE_ENDS:
        end -= 1
    return trim(text, start, end)


def _without_link(sentence: Sentence, end: int) -> int:
    """Where a part ends that is cut off before token `end`: the "and" and the marks before it go."""
    while end > 1 and (sentence.words[end - 1] in JOINING or sentence.spelled(end - 1)[:1] in LOOSE_ENDS):
        end -= 1
    return end


def _split(sentence: Sentence, verb: int) -> list[Part]:
    """The facts of a sentence: a clause without one of its own stays with its neighbour, a comment goes."""
    parts = _contrasted(sentence, Part(0, len(sentence.words), verb))
    for boundary in sorted(_boundaries(sentence, verb)):
        before = parts[-1]
        left_verb = before.verb if before.verb < boundary.end else boundary.left
        left = Part(before.first, _without_link(sentence, boundary.end), left_verb)
        right = Part(boundary.first, before.end, boundary.verb)
        if not (left.first <= left.verb < left.end and sentence.may_cut(left.end)) or _are_bound(
            sentence, left, right
        ):
            continue
        # A comment may come before only where a colon says that the matter follows.
        kept = [left] if not (sentence.words[boundary.end - 1] == ":" and _is_comment(sentence, left)) else []
        kept += [right] if not _is_comment(sentence, right) else []
        subject = sentence.subject(right.verb)
        points = subject is not None and sentence.words[subject] in clauses.DEMONSTRATIVE
        if (right in kept or not points) and _belongs_to(sentence, left, right):
            continue  # ", and that is a shame" goes, though it cannot be read alone
        if kept and all(_is_fact(sentence, part, among=len(kept)) for part in kept):
            parts[-1:] = kept
    return parts


def _contrasted(sentence: Sentence, whole: Part) -> list[Part]:
    """ "While exports rose, imports fell": two facts, or the one that is one."""
    opened = without_lead_in(sentence, whole)
    top = sentence.phrase_from(opened.first, whole.verb)
    comma = sentence.tree.last[top] + 1
    is_contrast = sentence.words[opened.first] in CONTRASTING and sentence.deps[top] == "advcl"
    if not is_contrast or sentence.words[comma : comma + 1] != [","]:
        return [whole]
    is_quoted = sentence.words[comma + 1 : comma + 2] in (["”"], ['"'])
    begin = comma + 2 if is_quoted else comma + 1
    left = Part(opened.first + 1, begin if is_quoted else comma, top)
    right = Part(begin, whole.end, whole.verb)
    if not (sentence.may_cut(left.end) and sentence.may_cut(begin)):
        return [whole]
    if not (sentence.is_statement(left) and sentence.is_statement(right)):
        return [whole]
    facts = [part for part in (left, right) if _is_fact(sentence, part, among=2)]
    if len(facts) == 2:
        is_one = _are_bound(sentence, left, right) or _belongs_to(sentence, left, right)
        return [whole] if is_one else facts
    other = right if facts == [left] else left
    is_left_out = _is_comment(sentence, other) or not sentence.is_telling(other.first, other.end)
    return facts if facts and is_left_out else [whole]


def _boundaries(sentence: Sentence, main: int) -> Iterator[Boundary]:
    """Where a main clause, a contrast or a relative clause that tells more begins."""
    tree, deps, said = sentence.tree, sentence.deps, sentence.words
    waiting = [main]
    for head in waiting:  # grows while it is walked
        for verb in tree.children[head]:
            if not sentence.tags[verb].startswith(("V", "MD")):
                continue
            first = tree.first[verb]
            if deps[verb] in {"conj", "parataxis"} and first > head:
                waiting.append(verb)
                yield from _joined(sentence, head, verb, first)
            elif (
                deps[verb] == "advcl"
                and said[first] in CONTRASTING
                and first > head
                and said[first - 1] == ","
            ):
                if sentence.is_statement(Part(first, tree.last[verb] + 1, verb)):
                    yield Boundary(first, first + 1, verb, head)
            elif deps[verb] == "ccomp" and tree.last[verb] < head:
                semicolons = [n for n in range(tree.last[verb] + 1, head) if said[n] == ";"]
                if semicolons:
                    yield Boundary(semicolons[0], semicolons[0] + 1, head, verb)


def _joined(sentence: Sentence, head: int, verb: int, first: int) -> Iterator[Boundary]:
    """A clause joined by "and", "but" or a semicolon: with a subject of its own, or with two plain facts."""
    said, tags = sentence.words, sentence.tags
    clause = Part(first, sentence.tree.last[verb] + 1, verb)
    is_subordinate = any(sentence.deps[n] == "mark" for n in sentence.tree.children[verb])
    if said[first - 1] not in LINKS or is_subordinate:
        return
    # "After Black Lives Matter and Antifa marched": two names before a verb are easily misread.
    if first > 1 and tags[first - 2].startswith("NNP") and tags[first].startswith("NNP"):
        return
    top = head
    while sentence.subject(top) is None and sentence.deps[top] == "conj":
        top = sentence.reading.heads[top]
    subject = sentence.subject(top)
    # "Nobody came in 2022 and stayed in 2023", "allegedly paid and sold": that holds for both verbs.
    tree = sentence.tree
    before = [n for n in (*tree.children[top], *tree.children[head]) if n < head]
    is_plain = (
        subject is not None
        and is_certain(sentence, tree.first[subject], subject + 1)
        and DOUBTING.isdisjoint(said[n] for n in before)
    )
    shares = (
        said[first - 1] in JOINING
        and is_plain
        and said[head - 1] != "both"
        and not any(tags[n] == "MD" for n in sentence.helpers(top))
        and (tags[verb] in {"VBD", "VBZ", tags[head]} or sentence.helpers(verb))
        and sentence.is_finite(verb)
        and sentence.has(SOLID, head, first)
        and sentence.has(SOLID, verb, clause.end)
    )
    if sentence.is_statement(clause) or shares:
        yield Boundary(first, first, verb, head)


def _is_fact(sentence: Sentence, part: Part, among: int) -> bool:
    """The part tells something; one of two must have a figure, a date, a name or the like of its own."""
    wanted = SOLID if among == 2 else TELLING
    is_state = sentence.words[part.verb] in clauses.BE
    wanted = wanted - NAMING if is_state else wanted
    return sentence.has(wanted, part.first, part.end) and not sentence.is_opinion(part.verb)


def _is_comment(sentence: Sentence, part: Part) -> bool:
    """The author's opinion on the other part, or a generality, without a figure or a date."""
    if not sentence.is_statement(part) or sentence.has(HARD, part.first, part.end):
        return False
    subject = sentence.subject(part.verb)
    retreats = (
        sentence.words[part.verb] in clauses.BE and subject is not None and sentence.tags[subject] == "PRP"
    )
    if retreats or not is_certain(sentence, part.first, part.end):
        return False  # "but it may be less", "but the figure is wrong"
    is_event = sentence.has(EVENTS, part.first, part.end)
    is_vague = sentence.has({"a generality", "a judgement"}, part.first, part.end) and not is_event
    return sentence.is_opinion(part.verb) or is_vague


def _are_bound(sentence: Sentence, left: Part, right: Part) -> bool:
    """Neither part can be read without the other."""
    said = sentence.words[left.verb] in vocabulary.SAY or sentence.words[right.verb] in vocabulary.SAY
    if said and sentence.has({"a quotation"}, left.first, right.end):
        return True
    said_left = sentence.words[left.first : left.end]
    return any(two == ("not", "only") for two in pairwise(said_left))


def _belongs_to(sentence: Sentence, left: Part, right: Part) -> bool:
    """The right part cannot be read without the left one, or what opens or ends the two holds for both."""
    if sentence.words[right.first] in JOINING | {"neither"}:  # "and so did the bridge"
        return True
    comma = next((n for n in range(right.verb, right.end) if sentence.words[n] == ","), right.end)
    if not is_certain(sentence, comma, right.end):  # ", if the ministry is right"
        return True
    before, own = sentence.subject(left.verb), sentence.subject(right.verb)
    if own is not None:
        tag = sentence.tags[before] if before is not None else ""
        phrase = range(sentence.tree.first[own], sentence.tree.last[own] + 1)
        pronouns = {sentence.words[n] for n in phrase if sentence.tags[n] in {"PRP", "PRP$"}}
        is_noun = sentence.tags[own].startswith("NN") or sentence.words[own] in pronouns
        if not is_noun or any(tag not in AGREEING.get(word, ()) for word in pronouns):
            return True
        subject = {sentence.words[n] for n in (own, *sentence.tree.children[own])}
        if not BACKWARDS.isdisjoint(subject) or sentence.words[right.first] == "there":
            return True
        people = [
            one
            for one in sentence.reading.entities
            if one.label == "PERSON" and left.first <= one.first < left.end
        ]
        if len(people) > 1 and not pronouns.isdisjoint({"he", "she"}):  # either may be meant
            return True
        # "The court issued a rule, and it was published", "the dam was built by a firm, and it paid"
        other = "dobj" if sentence.deps[own] == "nsubjpass" else "agent"
        if pronouns and any(sentence.deps[n] == other for n in sentence.tree.children[left.verb]):
            return True
    points_back = any(
        sentence.deps[n] == "dobj" and sentence.tags[n] in {"PRP", "DT"}
        for n in sentence.tree.children[right.verb]
    )
    return points_back or counts_what_was_named(sentence, right) or _shares_opening(sentence, left, right)


def _shares_opening(sentence: Sentence, left: Part, right: Part) -> bool:
    """What opens the sentence holds for both clauses: "In 2024 exports rose and imports fell"."""
    opening, own = _opening(sentence, left), _opening(sentence, right)
    tags = sentence.tags[opening.start : opening.stop]
    if not tags:
        return False
    # A clause ("if the plan holds") or an adverb ("allegedly") does not end with the first of two facts.
    if any(tag.startswith(("V", "RB")) for tag in tags):
        return True
    if sentence.has({"a date"}, opening.start, opening.stop) and tags.count("IN") < 2:
        return not sentence.has({"a date"}, right.first, right.end)
    return not own


def _opening(sentence: Sentence, part: Part) -> range:
    """The words of a part before its subject, without those that say nothing."""
    subject = sentence.subject(part.verb)
    first = without_lead_in(sentence, part).first
    return range(first, max(first, sentence.tree.first[subject] if subject is not None else first))
