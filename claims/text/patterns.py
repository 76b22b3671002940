"""Word lists and pattern lists, written so that a person can read and extend them."""

import re


def words(text: str) -> frozenset[str]:
    """The words of a block of text."""
    return frozenset(text.split())


def alternatives(lines: str) -> str:
    """One regular expression out of many, one a line; a line that ends in a backslash goes on in the next."""
    joined = re.sub(r"\\\n\s*", "", lines)
    return "(?:" + "|".join(line.strip() for line in joined.splitlines() if line.strip()) + ")"
