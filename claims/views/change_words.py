"""Why the facts of a claim may have changed: stored in English, as `claims.anchoring` says it.

What no sentence fits is told as it is stored.
"""

import re

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, gettext_noop

SAID = {
    gettext_noop("The same words."),
    gettext_noop("The same words at another place among the claims."),
    gettext_noop("No sentence of the new text says this."),
    gettext_noop("The fix that was asked for, and nothing else."),
    gettext_noop("The words of the claim were cut from their sentence."),
    gettext_noop("One of its sentences is gone."),
    gettext_noop("Worded differently; every fact is there."),
    gettext_noop("Its words are another claim's words now."),
    gettext_noop("So much is worded differently that the fact may be."),
}
FACTS = {
    "negation": gettext_lazy("The negation"),
    "amount": gettext_lazy("The amount"),
    "rank": gettext_lazy("The rank"),
    "certainty": gettext_lazy("The certainty"),
    "reason": gettext_lazy("The reason"),
    "tense": gettext_lazy("The tense"),
    "person": gettext_lazy("The person"),
    "title": gettext_lazy("The title"),
    "time": gettext_lazy("The time"),
    "unit": gettext_lazy("The unit"),
    "direction": gettext_lazy("The direction"),
    "place": gettext_lazy("The place"),
    "relation": gettext_lazy("The relation"),
    "word": gettext_lazy("The word"),
    "name": gettext_lazy("The name"),
    "number": gettext_lazy("The number"),
    "date": gettext_lazy("The date"),
    "sign": gettext_lazy("The sign"),
    "claimant": gettext_lazy("The claimant"),
}
BECAME = "“(?P<old>.*)” became “(?P<new>.*)”"
# Those with a beginning of their own come first: the words of a text may hold quotation marks, too.
BEGUN = [
    ("The quotation changed: ", gettext_lazy("The quotation changed: {difference}.")),
    (
        "What is said of what may have changed: ",
        gettext_lazy("What is said of what may have changed: {difference}."),
    ),
    (
        "So much is worded differently that the fact may be: ",
        gettext_lazy("So much is worded differently that the fact may be: {difference}."),
    ),
]
DIFFERENCES = [
    (re.compile(BECAME), gettext_lazy("“{old}” became “{new}”")),
    (re.compile("“(?P<old>.*)” is gone"), gettext_lazy("“{old}” is gone")),
    (re.compile("“(?P<new>.*)” was added"), gettext_lazy("“{new}” was added")),
]
SENTENCES = [
    (re.compile(rf"The (?P<fact>\w+) {BECAME}\."), gettext_lazy("{fact} “{old}” became “{new}”.")),
    (re.compile(r"The (?P<fact>\w+) “(?P<old>.*)” is gone\."), gettext_lazy("{fact} “{old}” is gone.")),
    (re.compile(r"The (?P<fact>\w+) “(?P<new>.*)” was added\."), gettext_lazy("{fact} “{new}” was added.")),
    (re.compile(rf"{BECAME}\."), gettext_lazy("“{old}” became “{new}”.")),
    (re.compile(r"“(?P<old>.*)” is gone\."), gettext_lazy("“{old}” is gone.")),
    (re.compile(r"“(?P<new>.*)” was added\."), gettext_lazy("“{new}” was added.")),
    (
        re.compile(r"“(?P<word>.*)” stands in another place\."),
        gettext_lazy("“{word}” stands in another place."),
    ),
]


def why_said(why):
    """A stored reason as a reader is to read it."""
    if why in SAID:
        return _(why)
    for beginning, sentence in BEGUN:
        if why.startswith(beginning) and why.endswith("."):
            return _filled(sentence, difference=_difference(why[len(beginning) : -1]))
    return _read(SENTENCES, why)


def _difference(words):
    return _read(DIFFERENCES, words)


def _read(known, words):
    for pattern, sentence in known:
        match = pattern.fullmatch(words)
        if match and ("fact" not in match.re.groupindex or match["fact"] in FACTS):
            return _filled(sentence, **match.groupdict())
    return words


def _filled(sentence, **values):
    if "fact" in values:
        values["fact"] = FACTS[values["fact"]]
    return sentence.format(**values)
