"""Asking for an erasure, the list of requests, and carrying one out."""

import pytest
from django.urls import reverse
from django.utils import timezone

from claims.actions import erasures
from claims.models import Article, Erasure
from tests.claims.actions.erasing_scene import MARK, marked_article
from tests.factories import ArticleFactory, UserFactory

WHY = "A court said so."


@pytest.fixture
def asked(article, editor):
    return erasures.ask(article, by=editor, reason=WHY)


@pytest.fixture
def leaver(desk):
    return UserFactory(name="Lea Ver", email="lea@paper.example", desks=[desk])


@pytest.fixture
def admin_elsewhere(other_desk):
    """An admin who is no member of the article's desk."""
    return UserFactory(name="Ivo Admin", role="admin", desks=[other_desk])


def test_an_editor_asks_on_the_history_of_the_article(sign_in, editor, article):
    client = sign_in(editor)
    history = reverse("article-history", args=[article.pk])
    assert "Ask for the erasure" in client.get(history).text

    answer = client.post(reverse("article-erase", args=[article.pk]), {"reason": WHY}, follow=True)

    assert answer.redirect_chain == [(history, 302)]
    assert "An admin is asked to erase the words of this article." in answer.text
    assert "Ada Editor asked" in answer.text
    assert "asked for the erasure of the words" in answer.text
    assert "Ask for the erasure" not in answer.text


def test_a_reviewer_is_not_offered_it(sign_in, reviewer, article):
    client = sign_in(reviewer)

    assert "Ask for the erasure" not in client.get(reverse("article-history", args=[article.pk])).text
    assert client.post(reverse("article-erase", args=[article.pk]), {"reason": WHY}).status_code == 403


def test_what_was_typed_is_still_there(sign_in, second_editor, article, asked):
    client = sign_in(second_editor)

    without = client.post(reverse("article-erase", args=[article.pk]), {"reason": " "})
    too_late = client.post(reverse("article-erase", args=[article.pk]), {"reason": "Mine, typed."})

    assert (without.status_code, too_late.status_code) == (422, 409)
    assert "was asked for already" in too_late.text
    assert "Mine, typed." in too_late.text


def test_an_admin_reads_ids_state_and_reason_and_no_word(sign_in, admin_elsewhere, article, asked):
    client = sign_in(admin_elsewhere)

    for page in (client.get("/erasures/"), client.get(f"/erasures/{asked.pk}/")):
        assert WHY in page.text
        assert f"article {article.pk}" in page.text
        assert article.title not in page.text
        assert f'href="{article.get_absolute_url()}"' not in page.text


def test_an_admin_of_the_desk_finds_the_way_to_the_article(sign_in, admin, article, asked):
    assert f'href="{article.get_absolute_url()}"' in sign_in(admin).get("/erasures/").text


def test_editors_read_what_they_asked_for_themselves(sign_in, editor, second_editor, article, asked):
    assert WHY in sign_in(editor).get("/erasures/").text
    assert sign_in(editor).get(f"/erasures/{asked.pk}/").status_code == 200
    assert WHY not in sign_in(second_editor).get("/erasures/").text
    assert sign_in(second_editor).get(f"/erasures/{asked.pk}/").status_code == 404


def test_an_editor_who_left_the_desk_reads_nothing_of_it(sign_in, editor, asked):
    editor.memberships.all().delete()

    assert WHY not in sign_in(editor).get("/erasures/").text
    assert sign_in(editor).get(f"/erasures/{asked.pk}/").status_code == 404


def test_it_is_carried_out_after_the_number_was_typed(sign_in, admin, article, asked):
    client = sign_in(admin)
    carry_out = reverse("erasure-carry-out", args=[asked.pk])

    for number in ("", "x", article.pk + 1):
        answer = client.post(carry_out, {"number": number})
        assert answer.status_code == 422
    assert "This is another number." in answer.text
    assert Article.objects.get().erased_at is None

    done = client.post(carry_out, {"number": article.pk}, follow=True)

    assert "carried out by Femi Admin" in done.text
    assert Article.objects.get().erased_at is not None
    assert client.post(carry_out, {"number": article.pk}).status_code == 409


def test_it_is_declined_with_a_reason(sign_in, admin, asked):
    client = sign_in(admin)
    decline = reverse("erasure-decline", args=[asked.pk])

    assert client.post(decline, {"reason": ""}).status_code == 422
    page = client.post(decline, {"reason": "We need it."}, follow=True)

    assert "declined by Femi Admin" in page.text
    assert "We need it." in page.text
    assert "Erase for good" not in page.text


def test_who_asked_and_became_an_admin_is_told_that_another_decides(sign_in, editor, asked):
    editor.role = "admin"
    editor.save()

    page = sign_in(editor).get(f"/erasures/{asked.pk}/")

    assert "somebody other than who asked" in page.text
    assert "Erase for good" not in page.text
    answer = sign_in(editor).post(f"/erasures/{asked.pk}/carry-out/", {"number": asked.article_id})
    assert answer.status_code == 403


def test_a_person_is_asked_for_and_erased(sign_in, editor, admin, leaver):
    client = sign_in(editor)
    named = client.post("/erasures/", {"person": leaver.pk, "reason": "Lea Ver asked."})
    assert (named.status_code, Erasure.objects.count()) == (422, 0)
    assert "the reason stays" in named.text
    assert "Lea Ver asked." in named.text

    assert client.post("/erasures/", {"person": leaver.pk, "reason": "They asked."}).status_code == 302
    request = Erasure.objects.get()
    sign_in(admin).post(f"/erasures/{request.pk}/carry-out/", {"number": leaver.pk})

    page = sign_in(admin).get("/erasures/").text
    assert f"Erased person {leaver.pk}" in page
    assert "Lea" not in page
    assert "carried out the erasure of" in sign_in(admin).get(f"/people/{leaver.pk}/").text


def test_people_of_other_desks_cannot_be_chosen(sign_in, editor, outsider):
    client = sign_in(editor)

    assert outsider.name not in client.get("/erasures/").text
    assert client.post("/erasures/", {"person": outsider.pk, "reason": WHY}).status_code == 422


def test_the_list_costs_the_same_for_one_and_for_many(sign_in, admin, editor, desk, queries):
    def ask():
        erasures.ask(ArticleFactory(desk=desk), by=editor, reason=WHY)

    client = sign_in(admin)
    ask()
    one = queries(lambda: client.get("/erasures/"))
    for _ in range(3):
        ask()

    assert queries(lambda: client.get("/erasures/")) == one


# ---- what is left to be read


@pytest.fixture
def erased(desk, editor, reviewer, second_reviewer, second_editor, admin, tmp_path, settings):
    settings.EXPORT_DIR = tmp_path
    author = UserFactory(name="Aya Author", role="reviewer", desks=[desk])
    article = marked_article(desk, (author, reviewer, second_reviewer, editor), timezone.now())
    erasures.carry_out(erasures.ask(article, by=second_editor, reason=WHY), by=admin)
    return article


PAGES = (
    *("/articles/{article}/", "/articles/{article}/history/", "/articles/{article}/sign-off/"),
    *("/articles/{article}/report/", "/articles/{article}/report.html", "/articles/{article}/report.csv"),
    *(
        "/articles/{article}/revisions/",
        "/articles/{article}/revisions/1/",
        "/articles/{article}/revisions/2/",
    ),
    *("/articles/{article}/why-not/", "/articles/{article}/mark/", "/articles/{article}/revise/"),
    *("/articles/{article}/fixes/", "/articles/{article}/fixes/apply/", "/articles/{article}/progress/"),
    *("/claims/{claim}/", "/claims/", "/articles/", "/claims/?status=closed", "/", "/register/"),
    *("/articles/?q=zwieback", "/claims/?q=zwieback", "/desks/news/threshold/", "/desks/news/agreement/"),
    *("/register/?kind=waivers", "/api/v1/articles/{article}/", "/api/v1/articles/{article}/text/"),
    *("/api/v1/claims/{claim}/", "/api/v1/claims/{claim}/history/", "/api/v1/claims/{claim}/evidence/"),
    *("/api/v1/claims/{claim}/verdicts/", "/api/v1/claims/{claim}/comment-requests/"),
    *("/api/v1/articles/{article}/fixes/", "/api/v1/articles/{article}/corrections/"),
    *("/api/v1/articles/{article}/revisions/", "/api/v1/articles/{article}/publications/"),
)


@pytest.mark.parametrize("person", ["viewer", "reviewer", "editor"])
def test_every_page_of_an_erased_article_can_be_read_and_holds_no_word_of_it(
    person, request, sign_in, erased
):
    client = sign_in(request.getfixturevalue(person))
    claim = erased.claims.get(status="resolved")
    answers = {}
    for page in PAGES:
        answer = client.get(page.format(article=erased.pk, claim=claim.pk))
        said = b"".join(answer.streaming_content) if answer.streaming else answer.content
        answers[page] = (
            answer.status_code,
            MARK in said.decode().lower().replace(f"q={MARK}", "").replace(f'value="{MARK}"', ""),
        )

    may = {"editor": {200}, "reviewer": {200, 403}, "viewer": {200, 302, 403}}[person]
    assert {page: answer for page, answer in answers.items() if answer[0] not in may or answer[1]} == {}
    assert answers["/articles/{article}/"][0] == answers["/claims/{claim}/"][0] == 200


def test_the_pages_say_so(sign_in, editor, erased):
    client = sign_in(editor)
    claim = erased.claims.get(status="resolved")
    day = f"{timezone.localdate():%-d %B %Y}"

    for page in (f"/articles/{erased.pk}/", f"/articles/{erased.pk}/history/", f"/claims/{claim.pk}/"):
        assert f"were erased on {day}." in client.get(page).text
    assert f"were erased on {day}." in client.get(f"/articles/{erased.pk}/sign-off/").text
    assert f"on {day}. The words are gone" in client.get(f"/articles/{erased.pk}/report/").text
    assert client.get(f"/api/v1/articles/{erased.pk}/").json()["erased_at"]


STEPS = {
    "/articles/{article}/mark/": {"start": 0, "end": 8},
    "/articles/{article}/revise/": {"text": "New.", "base": "{revision}", "save": "on", "previewed": ""},
    "/articles/{article}/retry/": {},
    "/articles/{article}/sign-off/": {"seen": "{revision}"},
    "/articles/{article}/reopen/": {"note": "Because."},
    "/articles/{article}/publish/": {"address": "https://paper.example/rusk"},
    "/articles/{article}/correct/": {"old": "1", "new": "2", "why": "A slip."},
    "/articles/{article}/erase/": {"reason": "Because."},
    "/articles/{article}/fixes/links/": {"name": "Ada", "days": 7},
    "/claims/{claim}/accept/": {},
    "/claims/{claim}/take/": {},
    "/claims/{claim}/release/": {},
    "/claims/{claim}/reopen/": {"reason": "Because."},
    "/claims/{claim}/seen/": {},
    "/claims/{claim}/evidence/": {
        "evidence-kind": "primary",
        "evidence-locator": "x",
        "evidence-stance": "supports",
        "evidence-terms": "on_record",
    },
    "/claims/{claim}/note/": {"note-body": "Hm."},
    "/claims/{claim}/plan/": {"plan-risk": "high"},
    "/claims/{claim}/ask/": {"ask-whom": "The port"},
    "/comment-requests/{asked}/answer/": {"answer": "It is so."},
    "/fixes/{fix}/accept/": {},
    "/fixes/{fix}/insist/": {"reason": "Because."},
}


@pytest.mark.parametrize("step", STEPS)
def test_no_step_is_possible_any_more(step, sign_in, second_editor, erased):
    claim = erased.claims.get(status="resolved")
    ids = {
        "article": erased.pk,
        "claim": claim.pk,
        "asked": claim.comment_requests.get().pk,
        "fix": erased.fixes.first().pk,
        "revision": erased.revision_id,
    }
    body = {name: str(value).format(**ids) for name, value in STEPS[step].items()}

    answer = sign_in(second_editor).post(step.format(**ids), body)

    assert answer.status_code == 409
    assert "were erased on" in answer.text


def test_the_api_says_why(sign_in, second_editor, erased):
    claim = erased.claims.get(status="resolved")

    answer = sign_in(second_editor).post(
        f"/api/v1/claims/{claim.pk}/notes/", {"body": "Hm."}, content_type="application/json"
    )

    assert answer.status_code == 409
    assert answer.json()["error"]["code"] == "article_erased"
