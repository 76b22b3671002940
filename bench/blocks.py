"""Block roles against pages nobody here chose: `python -m bench.blocks FOLDER`.

FOLDER holds `gold.jsonl` (a JSON object a line: id, body) and `html/ID.html.gz`: saved news and blog pages
and their bodies, which are not in the repository. Each English page is crudely made the text that somebody
would paste: its lines without tags, from twelve before the body to twenty-five after it.
With `--list body` the lines of the body that were set apart come first, with `--list around` the lines around
it that were not.
"""

import gzip
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import NamedTuple

from bench.tables import show
from claims.extraction import language
from claims.intake.blocks import recognise
from claims.text import Role, normalise
from claims.text.patterns import words

BEFORE, AFTER = 12, 25  # lines
SHORT = 20  # letters
LONG = 60  # code points of a line that shows where the body is
APART = frozenset({Role.FURNITURE, Role.BYLINE, Role.DATELINE})
UNSEEN = words("script style noscript template svg head select textarea")
CLOSE = words("br li td tr dt dd")  # a line break, where others leave a blank line
WITHIN_A_LINE = words("a abbr b bdi bdo cite code em font i kbd mark q s small span strong sub sup time u")


class Found(NamedTuple):
    """A recognised block, and whether its words belong to the body."""

    page: str
    role: Role
    line: str
    in_body: bool


class Stripper(HTMLParser):
    """The text of a page as a browser would hand it to the clipboard, roughly."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []
        self.unseen = 0

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.unseen += tag in UNSEEN
        self._break(tag)

    def handle_endtag(self, tag: str) -> None:
        self.unseen = max(0, self.unseen - (tag in UNSEEN))
        self._break(tag)

    def handle_data(self, data: str) -> None:
        if not self.unseen:
            self.parts.append(re.sub(r"\s+", " ", data))

    def _break(self, tag: str) -> None:
        if tag not in WITHIN_A_LINE:
            self.parts.append("\n" if tag in CLOSE else "\n\n")


def lines_of(html: str) -> list[str]:
    """The lines of a page, with one empty line where there were some."""
    stripper = Stripper()
    stripper.feed(html)
    text = re.sub(r"[ \xa0]*\n[ \xa0]*", "\n", normalise("".join(stripper.parts)))
    return re.sub(r"\n{2,}", "\n\n", text).split("\n")


def plain(words: str) -> str:
    """Letters and digits alone, to compare by."""
    return "".join(filter(str.isalnum, words)).casefold()


def page_text(html: str, body: str) -> str:
    """The part of a page that is the article with what stands around it; "" where the body is not found."""
    lines, wanted = lines_of(html), plain(body)
    filled = [n for n, line in enumerate(lines) if line]
    hits = [place for place, n in enumerate(filled) if len(lines[n]) >= LONG and plain(lines[n]) in wanted]
    if not hits:
        return ""
    first, last = max(0, hits[0] - BEFORE), min(len(filled) - 1, hits[-1] + AFTER)
    return "\n".join(lines[filled[first] : filled[last] + 1])


def pages(folder: Path) -> Iterator[Found]:
    """The blocks of every English page."""
    for row in map(json.loads, (folder / "gold.jsonl").read_text("utf-8").splitlines()):
        html = gzip.decompress((folder / "html" / f"{row['id']}.html.gz").read_bytes()).decode(
            "utf-8", "replace"
        )
        if language.detect(row["body"]) != language.ENGLISH:
            continue
        text, wanted = normalise(page_text(html, row["body"])), plain(row["body"])
        whole = {plain(line) for line in row["body"].splitlines()}
        for role, start, end in recognise(text):
            line = text[start:end].strip()
            bare = plain(line)
            if bare:
                # Short lines like "News" stand in some word of every body.
                yield Found(
                    row["id"][:8], role, line, bare in whole or (len(bare) >= SHORT and bare in wanted)
                )


def main(folder: str, listed: str = "") -> None:
    """Print the table; `listed` is "body", "around" or nothing."""
    found = list(pages(Path(folder)))
    for block in found if listed else ():
        if block.in_body == (block.role in APART) == (listed == "body"):
            print(f"{block.page} {block.role:10} {block.line[:160]!r}")
    body = Counter(block.role for block in found if block.in_body)
    around = Counter(block.role for block in found if not block.in_body)
    show("Blocks", ["role", "in the body", "around it"], [(role, body[role], around[role]) for role in Role])
    apart = [sum(count for role, count in counts.items() if role in APART) for counts in (body, around)]
    print(f"\nOf {body.total():,} body lines {apart[0]:,} were set apart ({apart[0] / body.total():.1%});")
    print(f"of {around.total():,} lines around it {apart[1]:,} ({apart[1] / around.total():.1%}).")


if __name__ == "__main__":
    main(sys.argv[1], *sys.argv[3:])
