"""`make screenshots`: the pictures of the README, taken from the demo newsroom as it runs."""

import sys
import tempfile
from pathlib import Path

from bench.stack import ROOT, Stack
from tests.journeys.browser import Newsroom, Visitors, launched

FOLDER = ROOT / "docs" / "images"
ARTICLE = "Saltmarsh"  # of the seeds: it has claims at every stage


def main() -> int:
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="screenshots-") as folder:
        stack = Stack(Path(folder))
        stack.run("manage.py", "migrate", "--verbosity", "0")
        stack.run("manage.py", "seed", "--demo")
        with stack, launched() as browser:
            newsroom = Newsroom(stack)
            take_pictures(newsroom, Visitors(browser, newsroom))
            newsroom.close()
    return 0


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


if __name__ == "__main__":
    sys.exit(main())
