"""No page leads nowhere."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGES = [*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md"), *(ROOT / "seeds").glob("*.md")]


@pytest.mark.parametrize("document", PAGES, ids=lambda document: document.name)
def test_what_a_page_links_to_is_there(document):
    targets = re.findall(r"""(?:\]\(|src="|srcset=")(?!https?:)([^)"#:]+)""", document.read_text("utf-8"))

    assert [target for target in targets if not (document.parent / target).exists()] == []


def test_make_targets_named_in_the_readme_exist():
    makefile = (ROOT / "Makefile").read_text("utf-8")
    named = set(re.findall(r"\bmake (\w+)", (ROOT / "README.md").read_text("utf-8")))

    assert named <= set(re.findall(r"^(\w+):", makefile, flags=re.MULTILINE))
