"""Whether the words around a place speak of what was or of what is to come: needed to reckon "on Tuesday".

By words alone, so that it works without a parser. In doubt it says nothing.
"""

import re
from enum import StrEnum

from claims.text.patterns import alternatives

NEAR = 90  # code points between a verb and the date that hangs on it
AFTER = 50  # the same, where the verb follows
BESIDE = 12  # with no more between them they belong together: "said on Monday he will …"
ANOTHER_CLAUSE = re.compile(r"\b(?:that|which|who|whose|where|while|but)\b")
END = re.compile(r"[.;:!?“”\"\n](?=\s|$)|[.!?](?=[A-Z])|[“”\"—]| [–-] ")


class Tense(StrEnum):
    PAST = "past"
    FUTURE = "future"
    UNCLEAR = ""


# The first alternative that fits a place wins: "will be voted" is no "voted", "is opened" no "opened".
CUE = re.compile(
    r"\b(?:(?P<future>"
    + alternatives(
        r"""
        (?:will|shall|won['’]t)(?: not| also| only| now)?(?: be| have)?(?: \w+)?
        (?:is|are)(?: now| also| still)? \
            (?:set|due|expected|scheduled|going|likely|planned|slated|poised|about) \
            (?:to|for|on|in|by)(?: be)?(?: \w+)?
        (?:is|are) to (?:be )?[a-z]+
        (?:wants?|hopes?|plans?|intends?|aims?|expects?) to (?:be )?\w+
        (?:starts|begins|opens|closes|expires|votes|meets|convenes|resumes)
        """
    )
    + ")|(?P<unclear>"
    + alternatives(
        r"""
        (?:would|could|should|might|may|can|must)(?: not)?(?: be| have)?(?: \w+)?
        (?:was|were|been|be|being|is|are) (?:due|set|scheduled|expected|planned|to)\b(?: to)?(?: be)?(?: \w+)?
        to (?!the\b|an?\b|his\b|her\b|its\b|their\b|our\b|this\b|that\b)(?:be )?(?-i:[a-z])[a-z]+
        (?:is|are|be|being)(?: \w+)? (?:\w+ed|held|made|sent|kept|sold|taken|given|seen|built|paid|told)
        (?:if|unless|whether|due|scheduled|planned|set|slated|every|each)
        (?:the|an?|its|his|her|their|our|these|those) \w+ed
        """
    )
    + ")|(?P<past>"
    + alternatives(
        r"""
        (?:has|have)(?: not| also| already| now| never| since)? (?:been|[a-z]{2,}(?:ed|en|wn|ung|ought|aught))
        was|were|had|did|said|told|met|came|went|took|gave|made|held|saw|left|began|fell|rose|won|lost
        led|sent|spent|struck|shot|wrote|spoke|flew|ran|found|brought|thought|became|got|grew|kept|paid|sold
        bought|built|taught|fought|sank|broke|chose|drew|stood|understood|known|shown|heard|hit|cut|put|quit
        (?-i:[a-z]{2,}ed)
        """
    )
    + r"))\b",
    re.IGNORECASE,
)


def tense_at(text: str, start: int, end: int) -> Tense:
    """The tense of the verb nearest before `text[start:end]` in its sentence, else of the first after it.

    A verb further off, or one before "that", need not be the one the date belongs to: then a verb after the
    date must not say otherwise.
    """
    before = text[max(0, start - 2 * NEAR) : start]
    breaks = list(END.finditer(before))
    before = before[breaks[-1].end() :] if breaks else before
    after = text[end : end + AFTER]
    stop = END.search(after)
    following = CUE.search(after[: stop.start()] if stop else after)
    next_tense = _of(following) if following else Tense.UNCLEAR
    cue = next(reversed(list(CUE.finditer(before))), None)
    if cue is None or ANOTHER_CLAUSE.search(before, cue.end()):
        return next_tense
    gap = len(before) - cue.end()
    if gap <= BESIDE and " and " not in before[cue.end() :]:
        return _of(cue)
    contradicted = next_tense not in {Tense.UNCLEAR, _of(cue)}
    too_far = gap > (NEAR if _of(cue) is Tense.PAST else AFTER)
    return Tense.UNCLEAR if too_far or contradicted else _of(cue)


def _of(cue: re.Match[str]) -> Tense:
    return Tense.FUTURE if cue["future"] else Tense.UNCLEAR if cue["unclear"] else Tense.PAST
