"""Every quantity and date of every claim, to be read against the text: `python -m bench.facts [FOLDER…]`.

The claims of the labelled articles (bench.reading), each with what its words were read as. They are words of
articles: for the terminal, not for the repository.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

from bench.reading import FOLDERS, read
from claims.extraction.candidate import Candidate


def facts(claim: Candidate) -> Iterator[str]:
    """A line for each: the words; number and unit, or value and precision."""
    for one in claim.quantities:
        yield f"{one['text']} = {'about ' * one['approximate']}{one['number']} {one['unit']}".rstrip()
    for date in claim.dates:
        yield f"{date['text']} = {date['value']} ({date['precision']})"


def main() -> None:
    for folder in map(Path, sys.argv[1:]) if sys.argv[1:] else filter(Path.is_dir, FOLDERS):
        for path in sorted(folder.glob("*.txt")):
            if article := read(path, {}):
                print(f"\n{article.name}, {article.found.date or 'without a date'}")
                for claim in article.found.candidates:
                    words = " ".join(article.text[claim.start : claim.end].split())
                    print(f"\n{words}", *facts(claim), sep="\n    ")


if __name__ == "__main__":
    main()
