import pytest
from django.urls import reverse

from claims.actions import assignments, drafts
from claims.models import MOST_IN_A_DRAFT, Draft
from tests.factories import EvidenceFactory, RatingFactory


@pytest.fixture
def held(claim, reviewer):
    RatingFactory(scale=claim.article.scale, label="Half true")
    assignments.take(claim, by=reviewer)
    return claim


def place_of(claim, form):
    return f"claim:{claim.pk}:{form}"


def test_kept_told_and_discarded(sign_in, reviewer, claim):
    client, place = sign_in(reviewer), place_of(claim, "note")

    kept = client.post(reverse("drafts"), {"place": place, "note-body": "Who says so?", "draft": place})
    told = client.get(reverse("drafts"), {"place": [place, "submit"]})
    gone = client.post(reverse("draft-discard"), {"draft": place, "next": claim.get_absolute_url()})

    assert told.json() == {place: kept.json() | {"values": {"note-body": "Who says so?"}}}
    assert gone.url == claim.get_absolute_url()
    assert client.get(reverse("drafts"), {"place": place}).json() == {}


def test_too_much_is_told_in_a_sentence(sign_in, reviewer, claim):
    body = {"place": place_of(claim, "note"), "note-body": "a" * MOST_IN_A_DRAFT}

    answer = sign_in(reviewer).post(reverse("drafts"), body)

    assert answer.status_code == 413
    assert "send it before you leave the page" in answer.json()["detail"]


@pytest.mark.parametrize(("place", "status"), [("claim:99999:note", 404), ("nonsense", 422)])
def test_a_place_that_is_not_there(place, status, sign_in, reviewer):
    assert sign_in(reviewer).post(reverse("drafts"), {"place": place}).status_code == status


def test_the_page_is_drawn_with_what_was_typed(sign_in, reviewer, held):
    client, source = sign_in(reviewer), EvidenceFactory(claim=held)
    left_out = EvidenceFactory(claim=held)
    rating = held.article.scale.ratings.get()
    typed = {
        "verdict": {
            "verdict-rating": [str(rating.pk)],
            "verdict-rationale": ["Half a thought"],
            "verdict-evidence": [str(source.pk)],
            "verdict-confidence": ["low"],
        },
        "evidence": {"evidence-locator": ["p. 3"], "evidence-private": ["on"]},
        "dismiss": {"reason": ["An opinion, I"]},
        "ask": {"ask-whom": ["The port"], "ask-due_at": ["2030-02-01T10:30"]},
    }
    for form, values in typed.items():
        drafts.save(place_of(held, form), values, by=reviewer)
    added = EvidenceFactory(claim=held)  # after the draft: it rests on it, too

    page = client.get(held.get_absolute_url())

    forms = page.context["forms"]
    assert forms["verdict"]["rationale"].value() == "Half a thought"
    assert forms["verdict"].initial["evidence"] == [str(source.pk), added.pk]
    assert forms["evidence"]["private"].value() is True
    html = page.text
    assert f'value="{rating.pk}" required checked' in html
    assert f'value="{left_out.pk}" checked' not in html
    assert 'value="2030-02-01T10:30"' in html
    assert "An opinion, I</textarea>" in html
    assert html.count("Draft of") - html.count('hidden" data-draft-kept') == len(typed)


def test_nothing_of_it_is_shown_to_others(sign_in, reviewer, editor, held):
    drafts.save(place_of(held, "note"), {"note-body": ["Zanzibar"]}, by=reviewer)

    assert "Zanzibar" not in sign_in(editor).get(held.get_absolute_url()).text


def test_a_form_that_was_carried_out_is_no_draft_any_more(sign_in, reviewer, held):
    client, source = sign_in(reviewer), EvidenceFactory(claim=held)
    place = place_of(held, "verdict")
    drafts.save(place, {"verdict-rationale": ["The register says so."]}, by=reviewer)
    typed = {
        "draft": place,
        "verdict-rating": held.article.scale.ratings.get().pk,
        "verdict-rationale": "The register says so.",
        "verdict-confidence": "high",
    }

    refused = client.post(reverse("claim-propose", args=[held.pk]), typed)
    assert (refused.status_code, Draft.objects.count()) == (422, 1)

    done = client.post(reverse("claim-propose", args=[held.pk]), typed | {"verdict-evidence": [source.pk]})
    assert (done.status_code, Draft.objects.count()) == (302, 0)


def test_a_new_article_and_a_new_version_are_kept_too(sign_in, editor, article):
    client = sign_in(editor)
    drafts.save("submit", {"text": ["It rained."], "headline": ["Rain"]}, by=editor)
    drafts.save(f"article:{article.pk}:revise", {"text": ["The harbour has 1,300 berths."]}, by=editor)

    new = client.get(reverse("article-submit")).context["form"]
    revised = client.get(reverse("article-revise", args=[article.pk])).context["form"]

    assert (new["text"].value(), new["headline"].value()) == ("It rained.", "Rain")
    assert revised["text"].value() == "The harbour has 1,300 berths."
    assert revised["base"].value() == article.revision_id


def test_who_is_signed_out_loses_no_draft(client, reviewer, claim):
    drafts.save(place_of(claim, "note"), {"note-body": ["Hm."]}, by=reviewer)

    answer = client.post(reverse("claim-note", args=[claim.pk]), {"draft": place_of(claim, "note")})

    assert answer.status_code == 302
    assert Draft.objects.count() == 1


def test_what_can_no_longer_be_sent_is_still_there(sign_in, reviewer, editor, second_reviewer, held):
    client, place = sign_in(reviewer), place_of(held, "verdict")
    drafts.save(
        place, {"verdict-rationale": ["Two hours of work"], "verdict-confidence": ["low"]}, by=reviewer
    )
    assignments.assign(held, by=editor, assignee=second_reviewer)

    page = client.get(held.get_absolute_url())
    assert "Your draft of a verdict" in page.text
    assert "Two hours of work" in page.text

    client.post(reverse("draft-discard"), {"draft": place, "next": held.get_absolute_url()})
    assert "Two hours of work" not in client.get(held.get_absolute_url()).text


def test_a_page_that_knows_an_older_draft_is_told_the_newer_one(sign_in, reviewer, claim):
    client, place = sign_in(reviewer), place_of(claim, "note")
    body = {"place": place, "known": "", "note-body": "Two hours of work"}
    newer = client.post(reverse("drafts"), body).json()

    refused = client.post(reverse("drafts"), body | {"note-body": "A letter"})
    kept = client.post(reverse("drafts"), body | {"note-body": "A letter", "known": newer["at"]})

    assert refused.status_code == 409
    assert refused.json() == newer | {"values": {"note-body": "Two hours of work"}}
    assert kept.status_code == 200
