"""Texts to work on: the sample articles of seeds/, each edition with other numbers."""

import re

from bench.stack import ROOT


def texts(count: int) -> list[str]:
    """`count` different texts of 300 to 600 words."""
    samples = [path.read_text("utf-8") for path in sorted((ROOT / "seeds" / "articles").glob("*.txt"))]
    return [edition(samples[number % len(samples)], number // len(samples)) for number in range(count)]


def edition(text: str, number: int) -> str:
    """The text with every number in it grown by `number`; at 0 as it is."""
    return re.sub(r"\d+", lambda digits: str(int(digits[0]) + number).zfill(len(digits[0])), text)
