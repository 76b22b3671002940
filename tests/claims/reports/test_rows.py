from datetime import UTC, datetime

import pytest
from django.utils import timezone

from accounts import sealing
from accounts.models import Event, Seal
from claims.models import Article, Claim, SignOff
from claims.reports import rows
from claims.reports.facts import ArticleFacts, Source
from claims.reports.rows import Report
from claims.workflow import Status
from tests.factories import ArticleFactory, ClaimFactory, EvidenceFactory, VerdictFactory

NOON = datetime(2026, 3, 4, 12, 0, tzinfo=UTC)


def report_of(article):
    return Report(Claim.objects.filter(article=article), article=article.pk)


def test_a_row_tells_claim_verdict_evidence_and_people(article, resolved, editor, reviewer):
    (row,) = report_of(article).rows()

    assert (row.id, row.start, row.end, row.text) == (resolved.pk, 0, 29, "The harbour has 1,200 berths.")
    assert row.standalone == ""
    assert (row.status, row.rating, row.number, row.colour) == ("resolved", "Mostly true", 4, "teal")
    assert (row.rationale, row.confidence) == ("The register says so.", "high")
    assert (row.checked_by, row.checked_at) == (reviewer.name, NOON)
    assert (row.signed_off_by, row.signed_off_at) == (editor.name, NOON)
    assert row.evidence == (
        Source(
            kind="primary",
            stance="supports",
            relied_on=True,
            private=False,
            locator="https://harbour.example/register",
            quote="1,200 berths",
            terms="on_record",
            obtained_at=NOON,
            obtained_by=reviewer.name,
        ),
    )


def test_a_row_without_a_verdict_is_empty_there(article):
    ClaimFactory(article=article, status=Status.IN_CHECK)

    (row,) = report_of(article).rows()

    assert row[10:] == ("", None, "", "", "", "", "", "", "", None, "", None, (), "")


def test_a_private_source_keeps_kind_and_stance_only(article, resolved):
    EvidenceFactory(claim=resolved, private=True, locator="Hidden Harry", quote="hush", stance="contradicts")

    (row,) = report_of(article).rows()

    assert row.evidence[1] == Source("primary", "contradicts", False, True, "private source")


def test_evidence_of_a_verdict_that_no_longer_stands_was_not_relied_on(article, resolved):
    earlier = EvidenceFactory(claim=resolved)
    VerdictFactory(claim=resolved, standing="returned").evidence.add(earlier)

    (row,) = report_of(article).rows()

    assert [source.relied_on for source in row.evidence] == [True, False]


def test_facts_of_an_article_in_work_have_no_sign_off(article, editor, sign):
    sign(article, editor)
    Article.objects.update(status="checking")  # reopened

    (facts,) = report_of(article).facts()

    assert facts == ArticleFacts(
        id=article.pk,
        title="Berths",
        kind="outside",
        desk=article.desk.name,
        writer="",
        byline="A. Writer",
        status="checking",
        published_at=None,
        revision=1,
        sha256=article.revision.sha256,
        extractor="",
    )
    assert not facts.is_final


def test_facts_of_a_signed_article_name_the_last_signature(article, editor, second_editor, sign):
    sign(article, editor)
    sign(article, second_editor)

    (facts,) = report_of(article).facts()

    assert facts.is_final
    assert (facts.signed_off_by, facts.signed_off_revision) == (second_editor.name, 1)


def test_a_sign_off_that_was_undone_is_not_told(article, resolved):
    SignOff.objects.update(undone_at=timezone.now())

    (row,) = report_of(article).rows()

    assert (row.signed_off_by, row.signed_off_at) == ("", None)


def test_a_dismissed_claim_tells_the_last_reason(article, editor):
    claim = ClaimFactory(article=article, status=Status.DISMISSED)
    for reason in ("an opinion", "said in jest"):
        Event.objects.append("claim.dismiss", claim, by=editor, note=reason)

    (row,) = report_of(article).rows()

    assert row.dismissed_because == "said in jest"


def test_a_restored_claim_tells_no_reason(article, editor):
    claim = ClaimFactory(article=article, status=Status.OPEN)
    Event.objects.append("claim.dismiss", claim, by=editor, note="an opinion")

    (row,) = report_of(article).rows()

    assert row.dismissed_because == ""


def test_rows_stand_in_the_order_of_articles_and_texts(article, monkeypatch):
    monkeypatch.setattr(rows, "CHUNK", 2)
    other = ArticleFactory(desk=article.desk)
    second = ClaimFactory(article=article, start=30, end=48)
    elsewhere = ClaimFactory(article=other)
    first = ClaimFactory(article=article, start=0, end=29)
    report = Report(Claim.objects.all())

    assert [row.id for row in report.rows()] == [first.pk, second.pk, elsewhere.pk]
    assert list(report.articles) == [article.pk, other.pk]
    assert (len(report), report.done) == (3, 3)
    assert [(facts.id, [row.id for row in found]) for facts, found in report.by_article()] == [
        (article.pk, [first.pk, second.pk]),
        (other.pk, [elsewhere.pk]),
    ]


def test_an_article_without_claims_still_has_its_facts(article):
    assert [(facts.id, list(found)) for facts, found in report_of(article).by_article()] == [(article.pk, [])]


@pytest.mark.parametrize("claims", [1, 3])
def test_queries_do_not_grow_with_rows(article, resolve, claims, django_assert_num_queries):
    for number in range(claims):
        resolve(ClaimFactory(article=article, start=number, end=number + 5))

    with django_assert_num_queries(
        8
    ):  # ids; claims, articles, their signatures, corrections, evidence, sign-offs, reasons
        assert len(list(report_of(article).rows())) == claims


def test_the_head_of_the_trail_is_that_of_the_beginning(article, editor):
    Event.objects.append("article.read", article, by=editor)
    sealing.seal_all()
    report = report_of(article)
    head = report.trail
    Event.objects.append("article.read", article, by=editor)

    assert report.trail == head == (1, Seal.objects.get().hash, 0)
    assert report_of(article).trail == head._replace(unsealed=1)
