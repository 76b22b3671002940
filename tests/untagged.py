"""The words of a template that no translator would see: `python -m tests.untagged [FILE…]` names them."""

import re
import sys
from pathlib import Path

TEMPLATES = Path(__file__).resolve().parent.parent / "templates"
HIDDEN = (
    r"\{% block page_class %\}.*?\{% endblock %\}",
    r"Authorization: Token …",  # code
    r"\{#.*?#\}",
    r"\{% comment.*?endcomment %\}",
    r"\{% blocktranslate.*?endblocktranslate %\}",
    r"<style.*?</style>",
    r"<kbd.*?</kbd>",
    r"\{%.*?%\}",
    r"\{\{.*?\}\}",
)
SAID = r"""(?:aria-label|title|placeholder|alt|data-say-[a-z-]+)="([^"]*)\""""
WORD = re.compile(r"[^\W\d_]{2,}")
# Literals handed on to a filter or to a component that shows them.
HANDED = re.compile(
    r"""(?:\b(?:text|action|title|label|any|heading|word|say)=|default:|yesno:|pluralize:)"([^"]*)\""""
)
# Attributes that only style sheets, scripts and forms read: what a filter puts there is a code.
UNSAID = r"""\b(?:value|data-(?!say-)[a-z-]+|aria-pressed)="\{\{.*?\}\}\""""


def untagged(source: str) -> list[str]:
    """The pieces of text in `source`, a template, that stand outside `translate` and `blocktranslate`."""
    said = re.sub(UNSAID, "\0", source)
    handed = [
        words
        for tag in re.findall(r"\{[%{](?! (?:translate|blocktranslate)).*?[%}]\}", said, re.DOTALL)
        for words in HANDED.findall(tag)
    ]
    for hidden in HIDDEN:
        source = re.sub(hidden, "\0", source, flags=re.DOTALL)
    spoken = re.findall(SAID, source)
    text = re.sub(r"<[^>]*>", "\0", source)
    pieces = [" ".join(piece.split()) for piece in (*text.split("\0"), *spoken, *handed)]
    return [piece for piece in pieces if WORD.search(piece) and piece not in {"DOCTYPE"}]


def main() -> None:
    for file in map(Path, sys.argv[1:]) if sys.argv[1:] else sorted(TEMPLATES.rglob("*.*")):
        for piece in untagged(file.read_text(encoding="utf-8")):
            print(f"{file.name}: {piece}")


if __name__ == "__main__":
    main()
