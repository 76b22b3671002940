"""How a name is spelt: transliterations, accents, initials, abbreviations."""

import re
import unicodedata
from functools import lru_cache

# Words that spell one name, or are one given name in two languages; the first stands for all.
SAME = {
    word: row.split()[0]
    for row in """
        kyiv kiev
        kharkiv kharkov
        odesa odessa
        lviv lvov
        donbas donbass
        zaporizhzhia zaporizhia zaporozhye zaporizhzhya
        turkey türkiye turkiye
        volodymyr vladimir
        serhiy sergei sergey sergiy
        dmytro dmitry dmitri dmitriy
        oleksandr alexander aleksandr alexandr
        oleksiy alexei alexey aleksei
        mykhailo mikhail
        mykola nikolai nikolay
        yevhen yevgeny evgeny
        andriy andrei andrey
        muhammad mohammed mohamed mohammad
        hezbollah hizbullah hizballah
        joseph joe
        william bill
        robert bob
        michael mike
        james jim
        thomas tom
        anthony tony
        christopher chris
        """.strip().splitlines()
    for word in row.split()
}
ALIKE = (("ph", "f"), ("y", "i"), ("j", "i"), ("ou", "u"), ("ue", "u"), ("oe", "o"), ("ae", "a"), ("kh", "h"))


@lru_cache(maxsize=10_000)  # an article says its names over and over
def key(word: str) -> str:
    """The same for all spellings of a word of a name: no accents, no doubled letters, one way to write y."""
    plain = unicodedata.normalize("NFKD", word.lower())
    plain = "".join(letter for letter in plain if letter.isalnum())
    plain = SAME.get(plain, plain)
    for spelling, sound in ALIKE:
        plain = plain.replace(spelling, sound)
    return re.sub(r"(.)\1+", r"\1", plain)


def is_variant(parts: list[str], full: list[str]) -> bool:
    """The words of two names say one name: equal but for spelling, middle names and initials."""
    if len(parts) == 1:
        return key(parts[0]) == key(full[-1])
    if key(parts[-1]) != key(full[-1]):
        return False
    first, other = key(parts[0]), key(full[0])
    if len(parts) == len(full):
        return all(
            key(a) == key(b) or (min(len(key(a)), len(key(b))) == 1 and key(a)[:1] == key(b)[:1])
            for a, b in zip(parts, full, strict=True)
        )
    return first == other


def abbreviation(name: str) -> str:
    """ "EU" for "EU" and "E.U."; "" where the word is no abbreviation."""
    plain = name.replace(".", "")
    return plain if 2 <= len(plain) <= 6 and plain.isupper() and plain.isalpha() else ""


def initials(name: str) -> str:
    """ "EU" for "European Union": the capitals that its words begin with."""
    return "".join(part[0] for part in name.split() if part[0].isupper())
