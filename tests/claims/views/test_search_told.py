"""What the page of an article tells of the search: how far it is, what failed, what was not found out."""

from datetime import date

import pytest
from django.urls import reverse

from accounts.models import JobState
from claims import search
from claims.actions import revisions
from claims.models import Extraction
from claims.workflow import ArticleStatus
from tests.claims.views.test_articles import page, set_extraction

FOREIGN = "Claims are suggested for English only"


def test_progress_while_it_runs(sign_in, reviewer, article):
    set_extraction(article, JobState.RUNNING, done=3, total=9)

    response = sign_in(reviewer).get(reverse("article-progress", args=[article.pk]))

    assert "3 of 9 blocks" in response.content.decode()
    assert "HX-Refresh" not in response.headers


def test_progress_ends_with_the_page_drawn_anew(sign_in, reviewer, article):
    response = sign_in(reviewer).get(reverse("article-progress", args=[article.pk]))

    assert response.headers["HX-Refresh"] == "true"


def test_a_failure_shows_its_reason_and_a_way_to_try_again(sign_in, editor, article):
    set_extraction(article, JobState.FAILED, error="The worker died three times.")
    article.status = ArticleStatus.EXTRACTION_FAILED
    article.save()
    client = sign_in(editor)

    html = page(client, article).content.decode()
    client.post(reverse("article-retry", args=[article.pk]))

    assert "The worker died three times." in html
    assert Extraction.objects.get(revision=article.revision).state == JobState.QUEUED


def test_what_could_not_be_found_out_is_told(sign_in, reviewer, article):
    set_extraction(article, JobState.DONE, notices=["“Yesterday” & “today” stay open."])

    assert "<p>“Yesterday” &amp; “today” stay open.</p>" in page(sign_in(reviewer), article).content.decode()


def test_the_day_printed_in_the_text_is_told_where_none_was_given(sign_in, reviewer, article):
    set_extraction(article, JobState.DONE, date=date(2025, 5, 12), date_printed=True)

    assert "<span>dated 12 May 2025 as printed</span>" in page(sign_in(reviewer), article).content.decode()


@pytest.mark.parametrize(("code", "words"), [("fr", "looks French"), ("xh", "does not look English")])
def test_a_text_in_another_language_says_why_nothing_is_suggested(sign_in, reviewer, article, code, words):
    set_extraction(article, JobState.DONE, language=code)

    html = page(sign_in(reviewer), article).content.decode()

    assert f"This text {words}. {FOREIGN}: select the words to mark claims by hand." in html


def test_who_cannot_mark_is_not_told_to(sign_in, viewer, article):
    set_extraction(article, JobState.DONE, language="fr")

    assert f"This text looks French. {FOREIGN}.</p>" in page(sign_in(viewer), article).content.decode()


@pytest.mark.parametrize(("code", "state"), [("en", "done"), ("", "running"), ("", "failed")])
def test_nothing_is_said_of_the_language_of_other_texts(sign_in, reviewer, article, code, state):
    set_extraction(article, state, language=code)

    assert FOREIGN not in page(sign_in(reviewer), article).content.decode()


@pytest.mark.parametrize(
    ("state", "told"), [("queued", "in what is new"), ("failed", "in the new version failed")]
)
def test_the_search_of_a_later_version_is_told_while_the_checking_goes_on(
    sign_in, editor, article, claim, state, told
):
    search.add_claims([claim.pk])
    text = f"{article.revision.text} It was built by Ana Brandt."
    revisions.add_revision(article, by=editor, text=text, base=article.revision_id)
    article.refresh_from_db()
    set_extraction(article, state, error="The worker died three times.")
    client = sign_in(editor)

    html = page(client, article).content.decode()

    assert article.status == ArticleStatus.CHECKING
    assert told in html
    if state == "failed":
        assert "The worker died three times. The claims that came over stand." in html
        client.post(reverse("article-retry", args=[article.pk]))
        assert Extraction.objects.get(revision=article.revision).state == JobState.QUEUED
