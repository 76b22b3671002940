"""Who says it, by the trained pipeline over the labelled articles: at least nine in ten are right.

The articles are not in the repository: they are read from `shared/articles` beside it, or from ARTICLES.
"""

import os
from pathlib import Path

import pytest

from bench.claimants import LABELS, known, measure

FOLDER = Path(os.environ.get("ARTICLES") or Path(__file__).parents[3] / "shared" / "articles")
FILES = known(FOLDER) if FOLDER.is_dir() else []

pytestmark = [
    pytest.mark.model,
    pytest.mark.skipif(
        len(FILES) < len(LABELS), reason="the articles are not here; set ARTICLES to their folder"
    ),
]


def test_nine_in_ten_claimants_are_right():
    labelled = [one for path in FILES for one in measure(path) if one.labelled]

    wrong = [one for one in labelled if not one.is_right]

    assert len(wrong) <= 0.1 * len(labelled), wrong


def test_hardly_anybody_speaks_where_nobody_does():
    others = [one for path in FILES for one in measure(path) if not one.labelled]

    assert len(others) <= 2, others
