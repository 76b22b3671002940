import pytest
from django.core.exceptions import ValidationError

from claims.reports.reading import NotFinal, report_for, whole_report
from claims.workflow import Status
from tests.factories import ArticleFactory, ClaimFactory


def told(report):
    return [row.id for row in report.rows()]


def claims_of_every_status(article):
    return {
        status: ClaimFactory(article=article, status=status, start=number, end=number + 5).pk
        for number, status in enumerate(Status)
    }


def test_a_report_holds_the_claims_that_were_accepted(article, editor):
    claims = claims_of_every_status(article)
    accepted = ["open", "in_check", "awaiting_second_check", "awaiting_sign_off", "resolved"]

    assert told(report_for(editor, article=article)) == [claims[status] for status in accepted]
    assert told(whole_report(article)) == [claims[status] for status in accepted]


def test_a_filter_by_status_asks_for_the_others(article, editor):
    claims = claims_of_every_status(article)

    report = report_for(editor, article=article, filters={"status": "dismissed,suggested"})

    assert told(report) == [claims["suggested"], claims["dismissed"]]


def test_an_empty_status_is_no_filter(article, editor):
    claims = claims_of_every_status(article)

    assert claims["suggested"] not in told(report_for(editor, filters={"status": ""}))


def test_a_filter_that_is_wrong_is_named(editor):
    with pytest.raises(ValidationError) as wrong:
        report_for(editor, filters={"status": "done"})

    assert set(wrong.value.message_dict) == {"status"}


def test_a_set_holds_only_what_one_may_see(article, editor, other_desk):
    seen = ClaimFactory(article=article)
    ClaimFactory(article=ArticleFactory(desk=other_desk))
    ClaimFactory(article=ArticleFactory(desk=article.desk, restricted=True))

    assert told(report_for(editor)) == [seen.pk]


@pytest.mark.parametrize("person", ["viewer", "admin"])
def test_who_only_reads_waits_for_the_final_report(person, request, article, editor, resolved, sign):
    reader = request.getfixturevalue(person)
    with pytest.raises(NotFinal, match=r"^The report is final once the article is signed off\.$"):
        report_for(reader, article=article)
    assert told(report_for(reader)) == []

    sign(article, editor)

    assert told(report_for(reader, article=article)) == [resolved.pk]
    assert told(report_for(reader)) == [resolved.pk]


@pytest.mark.parametrize("person", ["reviewer", "editor"])
def test_who_checks_reads_the_report_in_work(person, request, article, resolved):
    assert told(report_for(request.getfixturevalue(person), article=article)) == [resolved.pk]
