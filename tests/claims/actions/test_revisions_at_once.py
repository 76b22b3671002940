"""New versions at the same moment as each other, as a verdict, or as the search: nothing is lost."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from claims import search
from claims.actions import revisions, verdicts
from claims.extraction import Candidate, Extracted, pipeline
from claims.jobs import extraction as job
from claims.models import Article, Carried, Claim, Extraction, Standing
from claims.workflow import ArticleStatus, Status, WorkflowError
from tests.factories import ArticleFactory, ClaimFactory, EvidenceFactory, RatingFactory

pytestmark = pytest.mark.django_db(transaction=True)

TEXT = "Rents rose by 9 percent in May. It rained all week in Brask."
RENTS, RAIN = (0, 31), (32, 60)
ROUNDS = 5


def at_once(*calls):
    """What all `calls` return or raise (WorkflowError), which begin together on connections of their own."""
    start = Barrier(len(calls))

    def run(call):
        start.wait()
        try:
            return call()
        except WorkflowError as error:
            return error
        finally:
            connection.close()

    with ThreadPoolExecutor(len(calls)) as pool:
        return list(pool.map(run, calls))


def article_with_claims(desk, editor, **fields):
    article = ArticleFactory(desk=desk, submitted_by=editor, text=TEXT)
    claims = [ClaimFactory(article=article, start=a, end=b, **fields) for a, b in (RENTS, RAIN)]
    search.add_claims([claim.pk for claim in claims])
    return article, claims


def sending(article, text, editor):
    """A press of "save" by somebody who read the article as it stands now."""
    read, base = Article.objects.get(pk=article.pk), article.revision_id
    return lambda: revisions.add_revision(read, by=editor, text=text, base=base)


def require_whole(article):
    """Every claim that goes on stands on its words in the newest revision."""
    article.refresh_from_db()
    for claim in Claim.objects.filter(article=article).exclude(status=Status.CLOSED):
        assert claim.revision_id == article.revision_id
        assert claim.text == article.revision.text[claim.start : claim.end]


def test_of_many_versions_at_once_exactly_one_is_stored(desk, editor, second_editor):
    article, claims = article_with_claims(desk, editor)
    texts = [TEXT.replace("9 percent", f"{n} percent") for n in range(10, 16)]

    answers = at_once(
        *(
            sending(article, text, person)
            for text, person in zip(texts, [editor, second_editor] * 3, strict=True)
        )
    )

    [stored] = [answer for answer in answers if isinstance(answer, tuple)]
    refused = [answer for answer in answers if isinstance(answer, WorkflowError)]
    article.refresh_from_db()
    assert [error.code for error in refused] == ["article_changed"] * 5
    assert {error.state["revision"] for error in refused} == {article.revision_id}
    assert (article.revision, article.revision.number) == (stored[0], 2)
    assert article.revision.text in texts
    assert Extraction.objects.filter(revision__article=article).count() == 2
    assert Carried.objects.filter(revision=article.revision).count() == len(claims)
    require_whole(article)


def test_the_same_version_twice_at_once_is_stored_once(desk, editor):
    article, _ = article_with_claims(desk, editor)

    answers = at_once(*[sending(article, TEXT + " More.", editor)] * 2)

    assert sorted(is_new for _revision, _plan, is_new in answers) == [False, True]
    assert len({revision for revision, _plan, _is_new in answers}) == 1
    assert article.revisions.count() == 2
    require_whole(article)


def test_a_verdict_and_a_changed_fact_at_once_never_leave_a_verdict_on_words_nobody_judged(
    desk, editor, reviewer
):
    for _ in range(ROUNDS):
        article, [claim, other] = article_with_claims(desk, editor, status=Status.IN_CHECK, assignee=reviewer)
        rating = RatingFactory(scale=article.scale)
        records = {one.pk: EvidenceFactory(claim=one, added_by=reviewer) for one in (claim, other)}

        def propose(one, rating=rating, records=records):
            return verdicts.propose_verdict(
                one, by=reviewer, rating=rating, rationale="Seen.", evidence=[records[one.pk]]
            )

        _sent, on_changed, on_kept = at_once(
            sending(article, TEXT.replace("9 percent", "8 percent"), editor),
            lambda propose=propose, claim=claim: propose(claim),
            lambda propose=propose, other=other: propose(other),
        )

        claim.refresh_from_db()
        assert (claim.status, claim.verdict, claim.assignee) == (Status.IN_CHECK, None, reviewer)
        assert claim.text == "Rents rose by 8 percent in May."
        if not isinstance(on_changed, WorkflowError):  # it was faster, and its words went
            on_changed.refresh_from_db()
            assert (on_changed.standing, on_changed.words) == (Standing.SUPERSEDED, TEXT[slice(*RENTS)])
        other.refresh_from_db()
        assert (other.status, other.verdict) == (Status.AWAITING_SIGN_OFF, on_kept)
        require_whole(article)


def test_a_version_while_the_search_ends_loses_neither(desk, editor, monkeypatch):
    found = [Candidate(*RENTS, 0.9, "quantity", [], "", [], [])]
    monkeypatch.setattr(pipeline, "load", lambda: None)
    monkeypatch.setattr(job.language, "find_candidates", lambda *_, **__: Extracted("en", [], found))
    for _ in range(ROUNDS):
        article = ArticleFactory(desk=desk, submitted_by=editor, text=TEXT, status=ArticleStatus.EXTRACTING)
        Extraction.objects.filter(revision=article.revision).update(state="queued")
        search_of_first = article.revision.extraction.pk
        more = f"{TEXT} It was cold."

        at_once(sending(article, more, editor), lambda pk=search_of_first: job.extract_claims(pk))
        article.refresh_from_db()
        job.extract_claims(Extraction.objects.get(revision=article.revision_id).pk)

        [claim] = Claim.objects.filter(article=article)
        article.refresh_from_db()
        assert (claim.text, claim.status) == (TEXT[slice(*RENTS)], Status.SUGGESTED)
        assert (article.revision.text, article.status) == (more, ArticleStatus.CHECKING)
        require_whole(article)
