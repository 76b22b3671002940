"""People named in a remark: `@Carla Ruiz`, or `@Carla Ruiz#12` where two have that name.

Pure: who may be named, and what is said of others, is for whoever asks. People have `pk` and `name`.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

# At the beginning of a word, so that no address names anybody; with the word that follows.
SIGN = re.compile(r"(?<![^\s(\[{\"'“‘„«—–])@(?=(\w(?:[\w.'’-]*\w)?))")
LETTER = re.compile(r"\w")
NUMBER = re.compile(r"#([0-9]{1,18})(?!\w)")


class Mention(NamedTuple):
    """The words from `start` to `end` (code points, the sign included), and all whom they may mean."""

    start: int
    end: int
    people: list


def mentions(text, people) -> Iterator[Mention]:
    """Each place where `text` names somebody; of the names that fit, the longest counts.

    A name of none of the `people` is a mention of nobody, as long as its first word.
    """
    longest_first = sorted(people, key=lambda person: -len(person.name))
    for sign in SIGN.finditer(text):
        named = [person for person in longest_first if _stands_at(text, sign.end(), person.name)]
        if not named:
            yield Mention(sign.start(), sign.end(1), [])
            continue
        end = sign.end() + len(named[0].name)
        named = [person for person in named if len(person.name) == len(named[0].name)]
        if number := NUMBER.match(text, end):
            end, named = number.end(), [person for person in named if person.pk == int(number[1])]
        yield Mention(sign.start(), end, named)


def written(person, people):
    """How a remark names `person` so that nobody else of `people` is meant."""
    namesakes = [one for one in people if one.name.lower() == person.name.lower()]
    return f"@{person.name}" if len(namesakes) < 2 else f"@{person.name}#{person.pk}"


def _stands_at(text, start, name):
    end = start + len(name)
    return text[start:end].lower() == name.lower() and not LETTER.match(text, end)
