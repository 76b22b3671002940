"""Words of the copy that somebody marks as a claim."""

import pytest
from django.urls import reverse

from claims.actions import revisions
from claims.models import Claim, Extraction
from claims.workflow import Status
from tests.factories import ClaimFactory


def test_selected_words_become_a_claim(sign_in, reviewer, article):
    response = sign_in(reviewer).post(reverse("article-mark", args=[article.pk]), {"start": 30, "end": 48})

    claim = Claim.objects.get(article=article)
    assert claim.text == "It opened in 1987."
    assert response.url == f"{article.get_absolute_url()}?claim={claim.pk}#words-{claim.pk}"


def test_a_sentence_becomes_a_claim_without_a_mouse(sign_in, reviewer, article):
    Extraction.objects.filter(revision=article.revision).update(
        sentences=[{"start": 0, "end": 29, "score": 0.9}, {"start": 30, "end": 48, "score": 0.8}]
    )
    client = sign_in(reviewer)

    html = client.get(reverse("article-mark", args=[article.pk])).content.decode()
    chosen = {"span": "30-48", "revision": article.revision_id}
    client.post(reverse("article-mark", args=[article.pk]), chosen)

    assert 'value="30-48"' in html
    assert Claim.objects.get(article=article).text == "It opened in 1987."


def test_a_sentence_that_holds_a_claim_says_so_before_it_is_marked_again(sign_in, reviewer, article):
    Extraction.objects.filter(revision=article.revision).update(
        sentences=[{"start": 0, "end": 29, "score": 0.9}, {"start": 30, "end": 48, "score": 0.8}]
    )
    ClaimFactory(article=article, start=0, end=12, status=Status.DISMISSED)
    part = ClaimFactory(article=article, start=30, end=40, status=Status.SUGGESTED)

    html = sign_in(reviewer).get(reverse("article-mark", args=[article.pk])).content.decode()

    assert html.count(">claim ") == 1
    assert f'href="{part.get_absolute_url()}">claim 2, suggested</a>' in html


@pytest.mark.parametrize("typed", [{"start": 5, "end": 5}, {"start": 0, "end": 9999}, {"span": "x-y"}, {}])
def test_a_span_that_is_none_is_told(sign_in, reviewer, article, typed):
    response = sign_in(reviewer).post(reverse("article-mark", args=[article.pk]), typed)

    assert response.status_code == 422
    assert not Claim.objects.exists()


def test_words_that_are_a_claim_already(sign_in, reviewer, claim):
    response = sign_in(reviewer).post(
        reverse("article-mark", args=[claim.article.pk]), {"start": claim.start, "end": claim.end}
    )

    assert response.status_code == 409


def test_words_selected_in_an_older_text_are_told(sign_in, reviewer, editor, article):
    client, seen = sign_in(reviewer), article.revision_id
    page = client.get(article.get_absolute_url()).content.decode()
    assert f'name="revision" value="{seen}"' in page
    revisions.add_revision(article, by=editor, text=f"New. {article.revision.text}", base=seen)

    typed = {"start": 30, "end": 48, "revision": seen}
    response = client.post(reverse("article-mark", args=[article.pk]), typed)

    assert response.status_code == 409
    assert "The text changed since you read it." in response.content.decode()
    assert not article.claims.exists()


def test_a_viewer_marks_nothing(sign_in, viewer, article):
    assert sign_in(viewer).get(reverse("article-mark", args=[article.pk])).status_code == 403
