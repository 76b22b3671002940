"""The search of a later version: only what is new is suggested, and nothing that was dismissed."""

import pytest

from claims.actions import spans, triage
from claims.extraction import Candidate, Extracted, pipeline
from claims.jobs import extraction as job
from claims.models import Claim, Extraction
from claims.workflow import ArticleStatus, Status
from tests.claims.actions.versions import LEASES, RENTS, TEXT, claim_on, revise
from tests.factories import ArticleFactory


@pytest.fixture
def article(editor, desk):
    return ArticleFactory(desk=desk, submitted_by=editor, text=TEXT)


class TestTheSearchOfALaterRevision:
    @pytest.fixture
    def found(self, monkeypatch):
        """`found(text, *words)`: the extractor suggests these words."""
        monkeypatch.setattr(pipeline, "load", lambda: None)

        def found(text, *words):
            candidates = [
                Candidate(
                    text.index(one), text.index(one) + len(one), 0.9, "quantity", [], "Ada Brandt", [], []
                )
                for one in words
            ]
            monkeypatch.setattr(
                job.language, "find_candidates", lambda *_, **__: Extracted("en", [], candidates)
            )

        return found

    def run(self, article):
        article.refresh_from_db()
        job.extract_claims(Extraction.objects.get(revision=article.revision_id).pk)

    def test_only_what_is_new_is_suggested(self, article, editor, found):
        text = TEXT + " The port has 40 cranes."
        revise(article, text, editor)
        found(text, TEXT[slice(*RENTS)], "The port has 40 cranes.")

        self.run(article)

        assert [claim.text for claim in Claim.objects.filter(article=article)] == ["The port has 40 cranes."]
        article.refresh_from_db()
        assert article.status == ArticleStatus.CHECKING

    def test_what_was_dismissed_does_not_come_back_for_the_same_words(self, article, editor, found):
        claim = claim_on(article, LEASES, status=Status.SUGGESTED)
        triage.dismiss(claim, by=editor, reason="Trivial.")
        text = "New. " + TEXT
        revise(article, text, editor)
        found(text, TEXT[slice(*LEASES)])

        self.run(article)

        assert [one.status for one in Claim.objects.filter(article=article)] == [Status.DISMISSED]

    def test_what_was_dismissed_may_come_back_with_another_fact(self, article, editor, found):
        claim = claim_on(article, LEASES, status=Status.SUGGESTED)
        triage.dismiss(claim, by=editor, reason="Trivial.")
        text = TEXT.replace("12", "13")
        revise(article, text, editor)
        found(text, "The mayor signed 13 leases.")

        self.run(article)

        assert sorted(one.status for one in Claim.objects.filter(article=article)) == [
            Status.CLOSED,
            Status.SUGGESTED,
        ]

    def test_a_changed_claim_is_told_anew(self, article, editor, found):
        claim = claim_on(article, LEASES)
        text = TEXT.replace("12", "13")
        revise(article, text, editor)
        found(text, "The mayor signed 13 leases.")

        self.run(article)

        claim.refresh_from_db()
        assert (claim.claimant, claim.kind, claim.status) == ("Ada Brandt", "quantity", Status.OPEN)

    def test_of_a_claim_that_was_cut_in_two_each_half_is_told_its_own(self, article, editor, monkeypatch):
        whole = claim_on(article, (0, 59), kind="quantity")
        first, second = whole, spans.split(whole, by=editor, at=32)
        text = TEXT.replace("Rents rose", "Rents climbed").replace("signed", "penned")
        revise(article, text, editor)
        cues = [
            {"cue": "a number", "start": at, "end": at + 1} for at in (text.index("9 p"), text.index("12 l"))
        ]
        end = text.index("leases.") + 7
        one = Candidate(0, end, 0.9, "event", cues, "", [], [], standalone=f"{text[:end]} [in Brask]")
        monkeypatch.setattr(pipeline, "load", lambda: None)
        monkeypatch.setattr(job.language, "find_candidates", lambda *_, **__: Extracted("en", [], [one]))

        self.run(article)

        first, second = Claim.objects.get(pk=first.pk), Claim.objects.get(pk=second.pk)
        assert (first.text, second.text) == (
            "Rents climbed by 9 percent in May.",
            "The mayor penned 12 leases.",
        )
        assert (first.standalone, second.standalone) == ("", "")
        assert (first.cues, second.cues) == (cues[:1], cues[1:])
        assert first.kind == "quantity"

    def test_the_search_of_an_older_text_stores_nothing(self, article, editor, found):
        Extraction.objects.filter(revision=article.revision_id).update(state="queued")
        old = Extraction.objects.get(revision=article.revision_id)
        revise(article, TEXT + " More.", editor)
        found(TEXT, TEXT[slice(*RENTS)])

        job.extract_claims(old.pk)

        assert Claim.objects.filter(article=article).count() == 0
        found(TEXT + " More.", TEXT[slice(*RENTS)])
        self.run(article)
        assert Claim.objects.get(article=article).text == TEXT[slice(*RENTS)]
