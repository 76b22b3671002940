"""A report to print: one file that needs nothing but itself, and the same pieces for the page.

Templates escape all that people wrote; a policy in the file keeps a browser from fetching or running
anything in it.
"""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from django.contrib.staticfiles import finders
from django.template.loader import get_template
from django.utils import timezone
from django.utils.safestring import SafeString

from claims.reports.rows import Report

STYLES = ("css/tokens.css", "css/report.css")
PIECE = 50  # claims written at a time


def lines(report: Report) -> Iterator[str]:
    """The file in pieces."""
    yield get_template("claims/report_head.html").render({"styles": styles()})
    yield from body(report)
    yield get_template("claims/report_trail.html").render({"trail": report.trail})
    yield "</main>\n</body>\n</html>\n"


def body(report: Report) -> Iterator[str]:
    """The articles of the report, each with its claims, in pieces."""
    head, one, foot = (
        get_template(f"claims/report_{name}.html") for name in ("article", "claim", "article_foot")
    )
    made_at = timezone.now()
    for article, rows in report.by_article():
        yield head.render({"article": article})
        piece: list[str] = []
        for number, row in enumerate(rows, start=1):
            piece.append(one.render({"row": row, "number": number}))
            if len(piece) == PIECE:
                yield "".join(piece)
                piece.clear()
        yield "".join(piece)
        yield foot.render({"article": article, "made_at": made_at})


@cache
def styles() -> SafeString:
    """The style sheets of a report, which a file carries with it."""
    found = [finders.find(name) for name in STYLES]
    return SafeString("\n".join(Path(path).read_text("utf-8") for path in found if path))
