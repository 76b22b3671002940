"""Searches that fail, are tried again, or were overtaken."""

import pytest
from django.db import OperationalError

from accounts.models import Event, JobState
from claims.actions import articles, revisions
from claims.jobs import extraction as job
from claims.models import Claim, Extraction
from claims.workflow import ArticleChanged, ArticleStatus
from tests.claims.jobs.conftest import SPANS, let_its_lease_run_out, stored_spans


def broken(text):
    raise ValueError("a sentence of the article")


@pytest.fixture
def failed(submit, finding):
    """An extraction whose extractor broke."""
    extraction = submit()
    finding(broken)
    job.extract_claims(extraction.pk)
    extraction.refresh_from_db()
    return extraction


def test_a_broken_extractor_is_a_failure_with_a_reason(failed):
    article = failed.revision.article

    assert failed.state == JobState.FAILED
    assert "ValueError" in failed.error
    assert "a sentence of the article" not in failed.error
    assert article.status == ArticleStatus.EXTRACTION_FAILED
    assert Event.objects.about(article).last().note == failed.error
    assert stored_spans(failed) == []


def test_a_broken_constraint_fails_loudly(submit, finding, monkeypatch):
    extraction = submit()
    monkeypatch.setattr("claims.jobs.suggestions.prominence_of", lambda *_: None)

    job.extract_claims(extraction.pk)

    extraction.refresh_from_db()
    assert extraction.state == JobState.FAILED
    assert stored_spans(extraction) == []


def test_a_database_that_is_away_is_not_the_fault_of_the_text(submit, finding):
    extraction = submit()

    def away(text):
        raise OperationalError("the connection is closed")

    finding(away)
    with pytest.raises(OperationalError):
        job.extract_claims(extraction.pk)

    let_its_lease_run_out(extraction)
    finding()
    job.extract_claims(extraction.pk)

    assert stored_spans(extraction) == SPANS


def test_a_failed_extraction_is_tried_again_when_an_editor_asks(failed, finding, editor):
    Extraction.objects.filter(pk=failed.pk).update(deaths=4)
    articles.retry_extraction(failed.revision.article, by=editor)
    failed.refresh_from_db()
    assert (failed.state, failed.error, failed.deaths, failed.published_at) == (JobState.QUEUED, "", 0, None)

    finding()
    job.extract_claims(failed.pk)

    failed.refresh_from_db()
    assert (failed.state, failed.attempt) == (JobState.DONE, 2)
    assert stored_spans(failed) == SPANS


def test_an_extraction_that_goes_well_is_not_tried_again(submit, finding, editor):
    extraction = submit()
    job.extract_claims(extraction.pk)
    article = extraction.revision.article
    article.refresh_from_db()

    with pytest.raises(ArticleChanged):
        articles.retry_extraction(article, by=editor)

    assert Claim.objects.count() == len(SPANS)


def test_an_old_search_that_fails_says_nothing_of_the_newer_text(submit, finding, editor):
    extraction = submit()
    article = extraction.revision.article

    def overtaken(text):
        revisions.add_revision(article, by=editor, text=f"{text} It is new.", base=article.revision_id)
        raise ValueError("broken by the old text")

    finding(overtaken)
    job.extract_claims(extraction.pk)

    extraction.refresh_from_db()
    article.refresh_from_db()
    assert (extraction.state, article.status) == (JobState.FAILED, ArticleStatus.EXTRACTING)
