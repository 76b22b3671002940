"""What is described is what is answered, field by field."""

import pytest

from claims.api import found, outputs
from claims.models import Extraction, Note
from claims.text.dates import find_dates
from claims.text.numbers import find_quantities
from tests.factories import ArticleFactory, ClaimFactory, EvidenceFactory, RatingFactory, VerdictFactory


@pytest.fixture
def claim(desk, editor):
    claim = ClaimFactory(
        article=ArticleFactory(desk=desk),
        cues=[{"cue": "a number", "start": 16, "end": 21}],
        names=[{"text": "The harbour", "start": 0, "end": 11, "name": "The harbour of Ostend"}],
        quantities=find_quantities("The harbour has 1,200 berths."),
        dates=find_dates("It opened in 1987."),
    )
    Extraction.objects.filter(revision=claim.revision).update(
        sentences=[{"start": 0, "end": 29, "score": 0.4, "twin": {"start": 30, "end": 48}}]
    )
    claim.verdict = VerdictFactory(claim=claim, rating=RatingFactory(scale=claim.article.scale))
    claim.save()
    EvidenceFactory(claim=claim)
    Note.objects.create(claim=claim, author=editor, body="Hm.")
    return claim


def names(serializer):
    return set(serializer().get_fields())


def test_answers_on_a_claim(api, reviewer, claim):
    api(reviewer).post(f"claims/{claim.pk}/notes/", {"body": "Once more."})
    detail = api(reviewer).get(f"claims/{claim.pk}/").json()
    (listed,) = api(reviewer).get("claims/").json()["results"]
    (event,) = api(reviewer).get(f"claims/{claim.pk}/history/").json()["results"]
    (rating,) = api(reviewer).get("ratings/", claim=claim.pk).json()

    assert set(listed) == names(outputs.ClaimOutput)
    assert set(listed["priority"]) == names(outputs.PriorityOutput)
    assert set(detail) == names(outputs.ClaimDetail)
    assert set(detail["verdict"]) == names(outputs.VerdictSummary)
    assert set(detail["evidence"][0]) == names(outputs.EvidenceOutput)
    assert set(detail["verdicts"][0]) == names(outputs.VerdictOutput)
    assert set(detail["notes"][0]) == names(outputs.NoteOutput)
    assert set(event) == names(outputs.EventOutput)
    assert set(rating) == names(outputs.RatingOutput)


def test_answers_on_an_article(api, editor, claim):
    (listed,) = api(editor).get("articles/").json()["results"]
    text = api(editor).get(f"articles/{claim.article_id}/text/").json()
    export = api(editor).post("exports/", {"format": "csv"}).json()

    assert set(listed) == names(outputs.ArticleOutput)
    assert set(listed["claims"]) == names(outputs.ClaimCounts)
    assert set(listed["extraction"]) == names(outputs.ExtractionOutput)
    assert set(text) == names(found.ArticleText)
    assert set(text["claims"][0]) == names(found.FoundClaim)
    assert set(text["sentences"][0]) == names(found.SentenceOutput)
    assert set(text["sentences"][0]["twin"]) == names(found.PlaceOutput)
    assert set(text["claims"][0]["cues"][0]) == names(found.CueOutput)
    assert set(text["claims"][0]["quantities"][0]) == names(found.QuantityOutput)
    assert set(text["claims"][0]["dates"][0]) | {"relative"} == names(found.DateOutput)
    assert set(text["claims"][0]["names"][0]) == names(found.NameOutput)
    assert set(export) == names(outputs.ExportOutput)
    assert set(export["progress"]) == names(outputs.ExportProgress)
