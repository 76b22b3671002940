from datetime import UTC, datetime

from django.urls import reverse

from claims.actions import assignments, evidence, notes, spans, verdicts
from claims.models import CheckRule, Standing
from claims.workflow import Status
from tests.factories import ClaimFactory, EvidenceFactory, RatingFactory, UserFactory, VerdictFactory


def page(client, claim):
    response = client.get(reverse("claim", args=[claim.pk]))
    assert response.status_code == 200
    return response


def test_an_open_claim_is_there_to_take(sign_in, reviewer, claim):
    html = page(sign_in(reviewer), claim).content.decode()

    assert claim.text in html
    assert f'action="{reverse("claim-take", args=[claim.pk])}"' in html
    assert f'action="{reverse("claim-propose", args=[claim.pk])}"' not in html


def test_the_holder_finds_the_form_for_a_verdict_with_the_ratings_of_the_scale(sign_in, reviewer, claim):
    rating = RatingFactory(scale=claim.article.scale, label="Half true")
    other = RatingFactory(label="Of another scale")
    assignments.take(claim, by=reviewer)

    html = page(sign_in(reviewer), claim).content.decode()

    assert f'value="{rating.pk}"' in html
    assert other.label not in html


def test_a_viewer_reads_and_finds_no_step(sign_in, viewer, claim):
    html = page(sign_in(viewer), claim).content.decode()

    assert claim.text in html
    assert f'action="/claims/{claim.pk}/' not in html


def test_a_claim_of_another_desk_is_not_there(sign_in, outsider, claim):
    assert sign_in(outsider).get(reverse("claim", args=[claim.pk])).status_code == 404


def test_a_private_source_is_shown_to_who_added_it_and_the_editors_only(
    client, reviewer, second_reviewer, editor, claim
):
    evidence.add_evidence(
        claim,
        by=reviewer,
        kind="interview",
        locator="call with the harbour master",
        stance="supports",
        quote="off the books",
        private=True,
        obtained_at=datetime(2019, 3, 7, 12, tzinfo=UTC),
    )

    seen = {}
    for person in (reviewer, editor, second_reviewer):
        client.force_login(person)
        html = page(client, claim).content.decode()
        seen[person] = "harbour master" in html or "off the books" in html
        assert ("2019-03-07" in html) == seen[person]
    assert seen == {reviewer: True, editor: True, second_reviewer: False}
    assert "Private source" in html


def test_a_locator_links_only_to_the_web_and_tells_it_nothing(sign_in, reviewer, claim):
    EvidenceFactory(claim=claim, locator="https://harbour.example/register")
    EvidenceFactory(claim=claim, locator="javascript:alert(1)")

    html = page(sign_in(reviewer), claim).content.decode()

    assert '<a href="https://harbour.example/register" rel="noreferrer noopener"' in html
    assert 'href="javascript' not in html


def test_answers_stand_under_their_note(sign_in, reviewer, editor, claim):
    first = notes.add_note(claim, by=reviewer, body="Who says so?")
    second = notes.add_note(claim, by=editor, body="Another thing.")
    answer = notes.add_note(claim, by=editor, body="The register.", parent=first)
    further = notes.add_note(claim, by=reviewer, body="Thanks.", parent=answer)

    threads = page(sign_in(reviewer), claim).context["threads"]

    assert threads == [(first, [answer, further]), (second, [])]


def test_neighbours_leave_out_what_was_dismissed(sign_in, reviewer, claim):
    ClaimFactory(article=claim.article, start=30, end=40, status=Status.DISMISSED)
    following = ClaimFactory(article=claim.article, start=35, end=45)

    walk = page(sign_in(reviewer), claim).context["walk"]

    assert (walk.previous, walk.next) == ("", f"{following.get_absolute_url()}?list=article")


def test_the_last_step_can_be_undone_by_who_took_it_only(client, reviewer, second_reviewer, claim):
    assignments.take(claim, by=reviewer)

    offered = {}
    for person in (reviewer, second_reviewer):
        client.force_login(person)
        offered[person] = page(client, claim).context["can"]["undo_now"]
    assert offered == {reviewer: True, second_reviewer: False}


def test_four_eyes_are_told_in_words_where_the_button_would_be(sign_in, editor, claim):
    rating = RatingFactory(scale=claim.article.scale)
    assignments.take(claim, by=editor)
    source = EvidenceFactory(claim=claim)
    verdicts.propose_verdict(claim, by=editor, rating=rating, rationale="It says so.", evidence=[source])

    html = page(sign_in(editor), claim).content.decode()

    assert "somebody other than the person who proposed it" in html
    assert f'action="{reverse("claim-sign-off", args=[claim.pk])}"' not in html


def test_no_query_for_each_record_note_or_event(sign_in, reviewer, claim, queries, django_assert_num_queries):
    def add():
        EvidenceFactory(claim=claim, private=True)
        notes.add_note(claim, by=reviewer, body="Hm.")

    client = sign_in(reviewer)
    add()
    count = queries(lambda: page(client, claim))
    add()
    add()

    with django_assert_num_queries(count):
        page(client, claim)


def test_a_claim_is_offered_only_to_who_may_check_it(
    sign_in, editor, second_editor, reviewer, viewer, admin, outsider, claim
):
    claim.article.writer = second_editor
    claim.article.save()

    offered = page(sign_in(editor), claim).context["load"]

    assert {person for _held, person in offered} == {editor, reviewer}


def test_no_query_for_each_person_who_may_be_given_the_claim(
    sign_in, editor, reviewer, claim, desk, queries, django_assert_num_queries
):
    claim.status = Status.AWAITING_SECOND_CHECK
    claim.save()
    VerdictFactory(claim=claim, author=editor, standing=Standing.BLIND)
    CheckRule.objects.create().people.add(reviewer)
    client, second = sign_in(editor), UserFactory(desks=[desk])
    CheckRule.objects.get().people.add(second)
    count = queries(lambda: page(client, claim))
    CheckRule.objects.get().people.add(*(UserFactory(desks=[desk]) for _ in range(10)))

    with django_assert_num_queries(count):
        offered = page(client, claim).context["load"]

    assert len(offered) == 12


def test_who_may_be_given_the_claim_is_told_with_what_they_hold(
    sign_in, editor, second_editor, reviewer, second_reviewer, claim
):
    claim.status, claim.assignee = Status.IN_CHECK, reviewer
    claim.save()
    ClaimFactory(article=claim.article, start=1, status=Status.AWAITING_SECOND_CHECK, assignee=reviewer)
    ClaimFactory(article=claim.article, start=2, status=Status.IN_CHECK, assignee=editor)
    ClaimFactory(article=claim.article, start=3, status=Status.RESOLVED, assignee=second_editor)
    ClaimFactory(status=Status.IN_CHECK, assignee=second_reviewer)  # nothing that the editor sees

    seen = page(sign_in(editor), claim)

    people = [(0, second_editor), (0, second_reviewer), (1, editor), (2, reviewer)]
    assert seen.context["load"] == people
    html = seen.content.decode()
    assert "Ada Editor: 1 claim held now" in html
    assert f'<option value="{reviewer.pk}" selected>Carla Reviewer: 2 claims held now' in html
    assert "Davit Reviewer: holds none" in html


def test_the_load_costs_at_most_two_queries(sign_in, editor, claim, queries, monkeypatch):
    client = sign_in(editor)
    with_load = queries(lambda: page(client, claim))
    monkeypatch.setattr(
        "claims.views.claims.least_laden", lambda people, seen_by: [(0, one) for one in people]
    )

    assert with_load - queries(lambda: page(client, claim)) in {1, 2}


def test_where_nobody_may_be_given_the_claim_it_says_so(sign_in, editor, reviewer, claim):
    claim.status = Status.AWAITING_SECOND_CHECK
    claim.save()
    VerdictFactory(claim=claim, author=reviewer, standing=Standing.BLIND)

    html = page(sign_in(editor), claim).content.decode()

    assert "Nobody who sees the article may check this claim now." in html
    assert 'name="assignee"' not in html


def test_nobody_chosen_is_told_at_the_field(sign_in, editor, reviewer, claim):
    assign = reverse("claim-assign", args=[claim.pk])

    answer = sign_in(editor).post(assign, {"assignee": "", "version": claim.version})

    assert answer.status_code == 422
    field = answer.content.decode().partition('id="assignee"')[2].partition("</form>")[0]
    assert 'aria-describedby="assignee-error"' in field
    assert "This field is required." in field


def test_a_claim_that_was_merged_leads_to_where_it_goes_on(sign_in, reviewer, claim):
    other = ClaimFactory(article=claim.article, start=30, end=48)
    kept = spans.merge(claim, by=reviewer, other=other)

    html = page(sign_in(reviewer), other).content.decode()

    assert kept == claim
    assert f'It goes on in <a href="/claims/{kept.pk}/">claim {kept.pk}</a>.' in html
    assert "It goes on in" not in page(sign_in(reviewer), kept).content.decode()


def test_where_a_claim_goes_on_is_told_only_to_who_sees_it(sign_in, reviewer, claim, other_desk):
    hidden = ClaimFactory(article__desk=other_desk)
    claim.status, claim.continued_in = Status.CLOSED, hidden
    claim.save()

    seen = page(sign_in(reviewer), claim)

    assert seen.context["goes_on"] is None
    assert hidden.get_absolute_url() not in seen.content.decode()
