"""What surrounds an article on its page: share bars, prompts, boxes, notices. For short units only.

The rules name kinds of furniture, not the pages they were seen on: a label that stands alone, an opening that
only furniture has, a count, or an appeal to the reader to do something with the site.
"""

import re

from claims.intake.labels import LABEL, OVER_POINTS
from claims.intake.openings import OPENING
from claims.intake.statements import is_statement
from claims.intake.units import TAG
from claims.text.patterns import alternatives

LONGEST = 60  # words; nothing longer is furniture
LONGEST_APPEAL = 30  # words; longer ones have something to say about the world

COUNT = re.compile(
    alternatives(
        r"""
        (?:\d+[–-])?\d+[ -]?(?:min(?:ute)?s?|sec(?:ond)?s?)\.?(?: (?:read|listen|watch|video)(?:ing time)?)?
        (?:estimated )?(?:reading|read|listening) time:?.{0,20}
        [\d.,]+ ?[km]? ?(?:views?|shares?|comments?|likes?|reads?|replies|reactions|retweets|votes|followers|\
            listens|claps|photos|images)(?: ?[|·•,]? ?[\d.,]+ ?[km]? ?(?:views?|shares?|comments?|likes?|\
            replies))*
        (?:views?|shares?|comments?|likes?) ?[:(]? ?[\d.,]+ ?[km]?\)?|(?:page )?\d+ ?(?:/|of) ?\d+
        https?://\S+|www\.\S+|(?:(?:[^\s@]+@[^\s@]+\.\w+|@\w+)(?: |$))+
        (?:[a-z\d-]+\.){1,3}[a-z]{2,10}(?:/\S*)?|(?:#\w+ ?)+
        \[ ?\d+ comments? ?\]|\+[\d ()-]{1,20}|(?:hi|hello|dear) [\w ]{1,30},
        (?:(?:media|press) )?contacts?: .*(?:@|\d{3}).*
        (?:from|to|cc|bcc|sent|date|subject|reply-to): .*(?:@|\d:\d\d).*|subject: (?:re|fwd?|wg): .*
        on .{5,80} wrote:
        [\d:.,]+ ?[km]?(?: ?/ ?[\d:]+)?
        """
    ),
    re.IGNORECASE,
)
# Lines that would be sentences if they had a full stop.
OPEN_LINE = re.compile(
    r"(?:sources?: |(?:more|popular|trending now|elsewhere) (?:in|on|from|by) ).{0,60}[^.!?]", re.IGNORECASE
)
# An appeal: a verb to the reader first, then a thing of the site.
APPEAL = re.compile(
    alternatives(
        """
        join|follow|sign|subscribe|register|download|click|tap|log|share|discover|explore|enjoy|try|choose
        manage
        listen|watch|update|enter (?:your|our)|refresh|stay
        find out|support|become|upgrade|start|turn on|allow|browse|visit|check out
        tell us
        let us know|e-?mail
        """
    )
    + r"\b",
    re.IGNORECASE,
)
THING_OF_THE_SITE = re.compile(
    r"\b"
    + alternatives(
        r"""
        newsletters?|notifications?|inbox|comments?|commenting|replies|forum|app|alerts?|account|browser
        podcasts?|cookies?
        subscri(?:ption|bers?|be)|log(?:ged)? in|sign up|channel|membership|free trial
        (?:fellow|other) (?:\w+ )?readers
        website|our team|homepage|e-?mail address|push|social media|whatsapp|telegram
        """
    )
    + r"\b",
    re.IGNORECASE,
)
# Headings over links to other stories: what follows is furniture too, until the text goes on.
OVER_LINKS = re.compile(
    alternatives(
        r"""
        related|recommended|suggested|more|other|latest|popular|trending|similar|most|further|featured|must
        top|up next
        you (?:may|might) also|read (?:more|next|also)|also read|see also|don['’]t miss
        editor['’]?s (?:picks?|choice)
        """
    )
    + r"\b",
    re.IGNORECASE,
)
FRINGE = re.compile(r"^(?:[^\w#@©(]|\((?!c\)))+|[\s:.!»→>▼▾+|…]+$|\s*[(\[]\d+[)\]]$|[)\]]$")
BETWEEN_LABELS = re.compile(r"\s*[|·•]\s*|\s[–—-]\s")


def is_source(words: str) -> bool:
    """Whether there is nothing but tags, which no reader of the page saw."""
    return "<" in words and not TAG.sub("", words).strip()


def is_furniture(words: str) -> bool:
    """Whether a unit of these `words` (one line, stripped) is furniture by itself."""
    if is_source(words) or not any(map(str.isalnum, words)):
        return True
    if words.count(" ") >= LONGEST:
        return False
    bare = FRINGE.sub("", words)
    is_like = (
        COUNT.fullmatch(words)
        or OPEN_LINE.fullmatch(words)
        or all(LABEL.fullmatch(part) for part in BETWEEN_LABELS.split(bare))
        or OPENING.match(bare)
        or _is_appeal(bare)
    )
    return bool(is_like) and not is_statement(words)


def _is_appeal(bare: str) -> bool:
    if bare.count(" ") >= LONGEST_APPEAL:
        return False
    return APPEAL.match(bare) is not None and THING_OF_THE_SITE.search(bare) is not None


def is_over_links(words: str) -> bool:
    """Whether a furniture unit is the heading of a list of links; "Read more: Voss wins" is a link itself."""
    return len(words) < 60 and OVER_LINKS.match(words) is not None and ": " not in words


def is_over_points(words: str) -> bool:
    """Whether a unit is the heading of a box whose points sum the article up."""
    return len(words) < 100 and OVER_POINTS.fullmatch(FRINGE.sub("", words)) is not None
