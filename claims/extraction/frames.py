"""What stands around the checkable words of a clause: lead-ins, who says it, the author's opinion after it.

Each function takes a stretch of tokens and hands back a shorter one, or the same where the rest would not be
readable or would say something else. docs/extraction.md has the rules with examples.
"""

from claims.extraction import clauses, vocabulary
from claims.extraction.clauses import Clause, clause_at
from claims.extraction.phrases import COMMENTING, Part, Sentence
from claims.text.patterns import words

JOINING = words("and but yet so or nor")
LOOSE = words(", ; : – — - -- … ... • *")
# Openings that say nothing of the matter, up to their comma.
LEAD_INS = frozenset(
    tuple(phrase.split())
    for phrase in """
    on the other hand, to be sure, in other words, at first glance, as a rule, after all, by contrast,
    in contrast, in addition, in fact, in short, in summary, in conclusion, in particular, in general,
    in brief, in turn, in theory, in the end, of course, for example, for instance, for now, at best,
    even so, that said, and now, what is more, what 's more, more importantly, most importantly,
    looking ahead, looking back, in hindsight, however, moreover, furthermore, nevertheless, nonetheless,
    meanwhile, therefore, consequently, thus, hence, likewise, similarly, conversely, additionally,
    besides, instead, indeed, still, finally, first, firstly, second, secondly, third, thirdly, lastly,
    overall, ultimately, notably, importantly, interestingly, curiously, ironically, remarkably,
    strikingly, surprisingly, unsurprisingly, tellingly, crucially, significantly, unfortunately,
    fortunately, sadly, tragically, thankfully, shockingly, clearly, obviously, undoubtedly, naturally,
    that aside, all in all, not surprisingly, not least, to begin with, in reality, in practice,
    in effect, above all
    """.replace("\n", " ").split(",")
)
LONGEST_LEAD_IN = max(map(len, LEAD_INS))
# "In a surprising development": nouns that only announce.
ANNOUNCING = words(
    """
    development turn twist move shift pivot step departure sign signal surprise blow boost reversal setback
    breakthrough statement level note message rebuke gesture irony fashion way example contrast respect
    """
)
# ", underscoring the fact that …"
COMMENTING_ON = words(
    """
    underscoring highlighting reflecting symbolizing symbolising implying demonstrating illustrating
    underlining marking fueling fuelling complicating cementing
    """
)
# The same of a thing; a named person or body may do it: "Ukraine seeks guarantees, often suggesting …".
SAYING_OF = words("suggesting signaling signalling emphasizing emphasising stressing indicating proving")
GOING_ON = words("adding saying noting warning arguing claiming calling citing although though while whereas")
CLOSING = words("” \" ’ '")
HEDGES = words("potentially possibly perhaps presumably arguably effectively likely thus thereby")
CONCEDING = words("despite amid notwithstanding")
BACKDROP = words("backdrop background")
# Verbs that report a statement of fact: not a wish or promise, and not a denial, which turns it round.
REPORTING = words(
    """
    said says say told tells announced announces reported reports report stated states claimed claims
    argued argues added adds noted notes confirmed confirms stressed stresses emphasized emphasised
    emphasizes explained explains revealed reveals declared declares alleged alleges asserted asserts
    insisted insists acknowledged acknowledges admitted admits wrote writes testified tweeted replied
    estimated estimates concluded concludes warned warns indicated indicates found finds
    """
)
UNNAMED = words("it this that these those which who they we i you there one some many what nobody everybody")

EVENTS = frozenset({"something that happened", "something that has happened", "an event in passing"})
HARD = frozenset({"a number", "a date", "a sum or share", "a count"})


def without_lead_in(sentence: Sentence, part: Part) -> Part:
    """The part from its first word that says something: labels, speakers, connectives, "according to" go."""
    while (start := _after_lead_in(sentence, part)) > part.first:
        shorter = part._replace(first=start)
        readable = sentence.is_statement(shorter) or (
            sentence.words[start - 1] == ":" and sentence.has_noun_before(shorter)
        )
        if not (sentence.may_cut(start) and readable):
            break
        part = shorter
    return part


def _after_lead_in(sentence: Sentence, part: Part) -> int:
    """The token after what opens the part; its first where nothing does."""
    said, first, tree = sentence.words, part.first, sentence.tree
    if said[first] in JOINING or said[first] in LOOSE:
        return first + 1
    if label := _label(sentence, part):
        return label
    for after in range(first + 1, min(first + 1 + LONGEST_LEAD_IN, part.end)):
        if said[after] == "," and tuple(said[first:after]) in LEAD_INS:
            return after + 1
    if said[first] == "meanwhile" and sentence.deps[first] == "advmod":
        return first + 1
    top = sentence.phrase_from(first, part.verb)
    after = tree.last[top] + 1
    if top == part.verb or after >= part.end or said[after] != ",":
        return first
    if _names_source(sentence, first, top):
        return after + 1
    if sentence.has(HARD, first, after):
        return first
    objects = [n for n in tree.children[top] if sentence.deps[n] == "pobj"]
    announces = said[first] in {"in", "on", "as"} and any(said[n] in ANNOUNCING for n in objects)
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
        if sentence.words[token] == ":" or (is_place and _is_dash(sentence, token)):
            return token + 1
    return 0


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
        opens_late = inner.first <= frame.verb
    else:
        inner = Part(part.first, tree.last[content] + 1, content)
        rest = range(0)
        opens_late = frame.subject is None or frame.subject < inner.end
    if opens_late or any(not sentence.is_mark(n) for n in rest):
        return part
    inner = inner._replace(end=part.end) if rest else inner
    return inner if _stands_alone(sentence, inner) else part


def _without_according(sentence: Sentence, part: Part) -> Part:
    for token in range(part.verb + 1, part.end - 1):
        top = sentence.phrase_from(token, part.verb)
        if not _names_source(sentence, token, top):
            continue
        last = sentence.tree.last[top]
        ends = all(map(sentence.is_mark, range(last + 1, part.end)))
        # "best in Europe, according to the authors, for its rivers": what follows is not of the authors.
        goes_on = any(sentence.words[n] == "," and sentence.tags[n + 1] == "IN" for n in range(token, last))
        shorter = part._replace(end=token)
        if ends and not goes_on and sentence.may_cut(token) and sentence.is_statement(shorter):
            return shorter
    return part


def _names_source(sentence: Sentence, first: int, top: int) -> bool:
    """The phrase that begins with `first` is "according to somebody" or "as somebody reported"."""
    if sentence.words[first] == "as":
        follows_comma = first == 0 or sentence.is_mark(first - 1)
        reports = sentence.words[top] in REPORTING - {"found", "finds"}
        return follows_comma and reports and sentence.deps[top] == "advcl"
    return sentence.words[first : first + 2] == ["according", "to"]


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
    return not any(sentence.deps[n] == "neg" for n in frame.children) and not any(
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
        and sentence.tags[subject] not in {"PRP", "EX"}
        and sentence.words[subject] not in clauses.DEMONSTRATIVE
        and not sentence.is_opinion(inner.verb)
        and not sentence.has({"a quotation"}, inner.first, inner.end)
        and not _goes_on(sentence, inner)
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
        return said[first] == "which" and sentence.is_opinion(top)
    is_listed = dep == "conj" or any(sentence.deps[n] == "conj" for n in children)
    is_noun = sentence.tags[top].startswith("NN") and said[first] not in {"the", "and"}
    return said[top] in COMMENTING and is_noun and not is_listed
