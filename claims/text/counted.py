"""What is counted: the unit after a number. Left empty where the words after it leave a choice."""

import re

from claims.text.number_words import WORDS
from claims.text.patterns import words

REACH = 4  # words after the number among which the thing counted is looked for
WORD = re.compile(r" ([^\W\d_]+(?:[-'’][^\W\d_]+)*)(?![\w-])")
LINKED = re.compile(r"-([^\W\d_]+(?:-[^\W\d_]+)*)")
OF_IT = re.compile(r" (?:of|the|its|their|his|her|an?)\b")
AGE = re.compile(r"[ -](year|month|week|day)s?[ -]olds?\b", re.IGNORECASE)
SHARE = re.compile(r"(?: ?%| ?pct\b|pc\b|[ -]per[ -]?cent(?:age)?\b)(?![ -]?points?)", re.IGNORECASE)
POINTS = re.compile(r"[ -](per ?centage|basis)[ -]points?\b", re.IGNORECASE)
DEGREES = re.compile(r" ?°([CF]\b)?| degrees? (Celsius|Fahrenheit)")
GLUED = {
    "km/h": "km/h",
    "m/s": "m/s",
    "km": "km",
    "kg": "kg",
    "mph": "mph",
    "kph": "km/h",
    "cm": "cm",
    "mm": "mm",
    "ft": "ft",
    "ha": "hectares",
}
GLUED |= {
    "kw": "kW",
    "mw": "MW",
    "gw": "GW",
    "tw": "TW",
    "kwh": "kWh",
    "mwh": "MWh",
    "gwh": "GWh",
    "twh": "TWh",
}
GLUED |= {"gb": "GB", "tb": "TB", "mb": "MB", "hz": "Hz", "bp": "basis points", "bps": "basis points"}
DEGREE_NAMES = {"c": "degrees Celsius", "f": "degrees Fahrenheit"}
# A word after the number that is not what was counted, nor stands before it.
ENDS = words(
    """
    a an the and or but nor of to in on at by for from with without as is are was were be been being has
    have had do does did will would can could may might must should shall that which who whom whose than
    then when while if so not more less fewer each every this these those it he she they we you
    i his her their its our my your am pm after before since until over under into about against between
    during per out up down off only also now us them him me below above ahead away apart together long high
    tall wide deep old left right back here there however though although because both all too again still
    already just even want need think face take make get go come give keep let put see seem hold lose win
    show tell call ask use try join leave support oppose remain stay stand live work believe agree know
    remains yesterday today tomorrow tonight said says say told saw made went came took got gave began fell
    rose won lost led died goes comes makes takes gets gives wants thinks pays owns belongs carries contains
    includes becomes seems supports opposes requires exceeds believes agrees looks via versus vs
    including plus minus times' among across
    """
)
OF = words("of the its their his her all our these those a an")
EXTENT = re.compile(r"-(?:long|wide|high|deep|tall)$")
NO_UNIT = words("strong plus ready fold four five six seven eight nine")  # "eight-four percent" is a slip
MEASURES = words(
    """
    m metre meter kilometre kilometer mile foot inch yard centimetre centimeter millimetre millimeter litre
    liter gallon tonne ton gram kilogram kilo pound ounce second minute hour day week month year decade
    century degree volt watt kilowatt megawatt gigawatt terawatt hectare acre dollar euro crown franc rouble
    ruble yuan yen cent penny pence barrel point percent km kg mph cm mm mw gw kwh gwh twh mwh euros bitcoin
    rupee peso hryvnia storey stone seat lane star bedroom course door piece page part megabyte gigabyte
    terabyte knot calorie square cubic horsepower hp ppm bpd m² km² m³ kr krona krone kronor kroner naira rand
    baht lira cup tsp tbsp oz scoop
    """
)
IRREGULAR = words(
    """
    people men women children feet teeth mice geese fish sheep cattle aircraft spacecraft personnel staff
    dead killed injured wounded missing homeless displaced unemployed uninsured offspring species series
    alumni media data criteria phenomena servicemen policemen firefighters congressmen crew businessmen
    fishermen israelis pakistanis iraqis saudis
    """
)
NOT_PLURAL = re.compile(
    r"(?:ss|us|is|[’']s|ous|less)$|^(?:this|across|always|perhaps|towards?|whereas|besides|yes"
    # They stand before what is counted: "two sports clubs", "three Texas towns".
    r"|mrs|ms|news|sports|arms|sales|texas|kansas|arkansas|dallas|massachusetts|wales|los|las|angeles|orleans|vegas|athens"
    r"|brussels|honduras|netherlands|philippines)$"
)
OUGHT_NOT = re.compile(
    r"(?:ed|ing|ly|al|ive|ous|able|ible|ful|ern|ic|ish|ese|ian|an)$"
    r"|^(?:average|future|total|whole|entire)$"
)


def unit_after(text: str, place: int, *, of_share: bool = False) -> tuple[str, int]:
    """What `text[place:]` says was counted, and where that ends: ("", place) where it does not say.

    `of_share`: after "half of" the thing itself stands in the singular, "half of the delegation".
    """
    if match := POINTS.match(text, place):
        return f"{match[1].lower()} points", match.end()
    if match := SHARE.match(text, place):
        return "%", match.end()
    if match := DEGREES.match(text, place):
        scale = (match[1] or match[2] or "").lower()[:1]
        return DEGREE_NAMES.get(scale, "degrees"), match.end()
    if match := AGE.match(text, place):
        return f"{match[1].lower()}s", match.end()
    if (match := LINKED.match(text, place)) and not match[1].lower().startswith(
        ("to-", "and-", "by-", "on-")
    ):
        word = EXTENT.sub("", match[1])
        return ("" if word in NO_UNIT or word.endswith("ed") else word), match.end()
    return _noun(text, place, of_share)


def _noun(text: str, place: int, of_share: bool) -> tuple[str, int]:
    """The first plural among the next words, or a measure; a word that ends the search is no unit."""
    end, found, is_of = place, [], False
    while len(found) < REACH and (match := WORD.match(text, end)):
        word = match[1].lower()
        if not found and word in OF and (of_share or end > place or word == "of"):
            end, is_of = match.end(), True
            continue
        if (word in ENDS and match[1] != "US") or word in WORDS:
            break
        found.append((match[1], match.end()))
        end = match.end()
        if len(found) == 1 and _is_measure(match[1]) and word not in {"square", "cubic"}:
            break
        if _is_plural(match[1]) and not (len(found) > 1 and f"{found[-2][0]} {match[1]}" == "United States"):
            return _with_measure(found), end
    found = [one for one in found if not one[0].endswith(("'s", "’s"))]  # "a third of the firm's staff"
    if not found or (is_of and not of_share):
        return "", place  # "week 12 of the year"
    of_share = of_share and OF_IT.match(text, place) is not None
    word, end = found[0]
    if len(found) > 1 and word.lower() in {"square", "cubic"}:
        return f"{word} {found[1][0]}", found[1][1]
    if _is_measure(word) or (of_share and not OUGHT_NOT.search(word) and word.islower()):
        return ("metres" if word == "m" else word), end
    if of_share and len(found) > 1 and found[1][0].islower():
        return found[1]
    return "", place


def _is_measure(word: str) -> bool:
    """ "five star hotels", but not "two Star Boats crews"."""
    return word.lower() in MEASURES and not (word.istitle() and len(word) > 1)


def _with_measure(found: list[tuple[str, int]]) -> str:
    """ "square metres"; the adjectives of "two potential paths" are no part of the unit."""
    unit = found[-1][0]
    before = found[-2][0].lower() if len(found) > 1 else ""
    return f"{before} {unit}" if before in {"square", "cubic", "percentage"} else unit


def _is_plural(word: str) -> bool:
    plain = word.lower()
    if word.isupper():
        return False  # "nine CLPS firms"
    return plain in IRREGULAR or (len(plain) > 2 and plain.endswith("s") and not NOT_PLURAL.search(plain))
