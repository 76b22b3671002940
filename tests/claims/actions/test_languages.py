"""Who reads another language is refused in it; what is stored stays English."""

import pytest
from django.core.exceptions import ValidationError

from accounts.models import Event
from claims import reasons
from claims.actions import articles, triage
from claims.actions.settings import set_threshold
from claims.intake import documents
from claims.models import SignOff
from claims.workflow import ArticleChanged, ArticleStatus, Status
from tests.factories import ClaimFactory
from tests.german import reading


def refusal(text):
    with pytest.raises(ValidationError) as refused:
        articles.read_text(text)
    return refused.value.message_dict["text"]


@pytest.mark.parametrize("text", ["", " \u200b", "x" * 400_001])
def test_what_is_wrong_with_a_text_is_said_as_on_the_command_line_and_in_german(text):
    with pytest.raises(documents.UnreadableText) as unreadable:
        documents.from_text(text)

    assert refusal(text) == [str(unreadable.value)]
    with reading():
        (german,) = refusal(text)
    assert german.startswith("«")
    assert german.endswith("»")


def test_figures_are_those_of_the_language():
    with reading():
        (german,) = refusal("x" * 400_001)

    assert "400.001 characters; at most 400.000" in german


def test_gates_are_refused_in_german_and_stored_in_english(desk, editor):
    claim = ClaimFactory(
        article__desk=desk, article__status=ArticleStatus.CHECKING, status=Status.OPEN, assignee=None
    )
    article = claim.article
    with reading():
        with pytest.raises(ArticleChanged) as refused:
            articles.sign_off_article(article, by=editor, revision=article.revision_id)
        articles.sign_off_article(
            article, by=editor, revision=article.revision_id, note="Now.", exceptions=["open"]
        )

    assert refused.value.message == "«Not ready: «1 claim open».»"
    assert [gate["message"] for gate in SignOff.objects.get().exceptions] == ["1 claim open"]


def test_plan_and_threshold_are_noted_in_english(desk, editor):
    claim = ClaimFactory(article__desk=desk)
    with reading():
        triage.plan(claim, by=editor, risk="high", due_at=None)
        set_threshold(desk, by=editor, threshold=0.7, version=1)

    assert Event.objects.about(claim).last().note == "high risk, no deadline"
    assert Event.objects.about(desk).last().note.endswith(" to 0.70")


def test_reasons_of_the_desk_are_translated_and_those_of_people_are_not():
    with reading():
        assert reasons.as_read("An opinion.") == "«An opinion.»"
        assert reasons.as_read("open") == "open"
