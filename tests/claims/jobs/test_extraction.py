from datetime import UTC, date, datetime

import pytest
from django.db import connection

from accounts.models import Event, JobState
from claims.actions import blocks, spans, triage
from claims.jobs import extraction as job
from claims.models import Claim, DeskSetting, Extraction, Origin
from claims.workflow import ArticleStatus, Status
from tests.claims.jobs.conftest import (
    ARTICLE_DATE,
    FACTS,
    NOTICE,
    SPANS,
    TEXT,
    let_its_lease_run_out,
    stored_spans,
)


class Died(BaseException):
    """The process ends here: nothing below catches it, nothing after it runs."""


def test_what_is_found_is_stored_as_suggestions(submit, finding):
    extraction = submit()

    job.extract_claims(extraction.pk)

    extraction = Extraction.objects.get(pk=extraction.pk)
    claim = extraction.revision.claims.order_by("start").first()
    assert (extraction.state, extraction.attempt, extraction.language) == (JobState.DONE, 1, "en")
    assert extraction.done == extraction.total > 0
    assert [(one["start"], one["end"]) for one in extraction.sentences] == SPANS
    assert stored_spans(extraction) == SPANS
    assert (claim.text, claim.status, claim.origin) == (TEXT[slice(*SPANS[0])], "suggested", Origin.MACHINE)
    assert claim.priority == sum(part.points for part in claim.priority_parts()) > 0
    assert extraction.revision.article.status == ArticleStatus.CHECKING


def test_a_claim_is_kept_as_it_reads_alone_only_where_that_differs(submit, finding):
    job.extract_claims(submit().pk)

    first, second = Claim.objects.order_by("start")
    assert (first.standalone, second.standalone) == ("Rents rose by 9 percent in May [2025].", "")


def test_a_sentence_is_kept_with_its_reasons_and_its_twin_where_it_has_any(submit, finding):
    extraction = submit()

    job.extract_claims(extraction.pk)

    extraction.refresh_from_db()
    (start, end), (other_start, other_end) = SPANS
    assert extraction.sentences == [
        {"start": start, "end": end, "score": 0.9, "twin": {"start": other_start, "end": other_end}},
        {
            "start": other_start,
            "end": other_end,
            "score": 0.6,
            "against": [{"cue": "a judgement", "start": 40, "end": 42}],
        },
    ]
    assert extraction.notices == [NOTICE]
    assert extraction.facts == FACTS


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        (None, (ARTICLE_DATE, True)),
        (datetime(2025, 5, 14, 23, 30, tzinfo=UTC), (date(2025, 5, 14), False)),
    ],
)
def test_the_date_of_the_article_is_the_one_given_or_else_the_one_printed(submit, finding, given, kept):
    extraction = submit(published_at=given)

    job.extract_claims(extraction.pk)

    extraction.refresh_from_db()
    assert (extraction.date, extraction.date_printed) == kept


def test_the_desk_says_from_which_score_on_a_sentence_is_suggested(submit, finding, desk):
    DeskSetting.objects.create(desk=desk, threshold=0.7)
    extraction = submit()

    job.extract_claims(extraction.pk)

    extraction.refresh_from_db()
    assert extraction.threshold == 0.7
    assert [(one["start"], one["end"]) for one in extraction.sentences] == SPANS
    assert stored_spans(extraction) == SPANS[:1]


def test_the_beginning_is_an_event_once(submit, finding):
    extraction = submit()

    job.extract_claims(extraction.pk)
    job.begin(extraction.revision)  # by another run of the same job

    began = Event.objects.about(extraction.revision.article).filter(kind="article.extracting").get()
    assert (began.by, began.before, began.after) == (None, {"status": "received"}, {"status": "extracting"})


def test_an_article_in_which_nothing_is_found_is_ready(submit, finding, monkeypatch):
    extraction = submit()
    monkeypatch.setattr(
        job.language, "find_candidates", lambda *_, **__: job.language.Extracted("en", [], [])
    )

    job.extract_claims(extraction.pk)

    extraction.revision.article.refresh_from_db()
    assert extraction.revision.article.status == ArticleStatus.READY


def test_a_late_copy_of_the_message_finds_the_job_done(submit, finding):
    extraction = submit()
    job.extract_claims(extraction.pk)

    finding(lambda text: pytest.fail("the work was done twice"))
    job.extract_claims(extraction.pk)

    assert stored_spans(extraction) == SPANS


def test_a_late_copy_of_the_message_finds_the_job_taken(submit, finding):
    extraction = submit()
    runs = []

    def same_message_again(text):
        runs.append(text)
        job.extract_claims(extraction.pk)

    finding(same_message_again)
    job.extract_claims(extraction.pk)

    assert len(runs) == 1
    assert stored_spans(extraction) == SPANS


def test_a_run_that_was_overtaken_stores_nothing(submit, finding):
    extraction = submit()

    def overtaken(text):
        let_its_lease_run_out(extraction)
        finding()
        job.extract_claims(extraction.pk)

    finding(overtaken)
    job.extract_claims(extraction.pk)

    extraction.refresh_from_db()
    assert (extraction.state, extraction.attempt, extraction.deaths) == (JobState.DONE, 2, 1)
    assert stored_spans(extraction) == SPANS
    assert Event.objects.filter(kind="article.extracted").count() == 1


def test_a_process_that_dies_at_any_query_leaves_nothing_or_everything(submit, finding):
    extraction = submit()
    deaths = 0
    while True:
        try:
            with connection.execute_wrapper(dying_before_query(deaths)):
                job.extract_claims(extraction.pk)
        except Died:
            extraction.refresh_from_db()
            assert extraction.state != JobState.DONE
            assert stored_spans(extraction) == []
            assert not Event.objects.filter(kind="article.extracted").exists()
            deaths += 1
            let_its_lease_run_out(extraction)
        else:
            break

    extraction.refresh_from_db()
    article = extraction.revision.article
    assert deaths > 10  # queries of one run
    assert extraction.state == JobState.DONE
    assert stored_spans(extraction) == SPANS
    assert article.status == ArticleStatus.CHECKING
    assert Event.objects.filter(kind="article.extracted").count() == 1


def dying_before_query(number):
    left = [number]

    def execute(run, sql, *args):
        if sql.startswith(("SAVEPOINT", "RELEASE", "ROLLBACK")):
            return run(sql, *args)  # what a transaction of a test is made of
        if not left[0]:
            raise Died
        left[0] -= 1
        return run(sql, *args)

    return execute


@pytest.mark.parametrize(
    ("start", "end"),
    [SPANS[0], (SPANS[0][0] + 6, SPANS[0][1]), (SPANS[0][0], SPANS[0][1] + 1)],
    ids=["the very words", "a part of them", "more than them"],
)
def test_a_claim_that_a_person_marked_meanwhile_stands(submit, finding, editor, start, end):
    extraction = submit()
    article = extraction.revision.article
    finding(lambda text: triage.mark_claim(article, by=editor, start=start, end=end))

    job.extract_claims(extraction.pk)

    by_hand, by_machine = extraction.revision.claims.order_by("start")
    assert (by_hand.text, by_hand.origin) == (TEXT[start:end].strip(), Origin.HAND)
    assert by_hand.status == "open"
    assert (by_machine.start, by_machine.end, by_machine.origin) == (*SPANS[1], Origin.MACHINE)


def test_a_restored_block_brings_its_suggestions_and_nothing_that_was_searched_before(
    submit, finding, editor
):
    extraction = submit()
    article = extraction.revision.article
    blocks.set_role(article, by=editor, start=SPANS[1][0], role="furniture")
    job.extract_claims(extraction.pk)
    first, second = Claim.objects.order_by("start")
    Extraction.objects.filter(pk=extraction.pk).update(
        sentences=[{"start": SPANS[0][0], "end": SPANS[0][1], "score": 0.9}]
    )
    Claim.objects.filter(pk=second.pk).update(status=Status.CLOSED)  # as if it had been set aside
    spans.respan(first, by=editor, start=first.start, end=first.end - 8)

    blocks.set_role(article, by=editor, start=SPANS[1][0], role="paragraph")
    job.extract_claims(extraction.pk)

    live = Claim.objects.exclude(status=Status.CLOSED).order_by("start")
    assert [(claim.start, claim.end) for claim in live] == [(SPANS[0][0], SPANS[0][1] - 8), SPANS[1]]
    assert Extraction.objects.get(pk=extraction.pk).state == JobState.DONE
