"""What a sentence states, as far as words can tell without a model: enough to see an edit touch a fact.

Two wordings with equal facts may still differ in meaning; two with different facts do differ, or may. Used
where "in doubt: fact changed" is the rule.
"""

import re
from collections.abc import Iterable
from typing import NamedTuple

from claims.text.dates import find_dates
from claims.text.numbers import WORDS, find_quantities
from claims.text.patterns import words

# A number with its separators, a word with its apostrophes, any other sign alone.
TOKEN = re.compile(r"\d+(?:[.,:/]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*|[^\w\s]|_")
PLAIN = str.maketrans("“”„«»‘’‚‹›–—‑−", "\"\"\"\"\"'''''----")
QUOTED = re.compile(r'"([^"]+)"|(?<!\w)\'([^\']+)\'(?!\w)')
POSSESSIVE = re.compile(r"'s?$")

NEGATIONS = words(
    """
    not no never none nobody nothing neither nor cannot without n't ain't hardly barely scarcely fails failed
    fail failing lacks lacked denies denied deny refuses refused refuse
    """
)
NUMBER_WORDS = (
    words(
        """
    both half halves third thirds quarter quarters fifth dozen dozens hundred hundreds thousand thousands
    million millions billion billions trillion trillions once twice thrice double doubled triple tripled
    quadrupled halved zero couple several few many most all every each some any only second secondly single
    majority minority
    """
    )
    | WORDS.keys()
)
CERTAINTY = words("may might could can will would shall should must allegedly reportedly probably likely")
PERSONS = words("i we he she they you him her them his hers their theirs my our us it its")
TITLES = words(
    """
    president minister chancellor secretary spokesman spokesperson spokeswoman senator congressman mayor
    governor ambassador general chairman chairwoman chair director deputy leader judge prosecutor lawyer
    officer official officials former acting vice
    """
)
TIMES = words(
    """
    today yesterday tomorrow tonight monday tuesday wednesday thursday friday saturday sunday january february
    march april june july august september october november december week weeks month months year years day
    days hour hours minute minutes decade century last next this past previous ago earlier later before after
    since until during
    """
)
# Words that point one way, against those that point the other.
OPPOSITES = [
    line.split("|")
    for line in """
    rose rise rises risen rising increase increased increases increasing grew grow grows grown growing climbed
      climb gained gain gains jumped soared surged expanded improved up more higher above over larger bigger
      greater longer faster stronger better exceeded exceeds topped raised raise added strengthened widened |
      fell fall falls fallen falling decrease decreased decreases decreasing declined decline declines dropped
      drop drops shrank shrink shrinks slid slumped plunged cut cuts contracted worsened down less fewer lower
      below under smaller shorter slower weaker worse lost lowered reduced reduce weakened narrowed
    most largest biggest highest longest first best maximum earliest newest strongest |
      least smallest lowest shortest last worst minimum latest oldest weakest
    won win wins victory beat defeated success succeeded | lose loses losing loss defeat failure
    approved approve approves accepted accept accepts backed backs supported support supports endorsed adopted
      passed agreed welcomed praised | rejected reject rejects declined refused opposed oppose opposes blocked
      vetoed disagreed condemned criticised criticized scrapped
    allowed allow allows permitted legal lawful legalised legalized | banned ban bans forbade forbidden
      prohibited illegal unlawful outlawed
    opened open opens began begin begins started start starts commenced launched |
      closed close closes ended end ends finished stopped stop stops halted
    bought buy buys purchased purchase purchases acquired import imports imported |
      sold sell sells export exports exported
    confirmed confirm confirms admitted true proved | disputed false disproved untrue rejects
    guilty convicted | innocent acquitted cleared
    alive survived born living | dead died killed deaths dies
    injured wounded hurt | unhurt unharmed
    hired appointed joined elected arrived entered | fired dismissed left resigned quit departed sacked
    north northern | south southern
    east eastern | west western
    present majority included | absent minority excluded
    public | private
    men man male father son brother husband boys | women woman female mother daughter sister wife girls
    """.replace("\n      ", " ").splitlines()
    if line.strip()
]
SIDES = {
    word: f"{number}{'+-'[side]}"
    for number, pair in enumerate(OPPOSITES)
    for side, group in enumerate(pair)
    for word in group.split()
}
# Never a name, though a sentence may begin with one of them.
COMMON = words(
    """
    the a an this that these those there here and but or so yet if when while where why how what who which
    although though because since after before until despite however meanwhile moreover furthermore in on at
    by for from with without of to as about over under between among during according then now also even
    still just only both all every each some any many most few several no not one two three four five six
    seven eight nine ten its their our my your his her it he she they we you i is are was were be been has
    have had do does did will would can could may might must should let another other such unlike like
    instead indeed thus therefore hence finally first second third last next perhaps maybe once officials
    critics experts analysts police researchers scientists voters residents people authorities prosecutors
    lawmakers talks sources reports figures prices sales exports imports rents wages taxes
    """
)


class Fact(NamedTuple):
    """What `kind` of fact (a plain word), its value in a form that wordings share, the words themselves."""

    kind: str
    value: str
    text: str


class Token(NamedTuple):
    """`plain` has straight quotes, apostrophes and dashes; offsets count from the text's start."""

    plain: str
    start: int
    end: int


def tokens(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """The words, numbers and signs of `text[start:end]`, in order."""
    end = len(text) if end is None else end
    return [Token(m[0].translate(PLAIN), m.start(), m.end()) for m in TOKEN.finditer(text, start, end)]


def facts(sentence: str, lower_words: Iterable[str] = ()) -> list[Fact]:
    """The facts of one sentence (or a few), each kind in the order of the text.

    `lower_words` are words seen in lower case anywhere in the article: at the head of a sentence they are
    no names.
    """
    plain = sentence.translate(PLAIN)
    found = [
        Fact("quotation", " ".join(TOKEN.findall(match[1] or match[2])).strip(" .,"), match[0])
        for match in QUOTED.finditer(plain)
    ]
    return found + _numbers(plain) + _words(plain, frozenset(lower_words))


def _numbers(plain: str) -> list[Fact]:
    """Quantities and dates as values; digits and number words that are neither as they stand there."""
    dates = find_dates(plain)
    found = [
        (one["start"], one["end"], Fact("date", one["value"] or one["text"].lower(), one["text"]))
        for one in dates
    ]
    for one in find_quantities(plain, dates):
        value = one["text"].lower() if one["number"] is None else f"{one['number']} {one['unit'].lower()}"
        about = "about " if one["approximate"] else ""
        found.append((one["start"], one["end"], Fact("number", about + value, one["text"])))
    covered = [(start, end) for start, end, _fact in found]
    found += [
        (token.start, token.end, Fact("number", token.plain.lower(), token.plain))
        for token in tokens(plain)
        if (token.plain[0].isdigit() or token.plain.lower() in NUMBER_WORDS)
        and not any(start <= token.start < end for start, end in covered)
    ]
    return [fact for _start, _end, fact in sorted(found)]


def _words(plain: str, lower_words: frozenset[str]) -> list[Fact]:
    found: list[Fact] = []
    opens = True
    for piece in TOKEN.findall(plain):
        if not piece[0].isalpha():
            opens = opens if piece in "\"'(" else piece in ".!?:"
            if piece in "$£€¥₴₽₹%":
                found.append(Fact("unit", piece, piece))
            continue
        bare = POSSESSIVE.sub("", piece) if piece[0].isupper() else piece
        word = bare.lower()
        found += _of_word(word)
        is_known = word in COMMON or word in lower_words or word.endswith("ly")
        if bare[0].isupper() and word != "i" and not (opens and is_known) and word not in PERSONS:
            found.append(Fact("name", bare, bare))
        opens = False
    return found


def _of_word(word: str) -> list[Fact]:
    if word in NEGATIONS or word.endswith("n't"):
        return [Fact("negation", "not", word)]
    if word in SIDES:
        return [Fact("direction", SIDES[word], word)]
    for kind, group in (("certainty", CERTAINTY), ("person", PERSONS), ("title", TITLES), ("time", TIMES)):
        if word in group:
            return [Fact(kind, word, word)]
    return []
