import json as stdlib_json

import pytest

from accounts.models import Event
from claims.models import Claim
from claims.reports import json
from claims.reports.rows import Report
from claims.workflow import Status
from tests.claims.reports.conftest import NOON
from tests.factories import ArticleFactory, ClaimFactory, EvidenceFactory


def document(report):
    return stdlib_json.loads("".join(json.lines(report)))


def test_the_report_of_an_article(article, resolved, editor, reviewer, sign):
    sign(article, editor)

    read = document(Report(Claim.objects.all(), article=article.pk))

    assert set(read) == {"made_at", "trail", "article", "claims"}
    assert read["article"] == {
        "id": article.pk,
        "title": "Berths",
        "kind": "outside",
        "desk": article.desk.name,
        "writer": "",
        "byline": "A. Writer",
        "status": "signed_off",
        "final": True,
        "published_at": None,
        "revision": 1,
        "sha256": article.revision.sha256,
        "extractor": "",
        "signed_off": {"by": editor.name, "at": "2026-03-04T12:00:00Z", "revision": 1},
        "exceptions": [],
        "exceptions_reason": None,
        "erased_at": None,
        "corrections": [],
    }
    assert read["claims"] == [
        {
            "id": resolved.pk,
            "article": article.pk,
            "start": 0,
            "end": 29,
            "text": "The harbour has 1,200 berths.",
            "standalone": "The harbour has 1,200 berths.",
            "status": "resolved",
            "kind": "other",
            "claimant": "",
            "score": 0.8,
            "verdict": {
                "rating": "Mostly true",
                "number": 4,
                "outcome": None,
                "new_wording": None,
                "rationale": "The register says so.",
                "confidence": "high",
                "checked_by": reviewer.name,
                "checked_at": "2026-03-04T12:00:00Z",
                "signed_off_by": editor.name,
                "signed_off_at": "2026-03-04T12:00:00Z",
            },
            "evidence": [
                {
                    "kind": "primary",
                    "stance": "supports",
                    "relied_on": True,
                    "private": False,
                    "locator": "https://harbour.example/register",
                    "quote": "1,200 berths",
                    "terms": "on_record",
                    "obtained_at": "2026-03-04T12:00:00Z",
                    "obtained_by": reviewer.name,
                }
            ],
            "dismissed_because": None,
        }
    ]


def test_what_was_open_at_the_signature_is_told_with_the_reason(article, resolved, editor, sign):
    gate = {"code": "stale", "message": "1 verdict on words that were changed since", "number": 1}
    sign(article, editor, exceptions=[gate | {"status": ""}], note="The press waits.")

    told = document(Report(Claim.objects.all(), article=article.pk))["article"]

    assert (told["exceptions"], told["exceptions_reason"]) == ([gate], "The press waits.")


def test_an_erased_article_says_since_when(article, resolved):
    article.erased_at = NOON
    article.save()

    told = document(Report(Claim.objects.all(), article=article.pk))["article"]

    assert told["erased_at"] == "2026-03-04T12:00:00Z"


def test_what_was_corrected_is_told_in_the_order_in_which_it_was_shown(article, resolved, correct):
    correct(article, old="1,200", new="", hour=14)
    correct(article, old="1987", new="1988", hour=13)

    told = document(Report(Claim.objects.all(), article=article.pk))["article"]["corrections"]

    assert [(one["old"], one["new"]) for one in told] == [("1987", "1988"), ("1,200", "")]
    assert (told[0]["why"], told[0]["shown_at"]) == ("A slip.", "2026-03-04T13:00:00Z")


def test_a_private_source_has_no_words(article, resolved):
    EvidenceFactory(claim=resolved, private=True, locator="Hidden Harry", quote="hush")

    told = document(Report(Claim.objects.all()))["claims"][0]["evidence"][1]

    assert told == {
        "kind": "primary",
        "stance": "supports",
        "relied_on": False,
        "private": True,
        "locator": "private source",
    }


def test_a_claim_without_verdict(article, editor):
    claim = ClaimFactory(
        article=article,
        status=Status.DISMISSED,
        text="“Smørrebrød” \U0001f600\n</script>",
        standalone="“Smørrebrød” [of Ostend]",
    )
    Event.objects.append("claim.dismiss", claim, by=editor, note="an opinion")

    (told,) = document(Report(Claim.objects.all()))["claims"]

    assert (told["verdict"], told["evidence"], told["dismissed_because"]) == (None, [], "an opinion")
    assert told["text"] == "“Smørrebrød” \U0001f600\n</script>"
    assert told["standalone"] == "“Smørrebrød” [of Ostend]"


@pytest.mark.parametrize("claims", [0, 1, 5])
def test_a_set_is_one_valid_document_however_many_pieces(desk, monkeypatch, claims):
    monkeypatch.setattr(json, "CHUNK", 2)
    rows = [ClaimFactory(article=ArticleFactory(desk=desk)) for _ in range(claims)]

    read = document(Report(Claim.objects.all()))

    assert [article["id"] for article in read["articles"]] == [row.article_id for row in rows]
    assert [claim["id"] for claim in read["claims"]] == [row.pk for row in rows]


def test_an_article_without_claims(article):
    assert document(Report(Claim.objects.none(), article=article.pk))["claims"] == []
