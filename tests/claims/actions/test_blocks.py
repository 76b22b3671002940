import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from accounts.models import Event, JobState
from claims.actions import blocks, revisions
from claims.models import Claim, Extraction
from claims.text import Role
from claims.workflow import ArticleChanged, ArticleStatus, Status
from tests.factories import ArticleFactory, ClaimFactory

TEXT = "Share this page\nRents rose by 9 percent in May.\nThe mayor signed 12 leases.\n"
BLOCKS = [
    {"role": "furniture", "start": 0, "end": 16},
    {"role": "furniture", "start": 16, "end": 48},
    {"role": "paragraph", "start": 48, "end": len(TEXT)},
]
SENTENCE = {"start": 48, "end": len(TEXT) - 1, "score": 0.9}


@pytest.fixture
def article(desk):
    article = ArticleFactory(desk=desk, text=TEXT)
    article.revision.blocks = BLOCKS
    article.revision.save()
    Extraction.objects.filter(revision=article.revision).update(sentences=[SENTENCE])
    return article


def search(article):
    return Extraction.objects.get(revision=article.revision_id)


def roles(article):
    article.revision.refresh_from_db()
    return [block["role"] for block in article.revision.blocks]


def test_a_restored_block_is_searched_and_nothing_else_of_the_text_changes(article, reviewer):
    assert blocks.set_role(article, by=reviewer, start=16, role="paragraph")

    assert roles(article) == ["furniture", "paragraph", "paragraph"]
    assert article.revision.text == TEXT
    assert [(block["start"], block["end"]) for block in article.revision.blocks] == [
        (block["start"], block["end"]) for block in BLOCKS
    ]
    assert (search(article).state, search(article).sentences) == (JobState.QUEUED, [SENTENCE])
    [event] = Event.objects.about(article)
    assert (event.kind, event.note) == ("article.block_role", "block 2: paragraph, was furniture")


def test_a_ready_article_waits_for_the_search(article, reviewer):
    type(article).objects.filter(pk=article.pk).update(status=ArticleStatus.READY)

    blocks.set_role(article, by=reviewer, start=16, role="paragraph")

    article.refresh_from_db()
    assert article.status == ArticleStatus.CHECKING


def test_what_is_set_aside_closes_its_suggestions_and_keeps_what_people_judged(article, reviewer):
    suggested = ClaimFactory(article=article, start=48, end=75, status=Status.SUGGESTED)
    judged = ClaimFactory(article=article, start=48, end=60, status=Status.OPEN)

    blocks.set_role(article, by=reviewer, start=48, role="furniture")

    assert Claim.objects.get(pk=suggested.pk).status == Status.CLOSED
    assert Claim.objects.get(pk=judged.pk).status == Status.OPEN
    assert (search(article).state, search(article).sentences) == (JobState.DONE, [])


def test_a_role_that_may_hold_claims_like_the_one_before_asks_for_no_search(article, reviewer):
    blocks.set_role(article, by=reviewer, start=48, role="headline")

    assert (search(article).state, search(article).sentences) == (JobState.DONE, [SENTENCE])


def test_the_same_role_again_is_no_step(article, reviewer):
    assert not blocks.set_role(article, by=reviewer, start=48, role="paragraph")
    assert not Event.objects.about(article).exists()


@pytest.mark.parametrize(("start", "role", "field"), [(17, "quote", "start"), (16, "verse", "role")])
def test_what_is_wrong_is_named(article, reviewer, start, role, field):
    with pytest.raises(ValidationError) as refused:
        blocks.set_role(article, by=reviewer, start=start, role=role)

    assert list(refused.value.message_dict) == [field]


def test_viewers_change_no_roles(article, viewer):
    with pytest.raises(PermissionDenied):
        blocks.set_role(article, by=viewer, start=16, role="paragraph")


def test_not_in_an_older_text_not_when_signed_not_while_it_is_searched(article, reviewer):
    def refused(**seen):
        with pytest.raises(ArticleChanged):
            blocks.set_role(article, by=reviewer, start=16, role="paragraph", **seen)
        return roles(article) == ["furniture", "furniture", "paragraph"]

    assert refused(revision=article.revision_id + 1)
    Extraction.objects.filter(revision=article.revision).update(state=JobState.RUNNING)
    assert refused()
    Extraction.objects.filter(revision=article.revision).update(state=JobState.DONE)
    type(article).objects.filter(pk=article.pk).update(status=ArticleStatus.SIGNED_OFF)
    assert refused()


@pytest.mark.parametrize("state", [JobState.QUEUED, JobState.FAILED])
def test_a_search_that_has_not_begun_finds_the_new_role(article, reviewer, state):
    Extraction.objects.filter(revision=article.revision).update(state=state)

    blocks.set_role(article, by=reviewer, start=16, role="paragraph")

    assert search(article).state == state


def test_the_next_text_keeps_what_was_said_of_words_that_are_still_there(article, editor):
    blocks.set_role(article, by=editor, start=48, role="quote")
    blocks.set_role(article, by=editor, start=0, role="subheading")
    article.refresh_from_db()
    for more in ("First.", "Second."):
        text = f"{article.revision.text}\n\nMore of it follows here. {more}"
        revisions.add_revision(article, by=editor, text=text, base=article.revision_id)
        article.refresh_from_db()

    told = {
        article.revision.text[one["start"] : one["end"]].strip(): one["role"]
        for one in article.revision.blocks
    }
    assert told["The mayor signed 12 leases."] == Role.QUOTE
    assert told["Share this page"] == Role.SUBHEADING
