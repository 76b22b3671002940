import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from accounts.models import Event
from claims.actions import publishing
from claims.models import CommentRequest
from claims.workflow import ArticleChanged, ArticleStatus, ClaimChanged
from tests.factories import ArticleFactory, ClaimFactory

ADDRESS = "https://paper.example/rents"


@pytest.fixture
def signed(desk, editor):
    return ArticleFactory(desk=desk, submitted_by=editor, status=ArticleStatus.SIGNED_OFF)


def test_a_signed_article_is_published_at_an_address(signed, editor):
    published = publishing.publish(signed, by=editor, address=ADDRESS)

    assert (published.revision, published.address) == (signed.revision, ADDRESS)
    assert Event.objects.about(signed).last().after["address"] == ADDRESS


@pytest.mark.parametrize(
    "address", ["", "paper.example/rents", "javascript:alert(1)", "ftp://paper.example/"]
)
def test_an_address_that_is_none_is_refused_at_its_field(signed, editor, address):
    with pytest.raises(ValidationError) as raised:
        publishing.publish(signed, by=editor, address=address)

    assert "address" in raised.value.message_dict


def test_nothing_is_published_before_its_sign_off(desk, editor):
    article = ArticleFactory(desk=desk, submitted_by=editor)

    with pytest.raises(ArticleChanged):
        publishing.publish(article, by=editor, address=ADDRESS)


def test_a_correction_is_a_record_of_a_published_piece(signed, editor):
    wrong = {"by": editor, "old": "9 percent", "new": "8 percent", "why": "A slip."}
    with pytest.raises(ArticleChanged):
        publishing.correct(signed, **wrong)
    publishing.publish(signed, by=editor, address=ADDRESS)

    correction = publishing.correct(signed, **wrong)

    assert (correction.old, correction.new, correction.why) == ("9 percent", "8 percent", "A slip.")
    assert Event.objects.about(signed).last().kind == "article.corrected"


@pytest.mark.parametrize(("field", "value"), [("old", " "), ("why", ""), ("new", "9 percent")])
def test_what_is_missing_in_a_correction_is_said_at_its_field(signed, editor, field, value):
    publishing.publish(signed, by=editor, address=ADDRESS)
    given = {"old": "9 percent", "new": "8 percent", "why": "A slip."} | {field: value}

    with pytest.raises(ValidationError) as raised:
        publishing.correct(signed, by=editor, **given)

    assert list(raised.value.message_dict) == [field]


def test_a_claim_of_another_article_is_not_corrected_here(signed, editor):
    publishing.publish(signed, by=editor, address=ADDRESS)

    with pytest.raises(ValidationError):
        publishing.correct(signed, by=editor, old="a", new="b", why="c", claim=ClaimFactory())


def test_who_is_asked_and_what_they_answer(desk, editor, reviewer):
    claim = ClaimFactory(article=ArticleFactory(desk=desk, submitted_by=editor))
    asked = publishing.ask_for_comment(claim, by=reviewer, whom=" The  ministry ", question="Is it so?")
    stale = CommentRequest.objects.get(pk=asked.pk)

    publishing.answer_comment(asked, by=reviewer, answer="It is.")

    assert (asked.whom, asked.answer) == ("The ministry", "It is.")
    assert [event.kind for event in Event.objects.about(claim)] == ["claim.asked", "claim.answered"]
    with pytest.raises(ClaimChanged):
        publishing.answer_comment(stale, by=reviewer, answer="It is not.")
    with pytest.raises(ClaimChanged, match="An answer to this request"):
        publishing.answer_comment(asked, by=reviewer, answer="It is not.")


def test_who_only_reads_neither_publishes_nor_asks(signed, viewer, reviewer):
    with pytest.raises(PermissionDenied):
        publishing.publish(signed, by=reviewer, address=ADDRESS)
    with pytest.raises(PermissionDenied):
        publishing.ask_for_comment(ClaimFactory(), by=viewer, whom="The ministry")
