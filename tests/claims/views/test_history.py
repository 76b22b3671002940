from accounts.models import Event
from claims import search
from claims.actions import assignments, evidence, glances, revisions
from claims.views import history


def test_every_step_has_a_sentence(claim, reviewer):
    assignments.take(claim, by=reviewer)
    evidence.add_evidence(
        claim, by=reviewer, kind="interview", locator="secret call", stance="supports", private=True
    )

    told = history.lines(history.of_claim(reviewer, claim))

    assert [line.sentence for line in told] == [
        f"{reviewer.name} took it",
        f"{reviewer.name} added evidence to it",
    ]
    assert "secret" not in str(told)


def test_the_history_of_an_article_leads_to_its_claims(claim, reviewer):
    assignments.take(claim, by=reviewer)

    [line] = history.lines_with_links(history.of_article(reviewer, claim.article))

    link = f'<a href="{claim.get_absolute_url()}">claim {claim.pk}</a>'
    assert line.sentence == f"{reviewer.name} took {link}"


def test_a_new_version_is_told_in_plain_words(claim, editor, reviewer):
    search.add_claims([claim.pk])
    assignments.take(claim, by=reviewer)
    article = claim.article
    text = article.revision.text.replace("1,200", "1,300")
    revisions.add_revision(article, by=editor, text=text, base=article.revision_id)
    claim.refresh_from_db()
    glances.seen(claim, by=reviewer)

    told = history.lines_with_links(history.of_article(editor, article).order_by("id"))

    link = f'<a href="{claim.get_absolute_url()}">claim {claim.pk}</a>'
    assert [line.sentence for line in told] == [
        f"{reviewer.name} took {link}",
        f"{editor.name} sent a new version of the text",
        f"{editor.name} changed a fact in {link}",
        f"{reviewer.name} looked at the new words of {link}",
    ]


def test_what_nobody_did_the_desk_did(article):
    event = Event.objects.append("article.settled", article, by=None, within=article)

    assert history.lines_with_links([event])[0].who == "The desk"


def test_a_kind_without_a_sentence_is_still_told(article, reviewer):
    event = Event.objects.append("article.some_new_thing", article, by=reviewer, within=article)

    assert history.lines_with_links([event])[0].sentence == f"{reviewer.name} some new thing"


def test_a_name_is_no_markup_in_a_sentence_with_a_link(claim, reviewer):
    reviewer.name = "<b>Eve</b>"
    event = Event.objects.append("claim.take", claim, by=reviewer, within=claim.article)

    [line] = history.lines_with_links([event])

    assert line.sentence.startswith("&lt;b&gt;Eve&lt;/b&gt; took <a href=")
    assert history.told(event) == "<b>Eve</b> took this claim."
