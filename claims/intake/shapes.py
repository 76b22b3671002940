"""What a unit looks like: tests on its words alone, each for one role."""

import re

_MONTH = r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
DATE_WORD = re.compile(
    rf"""(?:{_MONTH}|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?|\d{{1,4}}(?:st|nd|rd|th)?|\d{{1,2}}[:.]\d\d(?:[:.]\d\d)?(?:am|pm)?
    |\d{{1,2}}(?:am|pm)|\d{{1,4}}[-/.]\d{{1,2}}[-/.]\d{{1,4}}(?:t[\d:.]+z?)?|am|pm|a\.m\.?|p\.m\.?|at|on|of|in|the|by|from|and|ago|an?|hours?|hrs?|minutes?|mins?|days?|weeks?|months?|years?|yesterday|today|just|now
    |utc|gmt|bst|cet|cest|est|edt|et|ct|cst|cdt|pst|pdt|pt|ist|aest|aedt|jst|eest|eet|msk|sgt|hkt|first|last|posted|published|updated|modified|created|edited|date|time|issued|corrected|live)""",
    re.VERBOSE | re.IGNORECASE,
)
DATE_PROOF = re.compile(rf"\b(?:{_MONTH}\b|\d{{4}}|\d{{1,2}}[:.]\d\d|ago\b|yesterday\b|\d{{1,2}}/\d{{1,2}})", re.IGNORECASE)
_NAME = r"[A-Z][\w.'’-]*(?:\s(?:[A-Z][\w.'’-]*|de|van|von|der|bin|al|el|la)){1,4}"
_TRADE = (
    r"(?:director|professor|lecturer|fellow|author|writer|journalist|columnist|reporter|correspondent|editor|analyst|historian|researcher"
    r"|contributor|critic|commentator|freelance\w*|head|chair|founder|co-founder|former|senior|associate|assistant|political|chief|deputy|staff"
    r"|visiting|emeritus|novelist|broadcaster|economist|scholar|PhD)"
)
BYLINE = re.compile(
    rf"""(?:(?:written\s|words\s|story\s|report\s|reported\s|article\s)?by:?\s{_NAME}.{{0,120}}
      | (?:author|writer|reporter|words)s?:\s.{{2,120}}
      | {_NAME},?\s(?:and\s{_NAME},?\s)?(?:(?:in|at)\s[A-Z]\w+|[A-Z\w]*\s?(?:[Cc]orrespondent|[Ee]ditor|[Rr]eporter|[Cc]olumnist|[Aa]nalyst))
      | {_NAME}\s(?:is|was)\s(?:an?|the|our)?\s?(?:\w+\s){{0,3}}{_TRADE}\b.{{0,250}})""",
    re.VERBOSE,
)
CAPTION = re.compile(
    r"""^(?:image|photo(?:graph)?|picture|file\ photo|pictured|caption|graphic|illustration|above|main\ image|image\ (?:source|caption|credit)|photo\ (?:by|credit)|credit|courtesy\ of)\s?(?:[:,–-]|by\b)
      | (?:\(|\[|—\s|–\s|\|\s|\.\s|/\s)\s?(?:image|photo(?:graph)?s?|picture|file\ photo|credit|source)\s?(?:[:/]|by\b).{0,80}$
      | (?:getty(?:\ images)?|reuters|afp|epa(?:-efe)?|associated\ press|\bap\ photo(?:/.{1,40})?|shutterstock|alamy|pa\ (?:wire|media|images?)|istock|unsplash|wikimedia\ commons|handout)[)\].]*$
      | \bfile\ photo\b | ^\(?(?:left|right|top|bottom|l-r|from\ left)\b.{0,10}[):]""",
    re.VERBOSE | re.IGNORECASE,
)
# Words that make a line a statement; without one, and with an -ing form, it describes a picture.
FINITE = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|had|do|does|did|will|would|can|could|may|might|must|shall|should|said|says|told|went|came|made|took"
    r"|got|gave|found|saw|kept|became|began|left|met|won|lost|led|held|put|set|sent|spent|brought|thought|wrote|fell|rose|grew|\w{3,}ed)\b",
    re.IGNORECASE,
)
PARTICIPLE = re.compile(r"\b[a-z]{3,}ing\b")
QUOTED = re.compile(r"^[“\"«‘](?P<words>[^“”\"«»]{15,})[”\"»’][.,]?(?:\s*[–—-]\s*.{2,80})?$")
OPEN_END = re.compile(r"""[^.!…:;,]$""")
END_MARK = re.compile(r"""[.!?…]["'”’»)\]]*$""")


def is_dateline(words: str) -> bool:
    """A printed date, perhaps with a time: every word has to do with dates."""
    if len(words) > 90 or not DATE_PROOF.search(words):
        return False
    parts = re.findall(r"[^\s,|·•:–—()]+(?::\d\d)*", words)
    return all(DATE_WORD.fullmatch(part) for part in parts)


def is_byline(words: str) -> bool:
    """Who wrote it, at the top or as a note at the end."""
    return len(words) < 300 and BYLINE.fullmatch(words) is not None and words.count(". ") <= 2


def is_caption(words: str) -> bool:
    """A picture's words, by its credit or because they only describe."""
    count = words.count(" ") + 1
    if count > 60:
        return False
    if CAPTION.search(words):
        return True
    return words[-1] not in ":;," and 6 <= count <= 30 and words.count(". ") == 0 and bool(PARTICIPLE.search(words)) and not FINITE.search(words)


def is_quote(words: str) -> bool:
    """Nothing but somebody's words, in quotation marks."""
    return QUOTED.match(words) is not None


def is_heading(words: str) -> bool:
    """A short line without the end of a sentence. A question may head a section."""
    return len(words) <= 150 and words.count(" ") < 22 and bool(OPEN_END.search(words)) and any(map(str.isalpha, words))


def is_label(words: str) -> bool:
    """A few words in capitals: a name, a section, a box; no statement."""
    parts = words.split()
    return len(parts) <= 5 and not END_MARK.search(words) and not FINITE.search(words) and all(
        part[0].isupper() or len(part) <= 3 for part in parts
    )
