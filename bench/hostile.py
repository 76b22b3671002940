"""Pieces that, repeated, make texts no article looks like: they find what takes more than linear time.

`#` is the number of the repetition and `@` a name made of it: sentences that are all different. Where the
middle of a text does not read as English nothing is looked for, so that some pieces hold English words.
"""

WORDS = "The council of the old town had said in 2021 that rents rose by 4.5 per cent, "

SHAPES = {
    "one letter": "a",
    "marks alone": "\u0301",
    "letters and marks": "e\u0301\u0323",
    "emoji": "😀",
    "emoji joined": "the 👩‍👩‍👧‍👦 of ",
    "right to left": "مرحبا بالعالم ",
    "direction marks": "the \u202eabc\u202c of ",
    "Chinese": "中文没有空格",
    "non-breaking spaces": "of\u00a0the\u00a0",
    "spaces": "the" + " " * 50,
    "lines": "the rents\n",
    "blank lines": "the rents rose\n\n\n\n",
    "one line of words": WORDS,
    "no punctuation": "however the mayor said rents fell and then ",
    "full stops": "the.",
    "full stops and spaces": "the . ",
    "initials": "the J.R.",
    "question marks": "the?! ",
    "quotation marks": "the “",
    "nested quotations": "the “‘a ",
    "brackets": "the ([{",
    "commas": "the, ",
    "a hyphenated word": "the-",
    "apostrophes": "the 's ",
    "digits": "1",
    "numbers": "the 1,234.5 ",
    "number words": "the twenty-one thousand ",
    "dates": "the 12 May 2025, ",
    "addresses": "the https://example.org/a?b=c&d=e ",
    "capitals": "THE RENTS ROSE ",
    "bullets": "• the rents of @\n",
    "numbered list": "#. the rents of @\n",
    "headings": "@ rents\n\nThe rents of the town rose by #%.\n\n",
    "pull quotes": "“The rents of @ rose by #%”\n\nThe rents of @ rose by #% in the year.\n\n",
    "short sentences": "He left @. ",
    "full and last names": "Maria @ spoke. @ said that rents fell by #%. ",
    "names with words in common": "The Ivan @ Maria @ Group of @ rose. ",
    "abbreviated": "Gov. @ of the U.S. had No. # in Jan. the other day. ",
    "quotations": "“The rent of @” was ‘#’ in the (old) town. ",
    "said by whom": "According to @ the rents rose, and he said it was #. ",
    "clauses": "The rents rose in # and the mayor said it and he left and the town fell and @ paid it. ",
    "questions": "Will the mayor @ go? ",
    "an article": "The mayor, @, said on # May that rents in the old town had risen by # per cent. ",
}


def text(shape: str, size: int) -> str:
    """`size` characters of a shape."""
    piece, parts, length, number = SHAPES[shape], [], 0, 0
    while length < size:
        parts.append(piece.replace("#", str(number)).replace("@", _name(number)))
        length += len(parts[-1])
        number += 1
    return "".join(parts)[:size]


def _name(number: int) -> str:
    """A word of its own for each number: Bav, Dav, … Dabadav."""
    syllables = ""
    while number or not syllables:
        number, rest = divmod(number, 60)
        syllables += "bdfgklmnprst"[rest % 12] + "aeiou"[rest // 12]
    return syllables.capitalize() + "v"
