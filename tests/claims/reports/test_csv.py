import csv as stdlib_csv
import io

import pytest

from accounts import chain
from claims.models import Claim
from claims.reports import csv
from claims.reports.rows import Report
from tests.claims.reports.conftest import NOON
from tests.factories import ArticleFactory, ClaimFactory, EvidenceFactory

TRICKS = [
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\n=1",
    "  =1",
    "\u00a0=1",
    "\u200b=1",
    "\ufeff=1",
    "\x00=1",
]
WIDE = ["＝1+1", "＋1", "－1", "＠SUM(A1)", "\u3000＝1", "−1"]
PLAIN = ["The harbour", "'quoted'", "1,200", "a=b", "#1", "", "“=1”", "\U0001f600"]


def table(report):
    """The report as a spreadsheet reads it: a list of {column: cell}."""
    text = "".join(csv.lines(report))
    assert text.startswith("\ufeff")
    return list(stdlib_csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


@pytest.mark.parametrize("text", TRICKS + WIDE)
def test_a_cell_that_could_start_a_formula_gets_an_apostrophe(text):
    assert csv.cell(text) == f"'{text}"


@pytest.mark.parametrize("text", PLAIN)
def test_other_cells_stay_as_they_are(text):
    assert csv.cell(text) == text


def test_no_column_starts_a_formula(desk, editor, reviewer, article, resolve):
    evil = "=HYPERLINK(1)"
    desk.name = reviewer.name = editor.name = evil
    for row in (desk, reviewer, editor):
        row.save()
    article.title = article.byline = evil
    article.writer = reviewer
    article.save()
    claim = ClaimFactory(article=article, text=evil, claimant=evil)
    verdict = resolve(claim, rationale=evil, outcome="fix", new_wording=evil)
    verdict.rating.label, verdict.rating.number = evil, -2
    verdict.rating.save()

    (row,) = table(Report(Claim.objects.all()))

    evil_columns = {name for name, cell in row.items() if cell == f"'{evil}"}
    assert evil_columns == {
        *("title", "desk", "writer", "byline", "text", "claimant", "standalone"),
        *("rating", "new_wording", "rationale", "checked_by", "signed_off_by"),
    }
    assert row["number"] == "'-2"
    assert not [cell for cell in row.values() if cell[:1] in set("=+-@\t\r")]


def test_a_row_holds_all_of_a_claim(article, resolved, editor, reviewer, sign):
    sign(article, editor)

    (row,) = table(Report(Claim.objects.all()))

    assert row == {
        "article": str(article.pk),
        "title": "Berths",
        "article_kind": "outside",
        "desk": article.desk.name,
        "writer": "",
        "byline": "A. Writer",
        "article_status": "signed_off",
        "final": "yes",
        "published_at": "",
        "revision": "1",
        "sha256": article.revision.sha256,
        "extractor": "",
        "article_signed_off_by": editor.name,
        "article_signed_off_at": "2026-03-04T12:00:00Z",
        "claim": str(resolved.pk),
        "start": "0",
        "end": "29",
        "text": "The harbour has 1,200 berths.",
        "status": "resolved",
        "claim_kind": "other",
        "claimant": "",
        "score": "0.8",
        "rating": "Mostly true",
        "number": "4",
        "outcome": "",
        "new_wording": "",
        "rationale": "The register says so.",
        "confidence": "high",
        "checked_by": reviewer.name,
        "checked_at": "2026-03-04T12:00:00Z",
        "signed_off_by": editor.name,
        "signed_off_at": "2026-03-04T12:00:00Z",
        "evidence": "supports · primary source · https://harbour.example/register · “1,200 berths” · "
        f"on the record · obtained 2026-03-04T12:00:00Z by {reviewer.name}",
        "dismissed_because": "",
        "standalone": "The harbour has 1,200 berths.",
        "trail": f"position 0, hash {chain.BEGINNING}, 0 not yet sealed",
        "exceptions": "",
        "erased_at": "",
    }


def test_what_was_open_at_the_signature_is_told_with_the_reason(article, resolved, editor, sign):
    gates = [
        {"code": code, "message": message, "number": 1, "status": ""}
        for code, message in (("stale", "=1 verdict stale"), ("waivers", "1 waiver that has run out"))
    ]
    sign(article, editor, exceptions=gates, note="The press waits.")

    (row,) = table(Report(Claim.objects.all()))

    assert row["exceptions"] == ("'=1 verdict stale; 1 waiver that has run out. Reason: The press waits.")


def test_an_erased_article_says_since_when(article, resolved):
    article.erased_at = NOON
    article.save()

    (row,) = table(Report(Claim.objects.all()))

    assert row["erased_at"] == "2026-03-04T12:00:00Z"


def test_a_private_source_stands_on_its_line_without_its_words(article, resolved):
    EvidenceFactory(claim=resolved, private=True, locator="Hidden Harry", quote="hush", terms="off_record")

    (row,) = table(Report(Claim.objects.all()))

    assert row["evidence"].splitlines()[1] == (
        "supports · primary source · private source · not part of the verdict"
    )


def test_line_breaks_and_quotes_survive(article):
    words = 'He said "no",\nthen\r\nleft.'
    ClaimFactory(article=article, text=words)

    (row,) = table(Report(Claim.objects.all()))

    assert row["text"] == words


def test_a_claim_can_be_read_without_its_article(article):
    ClaimFactory(
        article=article, text="It has 1,200 berths.", standalone="It [the harbour] has 1,200 berths."
    )

    (row,) = table(Report(Claim.objects.all()))

    assert (row["text"], row["standalone"]) == ("It has 1,200 berths.", "It [the harbour] has 1,200 berths.")


def test_lines_end_as_the_standard_says(article):
    ClaimFactory(article=article)

    assert "".join(csv.lines(Report(Claim.objects.all()))).count("\r\n") == 2


def test_a_long_report_comes_in_pieces(desk, monkeypatch):
    monkeypatch.setattr(csv, "CHUNK", 2)
    for _ in range(5):
        ClaimFactory(article=ArticleFactory(desk=desk))

    assert [piece.count("\r\n") for piece in csv.lines(Report(Claim.objects.all()))] == [3, 2, 1]
