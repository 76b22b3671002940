"""What tells a statement about the world from words of the page to its reader."""

import re

from claims.text.patterns import alternatives

END_MARK = re.compile(r"""[.!?…]["'”’»)\]]*$""")
_VERBS = alternatives(
    """
    is|are|was|were|be|been|has|have|had|do|does|did|will|would|can|could|may|might|must|shall|should
    said|says|told|went|came|made|took|got|gave|found|saw|kept|became|began|left|met|won|lost|led|held|put
    set|sent
    spent|brought|thought|wrote|fell|rose|grew|remains?|seems?|means?|shows?|maintains?|wants?|needs?
    """
)
# Words that make a line a statement; without one, and with an -ing form, it describes a picture.
FINITE = re.compile(rf"\b(?:{_VERBS}|\w{{3,}}ed)\b", re.IGNORECASE)
# A full stop, but not that of "11:08 a.m.", nor of a teaser that was cut ...
_CLOSED = re.compile(r"""(?<!\b[ap]\.m)(?<!\.)\.["'”’»)\]]*$""")
# "doubled its reach", but "unlimited access" and "delivered daily".
_FOLLOWS = r"(?:an?|the|its|his|her|their|by|to|in|from|that|more|about|[$€£]?\d\w*)"
_STATED = re.compile(
    rf"\b(?:{_VERBS}|rises|falls|costs?|spends|\w{{3,}}ed {_FOLLOWS})\b",
    re.IGNORECASE,
)
# To the reader, or about the page and what can be done on it.
_OF_THE_PAGE = re.compile(
    r"[©@]|\b"
    + alternatives(
        r"""
        please|you|yours?|us|our|we|me|here
        this (?:article|story|report|page|site|website|video|slideshow|content)
        cookies?|javascript|rights reserved|their own|at any time|(?:switched|turned) o(?:ff|n)
        notifications can be|comments? (?:are|is|have been) (?:closed|moderated|disabled)
        (?:amended|updated|corrected) (?:on|at|to)|for (?:editorial use|download)
        """
    )
    + r"\b",
    re.IGNORECASE,
)


def is_statement(words: str) -> bool:
    """Whether `words` (one line, stripped) say something of the world, and nothing to the reader.

    A claim must not be lost because it begins like a prompt: "Terms of the deal were not disclosed."
    """
    return bool(_CLOSED.search(words) and _STATED.search(words)) and not _OF_THE_PAGE.search(words)
