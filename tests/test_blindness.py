"""Until the second verdict is given, the first one stands at no address for who is to give it."""

from io import StringIO

import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import reverse

from accounts.models import Mails, OutgoingMail
from claims import policy
from claims.actions import assignments, evidence, notes, publishing, spans, verdicts
from claims.jobs import inbox
from claims.models import CheckRule, Claim
from claims.workflow import Status
from tests.access_table import API, PAGES
from tests.factories import ArticleFactory, ClaimFactory, RatingFactory, UserFactory
from tests.test_access import address_of, content_of

# A word for everything of the first verdict that could leak; none of them stands in the article.
WORDS = {"lemur", "quokka", "tapir"}  # its rationale, the name of who gave it, a note of theirs
# Names of colleagues stand where anybody may be chosen; nothing there says what they did.
LISTED = {name: {"quokka"} for name in ("claims", "claims-facets", "claim-people")}
READ = [key for key, row in (PAGES | API).items() if row.get and key not in ("api-schema", "^api/")]


@pytest.fixture
def first(desk, editor):
    return UserFactory(name="Quentin Quokka", role="reviewer", desks=[desk])


@pytest.fixture
def claim(desk, editor, first, second_reviewer):
    """A claim whose first verdict waits for the second, with the sources and notes of who gave it.

    A note of theirs named who gives the second, before there was a verdict.
    """
    CheckRule.objects.create()
    claim = ClaimFactory(article=ArticleFactory(desk=desk, submitted_by=editor))
    assignments.take(claim, by=first)
    record = evidence.add_evidence(
        claim, by=first, kind="primary", locator="https://register.example/", stance="contradicts"
    )
    notes.add_note(claim, by=first, body=f"Tapir, I would say, @{second_reviewer.name}.")
    publishing.ask_for_comment(claim, by=first, whom="The tapir house", question="A lemur?")
    rating = RatingFactory(scale=claim.article.scale, label="True")
    claim.first = verdicts.propose_verdict(
        claim, by=first, rating=rating, rationale="Lemur, because of the register.", evidence=[record]
    )
    return claim


@pytest.fixture
def walk(claim):
    """`walk(person, words)`: at which addresses which of the words stand for them."""

    def walking(person, words):
        client = Client()
        client.force_login(person)
        things = {"claim": claim, "article": claim.article, "desk": claim.desk, "person": person}
        found = {}
        for key in READ:
            row = (PAGES | API)[key]
            if row.of and row.of not in things:
                continue
            answer = client.get(address_of(key, things.get(row.of)))
            said = content_of(answer).decode(errors="replace").lower()
            if here := {word for word in words if word in said}:
                found[key] = here
        return found

    return walking


def test_the_second_checker_finds_nothing_of_the_first(claim, walk, second_reviewer, viewer):
    for person in (second_reviewer, viewer):
        assert walk(person, WORDS) == {key: LISTED[key] for key in walk(person, {"quokka"})}
    assignments.take(Claim.objects.get(pk=claim.pk), by=second_reviewer)
    assert walk(second_reviewer, WORDS) == LISTED


def test_its_author_and_the_editors_of_the_desk_know_it(claim, walk, first, editor):
    for person in (first, editor):
        assert "lemur" in walk(person, {"lemur"})["claim"]
        assert "lemur" in walk(person, {"lemur"})["api-claim-verdicts"]


def test_the_sources_are_shown_without_what_was_made_of_them(claim, second_reviewer):
    client = Client()
    client.force_login(second_reviewer)

    [record] = client.get(f"/api/v1/claims/{claim.pk}/evidence/").json()["results"]

    assert record["locator"] == "https://register.example/"
    assert (record["stance"], record["added_by"], record["added_by_name"]) == (None, None, None)
    page = client.get(claim.get_absolute_url()).content.decode()
    assert 'data-stance="contradicts"' not in page


@pytest.fixture
def in_check(desk, editor, first):
    """A claim before its first verdict: with what its holder and an editor have gathered."""
    claim = ClaimFactory(article=ArticleFactory(desk=desk, submitted_by=editor))
    assignments.take(claim, by=first)
    for person, stance in ((first, "contradicts"), (editor, "supports")):
        said = {"kind": "primary", "locator": "https://register.example/", "stance": stance}
        evidence.add_evidence(claim, by=person, **said)
    notes.add_note(claim, by=first, body="Tapir, I would say.")
    return claim


def told(person, claim):
    """What the API tells `person` of a claim: stances of its sources, its notes, stances in its history."""
    client = Client()
    client.force_login(person)
    one, sources, said, history = (
        client.get(f"/api/v1/claims/{claim.pk}/{part}").json()
        for part in ("", "evidence/", "notes/", "history/")
    )
    assert [row["stance"] for row in one["evidence"]] == [row["stance"] for row in sources["results"]]
    assert [row["body"] for row in one["notes"]] == [row["body"] for row in said["results"]]
    events = [row["after"] for row in history["results"]]
    events += [event.after for event in policy.history_of_article(person, claim.article)]
    return (
        [row["stance"] for row in sources["results"]],
        [row["body"] for row in said["results"]],
        {after["stance"] for after in events if "stance" in after},
    )


ALL = (["contradicts", "supports"], ["Tapir, I would say."], {"contradicts", "supports"})


def test_who_may_give_the_second_verdict_stays_blind_before_the_first(
    in_check, first, editor, second_reviewer
):
    CheckRule.objects.create()

    assert told(second_reviewer, in_check) == ([None, None], [], set())
    assert told(first, in_check) == told(editor, in_check) == ALL
    client = Client()
    client.force_login(second_reviewer)
    page = client.get(in_check.get_absolute_url()).content.decode()
    assert "data-stance" not in page
    assert "tapir" not in page.lower()
    assert "This claim gets a second, blind verdict" in page
    assert "A colleague" in page


@pytest.fixture
def merged(in_check, first, editor):
    """The claim, with a note that names somebody, merged by its holder into an earlier one."""
    CheckRule.objects.create()
    named = UserFactory(name="Nora Named", role="reviewer", desks=[in_check.desk])
    notes.add_note(in_check, by=first, body=f"Quagga, @{named.name}?")
    earlier = ClaimFactory(article=in_check.article, end=11, status=Status.IN_CHECK, assignee=first)
    in_check.start = 12
    in_check.save()
    in_check.kept = spans.merge(earlier, by=first, other=in_check)
    in_check.named = named
    in_check.refresh_from_db()
    assert (in_check.status, in_check.continued_in) == (Status.CLOSED, in_check.kept)
    return in_check


def test_a_merged_claim_is_as_blind_as_the_one_it_went_on_in(merged, first, editor, second_reviewer):
    assert told(second_reviewer, merged) == ([None, None], [], set())
    assert told(first, merged)[0] == told(editor, merged)[0] == ["contradicts", "supports"]

    record = evidence.add_evidence(
        merged.kept, by=first, kind="primary", locator="https://register.example/", stance="contradicts"
    )
    rating = RatingFactory(scale=merged.article.scale)
    verdicts.propose_verdict(merged.kept, by=first, rating=rating, rationale="Lemur.", evidence=[record])

    assert told(second_reviewer, merged) == ([None, None], [], set())
    assert list(policy.notices_for(merged.named)) == []
    assert len(told(first, merged)[1]) == 2


def test_what_went_on_in_a_claim_goes_on_with_it(merged, first):
    assignments.release(merged.kept, by=first)
    held = ClaimFactory(article=merged.article, start=30, end=48, status=Status.IN_CHECK, assignee=first)

    kept = spans.merge(held, by=first, other=merged.kept)

    merged.refresh_from_db()
    assert (merged.continued_in, kept) == (held, held)


def test_requests_for_comment_are_not_read_before_the_first_verdict(in_check, first, second_reviewer):
    CheckRule.objects.create()
    asked = publishing.ask_for_comment(in_check, by=first, whom="The register", question="Is it 900?")
    publishing.answer_comment(asked, by=first, answer="It is.")

    assert not policy.comment_requests_for(second_reviewer, in_check).exists()
    kinds = {event.kind for event in policy.history_of_claim(second_reviewer, in_check)}
    kinds |= {event.kind for event in policy.history_of_article(second_reviewer, in_check.article)}
    assert not {"claim.asked", "claim.answered"} & kinds
    assert policy.comment_requests_for(first, in_check).exists()


def test_what_is_said_to_them_they_read(in_check, first, second_reviewer):
    CheckRule.objects.create()
    name = second_reviewer.name
    asked = notes.add_note(in_check, by=first, body=f"Whom did you ring, @{name}?")
    notes.add_note(in_check, by=second_reviewer, body="The registry.", parent=asked)

    _stances, bodies, _told = told(second_reviewer, in_check)

    assert bodies == [f"Whom did you ring, @{name}?", "The registry."]


def test_who_takes_the_claim_reads_all_of_it(in_check, first, second_reviewer):
    CheckRule.objects.create()
    assignments.release(in_check, by=first)
    assert told(second_reviewer, in_check)[0] == [None, None]

    assignments.take(in_check, by=second_reviewer)

    assert told(second_reviewer, in_check) == ALL
    assert told(first, in_check) == (["contradicts", None], ["Tapir, I would say."], {"contradicts"})


@pytest.mark.parametrize("fields", [{"active": False}, {"kind": "event"}, {"least_priority": 500}])
def test_without_a_rule_for_it_nobody_is_blind(in_check, second_reviewer, fields):
    CheckRule.objects.create(**fields)

    assert told(second_reviewer, in_check) == ALL


def test_who_finds_their_own_evidence_sees_no_source_before_the_first_either(in_check, second_reviewer):
    CheckRule.objects.create(shows_evidence=False)

    assert told(second_reviewer, in_check) == ([], [], set())


def test_requests_for_comment_of_the_first_are_not_there_for_the_second(
    claim, first, editor, second_reviewer
):
    now = Claim.objects.select_related("article").get(pk=claim.pk)
    theirs = now.comment_requests.get()
    own = publishing.ask_for_comment(now, by=second_reviewer, whom="The zoo")

    for person, read in ((second_reviewer, [own]), (first, [theirs, own]), (editor, [theirs, own])):
        assert list(policy.comment_requests_for(person, now)) == read
    assert policy.comment_request(second_reviewer, theirs.pk) is None
    client = Client()
    client.force_login(second_reviewer)
    answers = [client.post(reverse("comment-answer", args=[asked.pk])) for asked in (theirs, own)]
    assert [answer.status_code for answer in answers] == [404, 302]


def test_no_mail_tells_of_it(claim, second_reviewer):
    second_reviewer.mails = Mails.AT_ONCE
    second_reviewer.save()

    inbox.mail_notices()

    assert second_reviewer.notices.get().kind == "mentioned"
    assert not OutgoingMail.objects.exists()


def test_the_report_of_an_editor_says_only_that_a_check_is_awaited(claim, editor, tmp_path):
    for format in ("csv", "json", "html"):
        path = tmp_path / f"report.{format}"
        call_command(
            "export",
            article=claim.article_id,
            format=format,
            output=str(path),
            **{"as": editor.email},
            stdout=StringIO(),
        )
        said = path.read_text("utf-8").lower()
        assert [word for word in ("lemur", "quokka", "tapir") if word in said] == [], format


def test_after_the_second_verdict_both_are_known(claim, walk, second_reviewer):
    now = Claim.objects.select_related("article").get(pk=claim.pk)
    assignments.take(now, by=second_reviewer)
    record = evidence.add_evidence(
        now, by=second_reviewer, kind="document", locator="The minutes", stance="supports"
    )
    verdicts.propose_verdict(
        now,
        by=second_reviewer,
        rating=claim.first.rating,
        rationale="Seen in the minutes.",
        evidence=[record],
    )

    assert Claim.objects.get(pk=claim.pk).status == Status.AWAITING_SIGN_OFF
    assert "lemur" in walk(second_reviewer, {"lemur"})["claim"]
