from accounts.models import Event
from claims.actions import assignments, evidence
from claims.views import history


def test_every_step_has_a_sentence(claim, reviewer):
    assignments.take(claim, by=reviewer)
    evidence.add_evidence(
        claim, by=reviewer, kind="interview", locator="secret call", stance="supports", private=True
    )

    told = history.lines(history.of_claim(claim))

    assert [(line.who, line.what, line.about) for line in told] == [
        (reviewer.name, "took", "it"),
        (reviewer.name, "added evidence to", "it"),
    ]
    assert "secret" not in str(told)


def test_the_history_of_an_article_leads_to_its_claims(claim, reviewer):
    assignments.take(claim, by=reviewer)

    [line] = history.lines_with_links(history.of_article(claim.article))

    assert line.url == claim.get_absolute_url()


def test_what_nobody_did_the_desk_did(article):
    event = Event.objects.append("article.settled", article, by=None, within=article)

    assert history.lines_with_links([event])[0].who == "The desk"


def test_a_kind_without_a_sentence_is_still_told(article, reviewer):
    event = Event.objects.append("article.some_new_thing", article, by=reviewer, within=article)

    assert history.lines_with_links([event])[0].what == "some new thing"
