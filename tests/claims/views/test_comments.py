from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from claims.actions import publishing

LATE = timedelta(days=3)


@pytest.fixture
def asked(claim, reviewer):
    return publishing.ask_for_comment(
        claim, by=reviewer, whom="The port", question="How many berths?", due_at=timezone.now() - LATE
    )


def page(client, claim):
    return client.get(claim.get_absolute_url()).content.decode()


def ask(client, claim, **typed):
    body = {f"ask-{name}": value for name, value in typed.items()}
    return client.post(reverse("claim-ask", args=[claim.pk]), body)


def answer(client, asked, **typed):
    return client.post(reverse("comment-answer", args=[asked.pk]), typed)


def test_a_reviewer_records_whom_they_asked(sign_in, reviewer, claim):
    client = sign_in(reviewer)

    sent = ask(client, claim, whom=" The  port ", question="How many?", due_at="2031-05-06T12:00")

    assert (sent.status_code, sent.url) == (302, f"{claim.get_absolute_url()}#comment-requests")
    [kept] = claim.comment_requests.all()
    assert (kept.whom, kept.question, kept.due_at.year, kept.by) == ("The port", "How many?", 2031, reviewer)
    html = page(client, claim)
    assert "The port" in html
    assert "asked for comment on" in html


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        ("whom", {"whom": "", "question": "How many?"}, "This field is required."),
        (
            "due_at",
            {"whom": "The port", "question": "How many?", "due_at": "soon"},
            "Enter a valid date/time.",
        ),
        (
            "due_at",
            {"whom": "The port", "question": "How many?", "due_at": "9500-01-01T00:00"},
            "Give a year from",
        ),
    ],
)
def test_what_is_wrong_stands_at_its_field_and_what_was_typed_is_kept(
    sign_in, reviewer, claim, field, typed, said
):
    refused = ask(sign_in(reviewer), claim, **typed)

    html = refused.content.decode()
    assert refused.status_code == 422
    [told] = refused.context["forms"]["ask"].errors[field]
    assert said in told
    assert f'id="id_ask-{field}_error"' in html
    assert "How many?</textarea>" in html
    assert not claim.comment_requests.exists()


def test_what_is_late_is_marked_until_it_is_answered(sign_in, reviewer, claim, asked):
    client = sign_in(reviewer)
    section = page(client, claim).partition('id="comment-requests"')[2]
    assert "overdue " in section
    assert "<svg" in section.partition("due-overdue")[2].partition("overdue ")[0]

    assert answer(client, asked, answer="1,250, they say.", version="1").status_code == 302

    section = page(client, claim).partition('id="comment-requests"')[2]
    assert "1,250, they say." in section
    assert "overdue" not in section
    assert reverse("comment-answer", args=[asked.pk]) not in section


def test_an_empty_answer_says_that_none_came(sign_in, reviewer, claim, asked):
    client = sign_in(reviewer)

    answer(client, asked, answer="")

    assert "No answer came" in page(client, claim)


def test_of_two_answers_the_second_finds_the_first_and_loses_no_word(
    sign_in, reviewer, second_reviewer, asked
):
    answer(sign_in(reviewer), asked, answer="1,250", version="1")

    late = answer(sign_in(second_reviewer), asked, answer="It was 1,300", version="1")

    assert late.status_code == 409
    assert "It was 1,300" in late.content.decode()
    asked.refresh_from_db()
    assert asked.answer == "1,250"


def test_an_answer_that_is_too_long_stands_in_its_own_form(sign_in, reviewer, claim, asked):
    other = publishing.ask_for_comment(claim, by=reviewer, whom="The ministry")

    refused = answer(sign_in(reviewer), asked, answer="long " * 4_001)

    assert refused.status_code == 422
    html = refused.content.decode()
    assert f'id="id_answer-{asked.pk}_error"' in html
    assert f'id="id_answer-{other.pk}_error"' not in html


def test_who_only_reads_neither_sees_nor_asks(sign_in, viewer, claim, asked):
    client = sign_in(viewer)

    assert "The port" not in page(client, claim)
    assert ask(client, claim, whom="The port").status_code == 403
    assert answer(client, asked).status_code == 403


def test_no_query_for_each_request(
    sign_in, reviewer, editor, claim, asked, queries, django_assert_num_queries
):
    client = sign_in(reviewer)
    count = queries(lambda: page(client, claim))
    for number in range(3):
        publishing.ask_for_comment(claim, by=editor, whom=f"Port {number}")

    with django_assert_num_queries(count):
        page(client, claim)
