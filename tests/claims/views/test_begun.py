import pytest

from claims.actions import assignments
from claims.models import Claim, Standing
from claims.views.begun import begun_verdict
from claims.views.kept import Kept
from claims.workflow import Status
from tests.factories import EvidenceFactory, RatingFactory, VerdictFactory

NOTHING = Kept("claim:1:verdict", "/")


@pytest.fixture
def source(claim, reviewer):
    def adding(**said):
        return EvidenceFactory(claim=claim, added_by=reviewer, **said)

    return adding


@pytest.fixture
def begun(claim, reviewer):
    """`begun()` is the form as the page draws it: its rationale and what it rests on."""

    def beginning(kept=NOTHING):
        now = Claim.objects.select_related("article__scale").get(pk=claim.pk)
        form = begun_verdict(now, reviewer, kept, list(now.evidence.all()), list(now.verdicts.all()))
        return form["rationale"].value(), form.initial["evidence"], form

    return beginning


def test_it_says_what_the_last_source_says_and_rests_on_all(begun, source):
    first, last = source(locator="The register"), source(locator="Minutes, p. 4", quote="1,200 berths")

    words, evidence, form = begun()

    assert words == "According to Minutes, p. 4: “1,200 berths”"
    assert evidence == [first.pk, last.pk]
    assert 'data-prefilled="According to Minutes, p. 4: “1,200 berths”"' in str(form["rationale"])
    assert "change it as you like" in form["rationale"].help_text


def test_a_source_without_words_is_named(begun, source):
    source(locator="https://harbour.example/", quote="")
    assert begun()[0] == "According to https://harbour.example/."


def test_a_quotation_that_is_too_long_for_a_rationale_is_left_out(begun, source):
    source(locator="The register", quote="a" * 19_990)
    assert begun()[0] == "According to The register."


@pytest.mark.parametrize("said", [{"private": True}, {"terms": "background"}, {"terms": "off_record"}])
def test_what_must_not_stand_in_a_report_is_not_said(begun, source, said):
    source(locator="A clerk", **said)
    assert begun()[0] == ""

    source(locator="The register", quote="")
    source(locator="A clerk", **said)
    assert begun()[0] == "According to The register."


def test_who_judges_blind_begins_with_their_own_sources_only(begun, source, claim, second_reviewer):
    Claim.objects.filter(pk=claim.pk).update(status=Status.AWAITING_SECOND_CHECK)
    VerdictFactory(claim=claim, author=second_reviewer, standing=Standing.BLIND)
    EvidenceFactory(claim=claim, added_by=second_reviewer, locator="Lemur")
    assert "Lemur" not in str(begun()[0])

    source(locator="The register", quote="")
    EvidenceFactory(claim=claim, added_by=second_reviewer, locator="Lemur")
    assert begun()[0] == "According to The register."


def test_a_claim_that_came_back_begins_with_my_last_words(begun, source, claim, reviewer, second_reviewer):
    source()
    VerdictFactory(claim=claim, author=reviewer, rationale="The register says so.", standing="returned")
    VerdictFactory(claim=claim, author=second_reviewer, rationale="No.", standing="returned")

    words, _, form = begun()

    assert words == "The register says so."
    assert "your last verdict" in form["rationale"].help_text


def test_what_was_typed_stands_and_is_not_marked(begun, source):
    left_out = source()
    kept = Kept("claim:1:verdict", "/", at=left_out.created_at, values={"verdict-rationale": "I would say"})
    added = source()

    words, evidence, form = begun(kept)

    assert (words, evidence) == ("I would say", [added.pk])
    assert "data-prefilled" not in str(form["rationale"])


def test_on_the_page_a_rating_is_all_that_is_missing(sign_in, reviewer, claim, source):
    rating = RatingFactory(scale=claim.article.scale)
    assignments.take(claim, by=reviewer)
    record = source(locator="The register", quote="")
    page = sign_in(reviewer).get(claim.get_absolute_url())
    form = page.context["forms"]["verdict"]
    typed = {f"verdict-{name}": form[name].value() for name in ("rationale", "evidence", "confidence")}

    answer = sign_in(reviewer).post(
        f"{claim.get_absolute_url()}verdict/", typed | {"verdict-rating": rating.pk}
    )

    assert answer.status_code == 302
    verdict = claim.verdicts.get()
    assert (verdict.rationale, list(verdict.evidence.all())) == ("According to The register.", [record])
