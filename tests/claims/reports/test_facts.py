from datetime import datetime, timedelta, timezone

import pytest

from claims.models import KINDS, ArticleKind, Confidence, EvidenceKind, Outcome, Stance, Terms
from claims.reports.facts import ArticleFacts, Source, VerdictRow, moment
from claims.text import Kind
from claims.workflow import ArticleStatus, Status

CAPE_TOWN = timezone(timedelta(hours=2))


def article(**facts):
    return ArticleFacts(**dict.fromkeys(ArticleFacts._fields, "") | facts)


def row(**told):
    return VerdictRow(**dict.fromkeys(VerdictRow._fields, "") | told)


def test_a_time_is_written_in_utc_to_the_second():
    assert moment(datetime(2026, 3, 4, 1, 30, 5, 999, tzinfo=CAPE_TOWN)) == "2026-03-03T23:30:05Z"
    assert moment(None) is None


@pytest.mark.parametrize(
    ("locator", "link"),
    [
        ("https://harbour.example/a?b=c", "https://harbour.example/a?b=c"),
        ("HTTP://harbour.example", "HTTP://harbour.example"),
        ("javascript:alert(1)", ""),
        (" javascript:alert(1)//http://x", ""),
        ("data:text/html,x", ""),
        ("//harbour.example", ""),
        ("https:harbour", ""),
        ("http://[broken", ""),
        ("page 12 of the register", ""),
    ],
)
def test_only_web_addresses_are_links(locator, link):
    assert Source("primary", "supports", True, False, locator).link == link


@pytest.mark.parametrize("status", ArticleStatus)
def test_an_article_is_final_from_its_sign_off(status):
    assert article(status=status).is_final == (status in {"signed_off", "closed"})


def test_every_code_has_a_word():
    for kind in ArticleKind:
        assert article(kind=kind.value).kind_label == kind.label
    for status in ArticleStatus:
        assert article(status=status.value).status_label == status.label
    for kind in Kind:
        assert row(kind=kind.value).kind_label == KINDS[kind]
    for name, words in {"status": Status, "outcome": Outcome, "confidence": Confidence}.items():
        for word in words:
            assert getattr(row(**{name: word.value}), f"{name}_label") == word.label
    for kind, stance, terms in zip(EvidenceKind, [*Stance, *Stance], [*Terms, *Terms], strict=False):
        source = Source(kind.value, stance.value, True, False, "page 1", terms=terms.value)
        assert (source.kind_label, source.stance_label, source.terms_label) == (
            kind.label,
            stance.label,
            terms.label,
        )


def test_what_is_not_there_has_no_word():
    assert (row().outcome_label, row().confidence_label) == ("", "")
    assert Source("primary", "supports", True, True, "private source").terms_label == ""
