"""Pictures of the demo newsroom as it runs.

`make screenshots` takes those of the README. `make screenshots ALL=1`, or `python -m tests.screenshots all
FOLDER [WORDS]`, takes every page (whose name has these words) light and dark, in three widths, empty, as
usual and with the most it has to bear; FOLDER is not part of the repository.
"""

import re
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bench.stack import ROOT, Stack
from tests.journeys import extremes
from tests.journeys.accessibility import SETTLED, find_places
from tests.journeys.browser import Newsroom, Visitors, launched
from tests.journeys.test_pages_are_accessible import ADDRESSES

FOLDER = ROOT / "docs" / "images"
ARTICLE = "Saltmarsh"  # of the seeds: it has claims at every stage
WIDTHS = {1440: 900, 768: 1024, 390: 844}
SCHEMES = ("light", "dark")
LONGEST = 4000  # pixels; what comes below looks like what came before


def main() -> int:
    words = sys.argv[1:]
    with newsroom() as (desk, visit):
        if words[:1] == ["all"]:
            take_every_page(desk, visit, Path(words[1]), " ".join(words[2:]))
        else:
            FOLDER.mkdir(exist_ok=True)
            take_pictures(desk, visit)
    return 0


@contextmanager
def newsroom() -> Iterator[tuple[Newsroom, Visitors]]:
    with tempfile.TemporaryDirectory(prefix="screenshots-") as folder:
        stack = Stack(Path(folder))
        stack.run("manage.py", "migrate", "--verbosity", "0")
        stack.run("manage.py", "seed", "--demo")
        with stack, launched() as browser:
            newsroom = Newsroom(stack)
            yield newsroom, Visitors(browser, newsroom)
            newsroom.close()


def take_pictures(newsroom: Newsroom, visit: Visitors) -> None:
    article = newsroom.api().get(f"articles/?q={ARTICLE}")["results"][0]["id"]
    claim = newsroom.claims(f"article={article}&status=in_check")[0]["id"]
    pictures = {  # who looks, at what, in which theme
        "queue": ("reviewer", "/", "light"),
        "annotated-copy": ("editor", f"/articles/{article}/?claim={claim}", "light"),
        "annotated-copy-dark": ("editor", f"/articles/{article}/?claim={claim}", "dark"),
        "claim-desk": ("reviewer", f"/claims/{claim}/", "light"),
    }
    for name, (person, address, theme) in pictures.items():
        page = visit(person, color_scheme=theme)
        page.goto(address)
        page.wait_for_load_state("networkidle")
        page.screenshot(path=FOLDER / f"{name}.png")
        page.context.close()
        print(FOLDER.relative_to(ROOT) / f"{name}.png")


def take_every_page(newsroom: Newsroom, visit: Visitors, folder: Path, words: str = "") -> None:
    """Prints, beside each name, how far the page sticks out of a width."""
    folder.mkdir(parents=True, exist_ok=True)
    places = find_places(newsroom)
    for addresses in (ADDRESSES, extremes.ADDRESSES):
        if not (chosen := [name for name in addresses if words in name]):
            continue
        if addresses is extremes.ADDRESSES:
            places |= extremes.make(newsroom)
        for name in chosen:
            person, address = addresses[name]
            wide = take_page(visit, person, address.format(**places), folder / slug(name))
            print(name, *(f"(needs {needed} px of {width})" for width, needed in wide.items()), flush=True)


def take_page(visit: Visitors, person: str, address: str, path: Path) -> dict[int, int]:
    """Six pictures beginning with `path`; the widths that are not enough, each with what is needed."""
    page, wide = visit(person), {}
    page.goto(address)
    for width, height in WIDTHS.items():
        page.set_viewport_size({"width": width, "height": height})
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme)
            page.evaluate(SETTLED)
            page.evaluate("scrollTo(0, 0)")
            place = {"x": 0, "y": 0, "width": width, "height": min(LONGEST, tall(page))}
            page.screenshot(path=f"{path}-{width}-{scheme}.png", full_page=True, clip=place)
        if (needed := page.evaluate("document.scrollingElement.scrollWidth")) > width:
            wide[width] = needed
    page.context.close()
    return wide


def tall(page) -> int:
    return page.evaluate("document.scrollingElement.scrollHeight")


def slug(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")


if __name__ == "__main__":
    sys.exit(main())
