"""The tables in docs/workflow.md say what the code does."""

import re
from pathlib import Path

from claims import priority
from claims.workflow import MOVES, STEPS, ArticleStatus, Status

PAGE = (Path(__file__).parents[2] / "docs" / "workflow.md").read_text("utf-8")
LABELS = {status.label.replace("-", " "): status for status in Status}


def rows(heading):
    """The cells of the first table under `heading`, line by line."""
    table = PAGE.partition(f"\n## {heading}\n")[2].partition("\n|")[2].partition("\n\n")[0]
    lines = [line for line in table.splitlines() if line.startswith("| ")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


def test_each_step_begins_where_the_page_says_and_leads_where_the_workflow_allows():
    on_page: dict[str, set[Status]] = {}
    for source, step, target, _who in rows("A claim"):
        name = step.partition(",")[0].removesuffix(" a verdict").replace(" ", "_")
        if source in ("–", "any"):  # marking begins nowhere, undo anywhere
            continue
        sources = {LABELS[word.strip().replace("-", " ")] for word in source.split(",")}
        on_page[name] = on_page.get(name, set()) | sources
        for status in sources:
            assert LABELS[target.replace("-", " ")] in MOVES[status]

    assert on_page == STEPS


def test_the_life_of_an_article_names_every_status():
    line = next(line for line in PAGE.splitlines() if line.startswith("`received`"))

    assert set(re.findall(r"`(\w+)`", line)) == {status.value for status in ArticleStatus}


def test_the_points_of_a_priority_are_those_of_the_code():
    text = " ".join(PAGE.partition("\n## Priority\n")[2].split())

    for points, names in (
        (priority.RISK_POINTS, {"high": "high", "normal": "normal"}),
        (
            priority.DUE_POINTS,
            {"overdue": "overdue", "today": "today", "week": "this week", "later": "later"},
        ),
        (priority.PROMINENCE_POINTS, {name: name for name in priority.PROMINENCE_POINTS}),
    ):
        for name, words in names.items():
            assert f"{words} {points[name]}" in text
    assert f"doubt (up to {priority.MAX_DOUBT_POINTS}" in text
