"""Sentence boundaries by rule: the same for every language and without a model.

A boundary is a terminal mark, with the quotes and brackets that close after it, before white space and the
start of something new. Within a quotation of several sentences each of them ends. Linear in the length of the
text.
"""

import re

from claims.text.patterns import alternatives, words
from claims.text.spans import Span, trim

LONGEST = (
    2_000  # code points; a longer "sentence" is cut, because a parser's cost grows faster than its input
)

TERMINAL = re.compile(
    r"""(?<![.!?…])(?P<stop>[.!?…]++(?:[ \xa0]\.){0,3}+)"""
    r"""(?P<close>(?:["'”’»)\]]|[“‘«](?=\s|$))*+(?:\[\^?\d{1,3}\]|[¹²³⁰⁴-⁹])*+)(?P<space>\s+|(?=[A-Z“"‘]))"""
    r"""|[。！？।؟۔]["'”’»）」』]*"""
    # A space was lost without any mark, "logged inPlease refresh"; "LinkedIn" is a name.
    r"""|(?<=[a-z]{2})(?=(?:Please|Read|Share|Sign|Click|Subscribe|The|This|That|These|Those|There|We|You|They"""
    r"""|He|She|His|Her|Its|But|When|After|According|However)\s)"""
    r"""|(?<=opy link)(?=[A-Z])|(?<=opy this link)(?=[A-Z])"""  # a share bar, whose last button it is
    r"""|(?<=\s)(?=[•▪◦‣●]\s)"""  # points in one line
)
OPENING = "\"'“‘«([—–-•*¿¡ "

# Always followed by a name or a number, so they never end a sentence.
TITLES = words("""
    mr mrs ms mx dr prof gov sen rep gen col lt sgt capt cpl maj adm cmdr hon rev fr sr supt insp
    pres amb atty asst pvt pfc drs messrs mme mlle vs cf eg e.g ie i.e approx fig figs vol pp ch ca mt nos
    """)
# These end a sentence only when one visibly starts after them.
MAY_END = words("""
    u.s u.k u.n e.u u.s.a d.c inc ltd co corp bros jr ph.d m.d b.a st ave al dept ft
    jan feb apr jun jul aug sep sept oct nov
    """)
# The same, if written like this: "mar", "art" and "mass" are words as well.
CAPITALS_MAY_END = words("""
    Mar Art Sec Dec C Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Mass Md Mich Minn Miss Mo Mont
    Neb Nev Okla Ore Pa Tenn Tex Va Vt Wash Wis Wyo
    """)
BEFORE_NUMBER = words("no nr art p pp est rs kr sec para lbs c")
STARTERS = words("""
    the a an this that these those it its he she they we i you his her our their my in on at by for from to
    with as and but or so yet if when while after before since although though however meanwhile there then
    here what who why how where not no nobody nothing one some many most all both each another other others
    such according despite even last until because under during among between instead now today yesterday only
    """)
# After a single letter only these: "Malcolm X. He spoke", but "J. So spoke".
SURE_STARTERS = words("the this that these those it he she they we you his her their there then but")
# What may follow an hour without a new sentence: "5 p.m. Thursday", "5 p.m. EST", "5 p.m. London time".
AFTER_HOUR = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:[A-Z]{2,4}|Eastern|Central|Pacific|Mountain)\b|\w+ time\b"
    r"|(?:Jan|Feb|March|April|May|June|July|Aug|Sept|Oct|Nov|Dec)"
)
# Whose words stood in the quotation marks: “Why?” Smith asked.
SAID = re.compile(
    r"(?!(?:He|She|They|It|We|I|You) )(?:[A-Z][\w.'’-]*\s){1,4}"
    + alternatives("said|says|asked|asks|added|adds|replied|cried|shouted|wrote|writes|told|tweeted|joked")
    + r"\b"
)
SIGNED = re.compile(r"[–—-]+ ?[A-Z][^.!?]{1,60}$")  # “We won.” — Jane Doe
ENUMERATION = re.compile(r"[\s(\[]*(?:\d{1,2}|[a-zA-Z]|[ivxIVX]{1,4})")
BEGINS_SMALL = re.compile(r"[a-z]{1,2}[A-Z]|[a-z]\) ")  # "iPhone", "b) the second"
ADDRESS = re.compile(r"://|www\.|@|\.\w+/|\.(?:[Cc]om|[Oo]rg|net|gov)\b")


def split(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """The sentences of `text[start:end]`, in order, trimmed of white space, none longer than `LONGEST`."""
    end = len(text) if end is None else end
    spans: list[Span] = []
    begin = start
    for mark in TERMINAL.finditer(text, start, end):
        if mark.end() <= begin or not _ends_sentence(text, mark, begin, end):
            continue
        _append(spans, text, begin, mark.end())
        begin = mark.end()
    _append(spans, text, begin, end)
    return spans


def _append(spans: list[Span], text: str, start: int, end: int) -> None:
    span = trim(text, start, end)
    while span.end - span.start > LONGEST:
        cut = text.rfind(" ", span.start + 1, span.start + LONGEST)
        cut = span.start + LONGEST if cut < 0 else cut
        piece = trim(text, span.start, cut)
        spans.append(piece)
        span = trim(text, cut, span.end)
    if span.end > span.start:
        spans.append(span)


def _ends_sentence(text: str, mark: re.Match[str], begin: int, end: int) -> bool:
    if mark["stop"] is None:
        return True
    rest = text[mark.end() : min(mark.end() + 80, end)]
    follow = rest.lstrip(OPENING)
    if not follow:
        return True
    if follow[0].islower() and not BEGINS_SMALL.match(follow):
        return False
    if mark["close"] and ((mark["stop"][-1] in "?!" and SAID.match(rest)) or SIGNED.match(rest)):
        return False
    before = text[max(begin, mark.start() - 200) : mark.start()]
    word = re.split(r"[\s(“\"‘—–/-]", before[-20:])[-1]
    if not mark["space"]:
        return _has_lost_space(before, word, mark, follow)
    if mark["stop"] != ".":
        stutters = word != "" and re.split(r"\W", follow, maxsplit=1)[0] == word  # “We… We lost,” he said.
        return mark["stop"] not in {"…", "..."} or not stutters
    if mark.start() - begin < 6 and ENUMERATION.fullmatch(text, begin, mark.start()):
        return False
    return not _is_abbreviation(word, follow)


def _has_lost_space(before: str, word: str, mark: re.Match[str], follow: str) -> bool:
    """ "sails.Volodymyr" and "5%.Wages" lack one; "U.S", "B.B", "example.Com" and "?Query" do not."""
    if mark["stop"] == "." and not mark["close"]:
        is_word = len(word) > 2 and word.isalpha() and word.islower()
        is_number = re.fullmatch(r"\d[\d.,]*%?", word) is not None
        if not ((is_word or is_number) and follow[1:2].islower()):
            return False
    elif mark["stop"] not in {"!", "?", "."}:
        return False
    unbroken = re.split(r"\s", before)[-1] + mark["stop"] + re.split(r"\s", follow, maxsplit=1)[0]
    return not ADDRESS.search(unbroken)


def _is_abbreviation(word: str, follow: str) -> bool:
    """Whether the full stop after `word` belongs to it, judged by the words that `follow`."""
    plain = word.lower()
    match = re.match(r"[^\W\d_]+", follow)
    next_word = match[0].lower() if match else ""
    opens_sentence = next_word in STARTERS
    if plain in BEFORE_NUMBER and follow[0].isdigit():
        return True
    if plain in ("a.m", "p.m"):
        return follow[0].isdigit() or AFTER_HOUR.match(follow) is not None
    if plain in TITLES or word == "v":
        return True
    if plain in MAY_END or word in CAPITALS_MAY_END:
        return not opens_sentence
    # Initials: "J. Smith", "B.B. King".
    if re.fullmatch(r"[A-Z]", word):
        return next_word not in SURE_STARTERS
    return re.fullmatch(r"[A-Z](?:\.[A-Z])+", word) is not None and not opens_sentence
