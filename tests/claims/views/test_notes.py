import pytest

from claims.actions import notes
from claims.models import Note
from tests.factories import ArticleFactory, ClaimFactory, UserFactory


@pytest.fixture
def claim(desk):
    return ClaimFactory(article=ArticleFactory(desk=desk))


def test_people_are_offered_by_the_beginnings_of_their_names(
    sign_in, claim, reviewer, second_reviewer, viewer
):
    def offered(words):
        answer = sign_in(reviewer).get(f"/claims/{claim.pk}/people/", {"q": words})
        return [(one["name"], one["role"], one["text"]) for one in answer.json()["people"]]

    assert offered("dav") == [("Davit Reviewer", "reviewer", "@Davit Reviewer")]
    assert offered("rev DA") == [("Davit Reviewer", "reviewer", "@Davit Reviewer")]
    assert [name for name, _role, _text in offered("")] == ["Carla Reviewer", "Davit Reviewer"]
    assert offered("esme") == offered("avit") == []


def test_namesakes_are_offered_with_their_number_and_only_a_few_at_once(sign_in, claim, reviewer, desk):
    twins = [UserFactory(name="Tom Twin", desks=[desk]) for _n in range(10)]

    answer = sign_in(reviewer).get(f"/claims/{claim.pk}/people/", {"q": "tom"})

    assert [one["text"] for one in answer.json()["people"]] == [f"@Tom Twin#{twin.pk}" for twin in twins[:8]]


def test_who_is_named_stands_out_on_the_page(sign_in, claim, reviewer, second_reviewer):
    answer = sign_in(reviewer).post(
        f"/claims/{claim.pk}/note/", {"note-body": "@Davit Reviewer: <b>which</b>?"}
    )

    assert answer.headers["Location"].endswith("#notes")
    page = sign_in(reviewer).get(claim.get_absolute_url()).text
    assert '<span class="named">@Davit Reviewer</span>: &lt;b&gt;which&lt;/b&gt;?' in page


def test_a_name_of_nobody_is_told_at_the_field_with_all_that_was_typed(sign_in, claim, reviewer, outsider):
    page = sign_in(reviewer).post(
        f"/claims/{claim.pk}/note/", {"note-body": "Ask @Goran Outsider, he knows."}
    )

    assert page.status_code == 422
    assert "called “@Goran”" in page.text
    assert "Ask @Goran Outsider, he knows.</textarea>" in page.text
    assert not Note.objects.exists()


def test_so_it_is_in_the_answer_which_stays_one(sign_in, claim, reviewer):
    first = notes.add_note(claim, by=reviewer, body="Which year?")

    page = sign_in(reviewer).post(
        f"/claims/{claim.pk}/note/", {"note-body": "Ask @Nobody.", "note-parent": first.pk}
    )

    assert page.status_code == 422
    field = f'aria-describedby="answer-{first.pk}-error">Ask @Nobody.</textarea>'
    assert page.text.count("Ask @Nobody.") == page.text.count(field) == 1
    assert "called “@Nobody”" in page.text


def test_a_resolved_thread_is_folded_and_can_be_reopened(sign_in, claim, reviewer, editor):
    note = notes.add_note(claim, by=editor, body="Which year?")
    client, page = sign_in(reviewer), claim.get_absolute_url()
    assert "thread-resolved" not in client.get(page).text

    answer = client.post(f"/notes/{note.pk}/resolve/")
    assert answer.headers["Location"] == f"{page}#notes"
    folded = client.get(page).text
    assert '<details class="thread-resolved">' in folded
    assert "Resolved by Carla Reviewer" in folded
    assert client.post(f"/notes/{note.pk}/resolve/").status_code == 409

    client.post(f"/notes/{note.pk}/reopen/")
    assert "thread-resolved" not in client.get(page).text
