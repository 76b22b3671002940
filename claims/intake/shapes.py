"""What a unit looks like: tests on its words alone, each for one role."""

import re

from claims.intake.statements import END_MARK, FINITE, is_statement
from claims.text.patterns import alternatives
from claims.text.sentences import split

MONTH = alternatives(
    r"""
    jan(?:uary)?\.?|feb(?:ruary)?\.?|mar(?:ch)?\.?|apr(?:il)?\.?|may|june?\.?|july?\.?|aug(?:ust)?\.?
    sept?(?:ember)?\.?|oct(?:ober)?\.?|nov(?:ember)?\.?|dec(?:ember)?\.?
    """
)
# Every word of a printed date is one of these …
DATE_WORD = re.compile(
    alternatives(
        rf"""
        {MONTH}|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?|\d{{1,4}}(?:st|nd|rd|th)?
        \d{{1,2}}(?:[:.]\d\d){{0,2}}h?(?:am|pm)?|\d{{1,4}}[-/.]\d{{1,2}}[-/.]\d{{1,4}}(?:t[\d:.]+z?)?|am|pm
        a\.m\.?|p\.m\.?
        at|on|of|in|the|by|from|and|ago|an?|hours?|hrs?|minutes?|mins?|days?|weeks?|months?|years?|yesterday
        today|just|now
        utc|gmt|bst|cet|cest|est|edt|et|ct|cst|cdt|pst|pdt|pt|ist|aest|aedt|jst|eest|eet|msk|sgt|hkt
        first|last|posted|publish(?:ed)?|updated|modified|created|edited|date|time|issued|corrected|live
        uk|amt|read|[-/@~.]+
        """
    ),
    re.IGNORECASE,
)
# Before them may stand a place, a station, a programme; after them, that this is what was said there.
_CAPITALS = r"[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,2}"
PLACE = re.compile(
    rf"^(?:(?:{_CAPITALS}|[“\"][^“”\"]{{2,60}}[”\"]),\s){{1,2}}(?=(?:[A-Z]\w+day,?\s)?\d{{1,2}}\s)"
)
TRANSCRIPT = re.compile(r"[.|·–—]\s*(?:[\w-]+ )?[Tt]ranscript\b[^.!?]{0,60}\.?$")
# … and one of them fixes a day or an hour.
DATE_PROOF = re.compile(
    rf"\b(?:{MONTH}\W+\d|\d\w*\W+{MONTH}(?!\w)|\d{{4}}|\d{{1,2}}[:.]\d\d|ago\b|yesterday\b|\
        \d{{1,2}}/\d{{1,2}})",
    re.IGNORECASE,
)
_NAME = r"[A-Z][\w.'’-]*(?:\s(?:[A-Z][\w.'’-]*|de|van|von|der|bin|al|el|la)){1,4}"
NAME = re.compile(_NAME)
_TRADE = alternatives(
    """
    director|professor|lecturer|fellow|author|writer|journalist|columnist|reporter|correspondent|editor
    analyst
    historian|researcher|contributor|critic|commentator|freelance\\w*|head|chair|founder|co-founder|novelist
    broadcaster|economist|scholar|educator|blogger|photographer
    """
)
BYLINE = re.compile(
    alternatives(
        rf"""
        (?:[Ww]ritten |[Pp]osted |[Pp]ublished |[Ww]ords |[Ss]tory |[Rr]eport |[Aa]rticle )?[Bb][Yy]:? \
            {_NAME}(?: ?[,|•·&] ?.{{0,100}}| \
            and {_NAME}.{{0,80}}| in .{{0,40}})?
        (?:[Aa]uthor|[Ww]riter|[Rr]eporter|[Ww]ords)s?: .{{2,120}}
        {_NAME},? (?:and {_NAME},? )?(?:in|at) [A-Z]\w+(?:,? and {_NAME} in [A-Z]\w+)?
        (?!The ){_NAME},? (?:[\w-]+ ){{0,3}}(?:[Cc]orrespondent|[Ee]ditor|[Rr]eporter|[Cc]olumnist|[Aa]nalyst)
        (?!The )(?:[A-Z][\w.'’-]* ){{0,3}}(?:Staff|(?:[Ss]taff |Contributing |Senior )?(?:[Ww]riter|\
            [Rr]eporter|[Cc]orrespondent|Contributor|[Cc]olumnist))
        {_NAME} ?@\w+
        [Bb][Yy]:? (?:Reuters|AP|AFP|PA|[Ss]taff.{{0,20}}|.{{0,12}}[Aa]ssociated [Pp]ress|\
            .{{0,12}}[Ee]ditorial.{{0,12}})
        """
    )
)
_DAY = alternatives(
    rf"""
    {MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}|\d{{1,2}} {MONTH},? \d{{4}}
    \d{{1,4}}[-/.]\d{{1,2}}[-/.]\d{{2,4}}
    """
)
_AUTHOR = rf"(?:{_NAME}|[A-Z]\w+)"
AUTHOR_AND_DAY = re.compile(
    alternatives(
        rf"""
        (?:(?:[Ww]ritten |[Pp]osted |[Pp]ublished )?[Bb]y )?{_AUTHOR},?(?: [-–—|·•]| [Oo]n)? \
            (?:[Uu]pdated |[Pp]osted |[Pp]ublished )?(?i:{_DAY})(?:\W.{{0,40}})?
        (?i:{_DAY}).{{0,20}}\b[Bb][Yy]:? {_AUTHOR}(?:\W.{{0,40}})?|(?:Posted|Written|Published) by {_AUTHOR}
        [–—-] .{{1,60}} \(@\w+\) (?i:{_DAY})
        """
    )
)
AUTHOR_NOTE = re.compile(
    rf"{_NAME} (?:is|was) (?:an?|the|our)? ?(?:[\w-]+,? ){{0,4}}{_TRADE}\b.{{0,250}}"
    rf"|{_NAME} reported from .{{1,250}}"
)


def _not_after(words: str) -> str:
    """A pattern that holds where none of these words stands before."""
    return "".join(f"(?<!\\b{word} )" for word in words.split())


# A sentence names an agency like this: "he told the Associated Press", "bought by Shutterstock".
_NO_CREDIT = _not_after("to told the by from with at")
CAPTION = re.compile(
    alternatives(
        rf"""
        ^(?:file |main )?(?:image|photo(?:graph)?|picture|pictured|caption|graphic|illustration|above)\
            (?: (?:source|caption|credit|by|courtesy of))? ?(?:[:,]|by\b)
        ^(?:(?:image|photo|media) (?:copyright|via|caption|source|by|credit)|courtesy of)\b
        ^credits? ?(?:[:/]|$)
        (?:\(|\[|— |– |\| |\. |/ )(?:image|photo(?:graph)?s?|picture|file photo|credit)\b ?(?:[:/]|by\b|\
            courtesy\b).{{0,80}}$
        {_NO_CREDIT}(?:\(reuters|\breuters/.{{2,40}}|\(afp|\bafp/.{{2,40}}|\bap photo(?:/.{{1,40}})?|getty\
            (?: images)?|epa(?:-efe)?|associated press|shutterstock|alamy|pa (?:wire|media|images?)|istock|\
            unsplash|wikimedia commons|handout)[)\].]*$
        \bfile photo\b|^\(?(?:left|right|top|bottom|l-r|from left|clockwise)(?: to \w+| row| from \w+)?[):]
        """
    ),
    re.IGNORECASE,
)
PARTICIPLE = re.compile(
    r"\b"
    # "The housing minister", "dreams of playing": no picture.
    + _not_after("[Tt]he [Aa] [Aa]n [Oo]ur [Ii]ts [Tt]heir of for on by to from than after before without")
    + r"(?!(?:morning|evening|meeting|building|during|according|spring|missing|nothing)\b)"
    r"(?!(?:every|any|some)thing\b)[a-z]{3,}ing\b"
)
EARLY = 7  # words of a caption within which it says what somebody is doing
# Sentences begin like this, or speak like this; a line under a picture does not.
SPOKEN = re.compile(
    r"^(?:by|in|at|on|for|with|from|instead|but|and|or|so|when|if|while|as|after|before|since|try|other|\w+ing)\b"
    r"|\b(?:i|we|you|they|it|he|she|that|there|here|what)(?:['’](?:s|re|ve|ll|m|d))?\b|n['’]t\b"
    r"|\b(?:comes?|goes|broke|spread|holds|includes?|helps?|keeps|takes|makes|gives|gets|allows?|threatens|looks"
    r"|sends|uses|lets|turns|offers|moves|works|leads|calls|says|plans|hopes|begins|starts|ends|drops|rises|falls)\b",
    re.IGNORECASE,
)
PICTURED = re.compile(r"[,(] ?pictured\b|\bpictured (?:above|below|left|right|here|in|at|on|with|outside)\b")
# Somebody's turn in a transcript: "HOST: Good morning.", "Q. Why now?"
TURN = re.compile(r"(?:[A-Z][A-Z .'’-]+:|[QA][.:])\s")
SIGNATURE = re.compile(rf"[–—-]+\s*{_NAME}(?:, .{{2,80}})?")  # under somebody's words, set apart
QUOTED = re.compile(r"[“\"«‘][^“”\"«»]{15,}[”\"»’][.,]?(?:\s*[–—-]\s*.{2,80})?")
OPEN_END = re.compile(
    r"""(?:[^.!…:;,"'”’»)\]]|[^.!…:;,]["'”’»)\]])$"""
)  # a question may head a section, a full stop never does


def is_dateline(words: str) -> bool:
    """A printed date, perhaps after a place or programme and with a time: all other words are of dates."""
    words = TRANSCRIPT.sub("", PLACE.sub("", words))
    if len(words) > 90 or not DATE_PROOF.search(words):
        return False
    return all(DATE_WORD.fullmatch(part) for part in re.split(r"[\s,;|·•–—()]+|:(?!\d)", words) if part)


def is_byline(words: str) -> bool:
    """Who wrote it, perhaps with the date."""
    if len(words) > 300:
        return False
    is_like = BYLINE.fullmatch(words) or AUTHOR_AND_DAY.fullmatch(words)
    return is_like is not None and not is_statement(words)


def is_author_note(words: str) -> bool:
    """What the author is, as it stands under an article; elsewhere it would be a statement like any other."""
    return len(words) < 400 and words.count(". ") <= 2 and AUTHOR_NOTE.match(words) is not None


def is_caption(words: str) -> bool:
    """A picture's words, by its credit or because they only describe."""
    count = words.count(" ") + 1
    if count > 60 or TURN.match(words):
        return False
    if has_credit(words) or (PICTURED.search(words) and not END_MARK.search(words)):
        return True
    if not 6 <= count <= 30 or words[-1] in ":;,?!" or ". " in words:
        return False
    early = " ".join(words.split()[:EARLY])
    return bool(PARTICIPLE.search(early)) and not FINITE.search(words) and not SPOKEN.search(words)


def has_credit(words: str) -> bool:
    """Whether it says that it belongs to a picture, or whose picture it is."""
    return CAPTION.search(words) is not None


def is_quote(words: str) -> bool:
    """Nothing but somebody's words, in quotation marks, perhaps with a name after a dash."""
    return QUOTED.fullmatch(words) is not None


def is_signed(words: str) -> bool:
    """A quote with a name after a dash: words set apart from the text."""
    return words[-1] not in '"”»’.,' and is_quote(words)


def is_signature(words: str) -> bool:
    """The name under a quote, after a dash, perhaps with what the person is."""
    return len(words) < 150 and SIGNATURE.fullmatch(words) is not None


def is_heading(words: str) -> bool:
    """A short line without the end of a sentence."""
    if len(words) > 150 or words.count(" ") > 21 or TURN.match(words) or len(split(words)) > 1:
        return False
    return bool(OPEN_END.search(words)) and any(map(str.isalpha, words))


def is_name(words: str) -> bool:
    """Nothing but what may be a person's name, first and last."""
    return len(words) < 40 and NAME.fullmatch(words) is not None


def is_label(words: str) -> bool:
    """A few words in capitals: a name, a section, a box; no statement."""
    parts = words.split()
    if len(parts) > 5 or END_MARK.search(words) or FINITE.search(words):
        return False
    return all(part[0].isupper() or len(part) <= 3 for part in parts)
