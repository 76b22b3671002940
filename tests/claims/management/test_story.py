import pytest
from django.core.exceptions import PermissionDenied

from claims.management import newsroom, story
from claims.models import Article, CheckRule, Claim, Evidence, Note, Origin, Standing, Verdict
from claims.workflow import Status

pytestmark = pytest.mark.django_db

WORDS = "There were nine water stations along the course."


@pytest.fixture
def article(no_model, newsroom_people, monkeypatch):
    monkeypatch.setattr(story, "play", lambda *args: None)
    newsroom.load_article("harbour-run", newsroom_people)
    monkeypatch.undo()
    return Article.objects.get()


def chapter(**entry):
    return {"claims": [{"words": WORDS, "accepted_by": "reviewer"} | entry]}


def test_the_suggestion_that_holds_the_words_is_accepted(article, newsroom_people):
    story.play(article, chapter(), newsroom_people)

    claim = Claim.objects.get(status=Status.OPEN)
    assert claim.origin == Origin.MACHINE
    assert WORDS in claim.text


def test_a_suggestion_that_leaves_out_how_the_words_begin_is_the_one(article, newsroom_people):
    claim = article.claims.get(text__contains=WORDS)
    claim.start += claim.text.index(WORDS) + 1
    claim.text = article.revision.text[claim.start : claim.end]
    claim.save()

    story.play(article, chapter(), newsroom_people)

    assert Claim.objects.get(status=Status.OPEN) == claim


def test_words_nobody_suggested_are_marked_by_hand(article, newsroom_people):
    article.claims.all().delete()

    story.play(article, chapter(), newsroom_people)

    claim = Claim.objects.get()
    assert (claim.text, claim.status, claim.origin) == (WORDS, Status.OPEN, Origin.HAND)


def test_what_nobody_suggested_need_not_be_dismissed(article, newsroom_people):
    article.claims.all().delete()

    story.play(
        article,
        {"claims": [{"words": WORDS, "dismissed_by": "reviewer", "reason": "No."}]},
        newsroom_people,
    )

    assert not Claim.objects.exists()


SECOND = {"rating": "confirmed", "outcome": "keep", "rationale": "Counted on the map: nine."}


@pytest.mark.parametrize("told", [True, False])
def test_where_a_rule_asks_for_it_a_second_verdict_is_given_or_awaited(article, newsroom_people, told):
    CheckRule.objects.create()
    entry = {
        "held_by": "reviewer",
        "evidence": [{"by": "reviewer", "kind": "document", "locator": "The map", "stance": "supports"}],
        "verdict": SECOND | {"rationale": "The map shows nine."},
        "signed_off_by": "editor",
    }

    said = {"second": SECOND | {"by": "second_reviewer"}} if told else {}
    story.play(article, chapter(**entry, **said), newsroom_people)

    claim = Claim.objects.exclude(status=Status.SUGGESTED).get()
    assert claim.status == (Status.RESOLVED if told else Status.AWAITING_SECOND_CHECK)
    assert Verdict.objects.count() == 1 + told


def test_a_second_verdict_nobody_asks_for_is_not_given(article, newsroom_people):
    story.play(
        article,
        chapter(
            held_by="reviewer",
            evidence=[{"by": "reviewer", "kind": "document", "locator": "The map", "stance": "supports"}],
            verdict=SECOND,
            second=SECOND | {"by": "second_reviewer"},
        ),
        newsroom_people,
    )

    assert Verdict.objects.get().author == newsroom_people["reviewer"]


def test_a_claim_is_assigned_sourced_discussed_judged_and_returned(article, newsroom_people):
    source = {"kind": "document", "locator": "https://run.example/", "stance": "supports", "private": True}
    entry = chapter(
        held_by="second_reviewer",
        assigned_by="editor",
        evidence=[{"by": "second_reviewer"} | source],
        notes=[{"by": "editor", "body": "Sure?"}, {"by": "second_reviewer", "body": "Yes."}],
        verdict={"rating": "confirmed", "outcome": "keep", "rationale": "The map shows nine."},
        returned={"by": "second_editor", "comment": "Which map?"},
    )

    story.play(article, entry, newsroom_people)

    claim = Claim.objects.get(status=Status.IN_CHECK)
    verdict = Verdict.objects.get()
    assert claim.assignee == newsroom_people["second_reviewer"]
    assert claim.returned_at is not None
    assert (verdict.author, verdict.standing) == (claim.assignee, Standing.RETURNED)
    assert list(verdict.evidence.all()) == [Evidence.objects.get(claim=claim, private=True)]
    assert [(note.body, note.parent and note.parent.body) for note in Note.objects.all()] == [
        ("Sure?", None),
        ("Yes.", "Sure?"),
    ]


def test_the_four_eyes_hold_for_stories_too_and_nothing_of_one_is_kept(article, newsroom_people):
    with pytest.raises(PermissionDenied):
        story.play(article, chapter(held_by="viewer"), newsroom_people)

    assert not Claim.objects.exclude(status=Status.SUGGESTED).exists()
