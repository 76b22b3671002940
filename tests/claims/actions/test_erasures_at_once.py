"""What is written while words are erased is erased with them or refused; of two who carry out one does."""

from contextlib import suppress
from types import SimpleNamespace

import pytest
from django.utils import timezone

from claims.actions import erasures, evidence, notes, triage
from claims.jobs import extraction as extraction_job
from claims.jobs import leases
from claims.models import Article, Claim, Evidence, Extraction, Note
from claims.workflow import ArticleErased
from tests.claims.actions.test_revisions_at_once import ROUNDS, at_once
from tests.factories import ArticleFactory, ClaimFactory, UserFactory

pytestmark = pytest.mark.django_db(transaction=True)
SOURCE = {"kind": "primary", "locator": "zwieback", "stance": "supports"}
WRITES = {
    "note": lambda claim, by: notes.add_note(claim, by=by, body="zwieback"),
    "evidence": lambda claim, by: evidence.add_evidence(claim, by=by, **SOURCE),
    "mark": lambda claim, by: triage.mark_claim(claim.article, by=by, start=30, end=48),
}


@pytest.mark.parametrize("write", WRITES)
def test_nothing_that_is_written_meanwhile_survives(write, desk, editor, second_editor, admin):
    for _ in range(ROUNDS):
        article = ArticleFactory(desk=desk, text="The harbour has 1,200 berths. Zwieback is a rusk.")
        claim = ClaimFactory(article=article)
        asked = erasures.ask(article, by=editor, reason="A court said so.")

        erased, written = at_once(
            lambda asked=asked: erasures.carry_out(asked, by=admin),
            lambda claim=claim: WRITES[write](claim, second_editor),
        )

        assert erased is None
        assert not isinstance(written, Exception) or isinstance(written, ArticleErased)
        assert not Note.objects.filter(body="zwieback").exists()
        assert not Evidence.objects.filter(locator="zwieback").exists()
        assert set(Claim.objects.filter(article=article).values_list("text", "status")) == {
            ("[erased]", "closed")
        }


def test_of_two_admins_one_carries_out(desk, editor, admin):
    other = UserFactory(role="admin")
    asked = erasures.ask(ArticleFactory(desk=desk), by=editor, reason="A court said so.")

    said = at_once(
        *(
            lambda by=by: erasures.carry_out(type(asked).objects.get(pk=asked.pk), by=by)
            for by in (admin, other)
        )
    )

    assert sorted(type(one).__name__ for one in said) == ["ErasureChanged", "NoneType"]


def test_a_search_that_ends_meanwhile_stores_nothing_that_stays(desk, editor, admin):
    """Both lock the search and the article, in the same order: neither waits for ever."""
    found = SimpleNamespace(language="en", sentences=[], facts=[], date=None, candidates=[])
    found.notices = ["zwieback"]

    def ending(job, revision):
        with suppress(leases.LeaseLost):
            extraction_job.store(job, revision, [], found, 0.5, given=False)

    for _ in range(ROUNDS):
        article = ArticleFactory(desk=desk)
        Extraction.objects.filter(revision=article.revision).update(state="running", attempt=1)
        job = Extraction.objects.get(revision=article.revision)
        asked = erasures.ask(article, by=editor, reason="A court said so.")

        erased, _ended = at_once(
            lambda asked=asked: erasures.carry_out(asked, by=admin),
            lambda job=job, article=article: ending(job, article.revision),
        )

        assert erased is None
        assert Article.objects.get(pk=article.pk).erased_at <= timezone.now()
        assert Extraction.objects.get(pk=job.pk).notices == []
