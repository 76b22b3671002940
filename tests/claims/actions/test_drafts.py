import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from accounts.models import Event, Membership
from claims.actions import drafts
from claims.models import MOST_IN_A_DRAFT, Article, Claim, Draft
from tests.factories import ArticleFactory, ClaimFactory


@pytest.fixture
def claim(desk, second_editor):
    return ClaimFactory(article=ArticleFactory(desk=desk, submitted_by=second_editor))


@pytest.fixture
def place(claim):
    return f"claim:{claim.pk}:verdict"


def test_the_words_typed_last_are_kept_and_no_event_tells_of_them(claim, place, reviewer):
    events = Event.objects.count()

    drafts.save(place, {"rationale": ["It sa"], "evidence": ["1", "2"]}, by=reviewer)
    drafts.save(place, {"rationale": ["It says so."], "evidence": ["1", "2"]}, by=reviewer)

    kept = drafts.of_subject(claim, by=reviewer)
    assert {name: draft.values for name, draft in kept.items()} == {
        "verdict": {"rationale": "It says so.", "evidence": ["1", "2"]}
    }
    assert Event.objects.count() == events


def test_everybody_has_their_own(claim, place, reviewer, second_reviewer):
    drafts.save(place, {"rationale": ["Mine."]}, by=reviewer)
    drafts.save(place, {"rationale": ["Yours."]}, by=second_reviewer)

    drafts.discard(place, by=second_reviewer)

    assert drafts.of_subject(claim, by=second_reviewer) == {}
    assert drafts.of_places([place], by=reviewer)[place].values == {"rationale": "Mine."}


def test_a_claim_whose_number_begins_alike_has_drafts_of_its_own(claim, reviewer):
    Draft.objects.create(person=reviewer, place=f"claim:{claim.pk}0:verdict", values={"rationale": "No."})

    assert drafts.of_subject(claim, by=reviewer) == {}


@pytest.mark.parametrize(
    "place",
    [
        "",
        "claim",
        "claim:1:nonsense",
        "claim:1",
        "claim:01:verdict",
        "claim:١:verdict",
        "submit:1",
        "claim:1:verdict\n",
    ],
)
def test_a_place_that_is_no_form_is_told(place, reviewer):
    with pytest.raises(ValidationError, match="no form of this name"):
        drafts.save(place, {"a": ["b"]}, by=reviewer)


def test_what_one_may_not_see_is_not_there(claim, place, outsider):
    with pytest.raises(Claim.DoesNotExist):
        drafts.save(place, {"rationale": ["Hm."]}, by=outsider)
    with pytest.raises(Article.DoesNotExist):
        drafts.save(f"article:{claim.article_id}:revise", {"text": ["Hm."]}, by=outsider)


@pytest.mark.parametrize("form", ["submit", "article:{article}:revise", "claim:{claim}:note"])
def test_who_could_not_send_the_form_keeps_no_draft_of_it(form, claim, viewer):
    with pytest.raises(PermissionDenied):
        drafts.save(form.format(article=claim.article_id, claim=claim.pk), {"a": ["b"]}, by=viewer)


def test_a_draft_holds_so_much_and_says_how_much_it_is(place, reviewer):
    drafts.save(place, {"rationale": ["a" * (MOST_IN_A_DRAFT - 9)]}, by=reviewer)

    with pytest.raises(ValidationError, match="at most 200,000 characters, this form has 200,001"):
        drafts.save(place, {"rationale": ["é" * (MOST_IN_A_DRAFT - 8)]}, by=reviewer)
    assert Draft.objects.get().values["rationale"].startswith("aaa")


def test_a_null_character_is_left_out_for_no_database_stores_it(place, reviewer):
    drafts.save(place, {"rationale": ["a\0b"]}, by=reviewer)

    assert Draft.objects.get().values == {"rationale": "ab"}


def test_who_left_the_desk_finds_none_of_them_and_has_them_back_on_return(claim, place, desk, editor):
    places = [place, f"article:{claim.article_id}:revise", "submit"]
    for one in places:
        drafts.save(one, {"text": ["Hm."]}, by=editor)
    assert set(drafts.of_places(places, by=editor)) == set(places)

    Membership.objects.filter(user=editor).delete()
    assert set(drafts.of_places(places, by=editor)) == {"submit"}

    Membership.objects.create(user=editor, desk=desk)
    assert set(drafts.of_places(places, by=editor)) == set(places)


def test_an_older_tab_does_not_write_over_words_that_it_never_saw(place, reviewer):
    seen = drafts.stamp(drafts.save(place, {"rationale": ["An old thought"]}, by=reviewer, known=""))
    newer = drafts.save(place, {"rationale": ["Two hours of work"]}, by=reviewer, known=seen)

    for known in (seen, ""):
        with pytest.raises(drafts.NewerDraft) as told:
            drafts.save(place, {"rationale": ["A letter"]}, by=reviewer, known=known)
        assert told.value.draft.values == {"rationale": "Two hours of work"}

    drafts.save(place, {"rationale": ["A letter"]}, by=reviewer, known=drafts.stamp(newer))
    assert drafts.of_places([place], by=reviewer)[place].values == {"rationale": "A letter"}


def test_the_same_words_again_are_no_newer_draft(place, reviewer):
    drafts.save(place, {"rationale": ["It says so."]}, by=reviewer)

    drafts.save(place, {"rationale": ["It says so."]}, by=reviewer, known="")


def test_what_no_database_stores_names_no_draft(claim, place, reviewer):
    drafts.save(place, {"ration\0ale": ["It s\0ays so."]}, by=reviewer)

    assert list(drafts.of_places([place, "\0"], by=reviewer)) == [place]
    drafts.discard("\0", by=reviewer)
    assert drafts.of_subject(claim, by=reviewer)["verdict"].values == {"rationale": "It says so."}
