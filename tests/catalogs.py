"""The catalogs of the interface's languages, read as their translators wrote them."""

import ast
import re
from pathlib import Path
from typing import NamedTuple

LOCALE = Path(__file__).resolve().parent.parent / "factcheck" / "locale"
PIECE = re.compile(r'^(msgctxt|msgid|msgid_plural|msgstr|msgstr\[\d\]) ((?:".*"\n?)+)', re.MULTILINE)
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|(?<!\{)\{\w*\}|%s")


class Entry(NamedTuple):
    """`said`: one or two forms in English; `words`: those in the other language, "" where missing."""

    context: str
    said: list[str]
    words: list[str]
    flags: str

    def placeholders(self, words: str) -> set[str]:
        return set(PLACEHOLDER.findall(words))


def read(language: str) -> list[Entry]:
    """What a .po file holds but its head. The format: GNU gettext manual, "The Format of PO Files"."""
    source = (LOCALE / language / "LC_MESSAGES" / "django.po").read_text("utf-8")
    return [entry for chunk in source.split("\n\n")[1:] if (entry := _entry(chunk))]


def _entry(chunk: str) -> Entry | None:
    parts = {name: "".join(map(ast.literal_eval, words.split("\n"))) for name, words in _pieces(chunk)}
    if "msgid" not in parts:
        return None
    return Entry(
        parts.get("msgctxt", ""),
        [parts[name] for name in ("msgid", "msgid_plural") if name in parts],
        [words for name, words in parts.items() if name.startswith("msgstr")],
        " ".join(re.findall("^#, (.*)$", chunk, re.MULTILINE)),
    )


def _pieces(chunk: str) -> list[tuple[str, str]]:
    return [(name, words.strip()) for name, words in PIECE.findall(chunk)]
