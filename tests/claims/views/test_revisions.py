"""The pages of versions: compared first, saved by who saw it, and read afterwards."""

import re

import pytest
from django.urls import reverse

from claims import search
from claims.actions import drafts, revisions
from claims.models import Revision
from claims.workflow import ArticleStatus
from tests.factories import ArticleFactory, ClaimFactory

TEXT = "Rents rose by 9 percent in May. The mayor signed 12 leases. It rained all week in Brask."
RENTS, LEASES, RAIN = (0, 31), (32, 59), (60, 88)
NEWER = TEXT.replace("9 percent", "8 percent")


@pytest.fixture
def article(desk, second_editor):
    return ArticleFactory(title="Rents", desk=desk, submitted_by=second_editor, text=TEXT)


def claim_on(article, span, **fields):
    claim = ClaimFactory(article=article, start=span[0], end=span[1], **fields)
    search.add_claims([claim.pk])
    return claim


@pytest.fixture
def claims(article):
    return [claim_on(article, span) for span in (RENTS, LEASES, RAIN)]


@pytest.fixture
def revise(sign_in, editor, article):
    """`revise(text, **more)`: what the page answers the editor."""
    client, base = sign_in(editor), article.revision_id

    def revise(text, **more):
        return client.post(reverse("article-revise", args=[article.pk]), {"text": text, "base": base} | more)

    return revise


def html_of(response):
    return response.content.decode()


def hidden(html, name):
    return re.search(rf'name="{name}" value="([^"]*)"', html)[1]


def previewed(revise, text):
    """What the second press of a person sends who saw the preview of `text`."""
    return {"save": "on", "previewed": hidden(html_of(revise(text)), "previewed")}


def test_the_page_begins_with_the_newest_text(sign_in, editor, article):
    html = html_of(sign_in(editor).get(reverse("article-revise", args=[article.pk])))

    assert f">\n{TEXT}</textarea>" in html
    assert hidden(html, "base") == str(article.revision_id)
    assert 'name="save"' not in html


def test_the_preview_shows_words_and_claims_and_stores_nothing(revise, article, claims):
    text = NEWER.replace(" It rained all week in Brask.", "")

    response = revise(text)

    html = html_of(response)
    assert response.status_code == 200
    assert "<del>9</del> <ins>8</ins>" in html
    rows = response.context["changes"].rows
    assert [(row.change, row.claim) for row in rows] == [("fact_changed", claims[0]), ("gone", claims[2])]
    assert response.context["changes"].counts == [("fact_changed", 1), ("gone", 1), ("same", 1)]
    assert "The number “9 percent” became “8 percent”." in html
    assert "Save revision 2" in html
    assert f">\n{text}</textarea>" in html
    assert Revision.objects.filter(article=article).count() == 1


def test_what_was_seen_is_saved(revise, article):
    response = revise(NEWER, **previewed(revise, NEWER))

    article.refresh_from_db()
    assert response.url == article.get_absolute_url()
    assert (article.revision.number, article.revision.text) == (2, NEWER)


def test_line_ends_of_a_browser_change_nothing(revise, article):
    text = "Rents rose.\r\n\r\nIt rained."

    response = revise(text, **previewed(revise, text))

    article.refresh_from_db()
    assert response.status_code == 302
    assert article.revision.text.startswith("Rents rose.\n\nIt rained.")


def test_words_that_were_not_in_the_preview_are_shown_before_they_are_saved(revise, article):
    seen = previewed(revise, NEWER)

    response = revise(NEWER.replace("12", "13"), **seen)

    assert response.status_code == 200
    assert "The text was changed after the preview." in html_of(response)
    assert Revision.objects.filter(article=article).count() == 1


def test_the_same_text_says_that_nothing_changed(revise, article):
    html = html_of(revise(TEXT))

    assert "Nothing changed: this is revision 1, word for word." in html
    assert 'name="save"' not in html


def test_only_white_space_is_said_to_be_that(revise, article):
    html = html_of(revise(TEXT.replace("May. The", "May.\n\nThe")))

    assert "No word changed, only spaces and line breaks." in html
    assert "Save revision 2" in html


@pytest.mark.parametrize("saves", [False, True])
def test_a_newer_version_meanwhile_is_a_conflict_with_everything_typed(revise, article, second_editor, saves):
    more = previewed(revise, NEWER) if saves else {}
    theirs, _, _ = revisions.add_revision(
        article, by=second_editor, text=TEXT.replace("12", "14"), base=article.revision_id
    )

    response = revise(NEWER, **more)

    html = html_of(response)
    assert response.status_code == 409
    assert f">\n{NEWER}</textarea>" in html
    assert "A newer version of the text arrived meanwhile." in html
    assert reverse("revision", args=[article.pk, 2]) in html
    assert hidden(html, "base") == str(theirs.pk)

    again = revise(NEWER, base=hidden(html, "base"))
    assert "<del>14</del> <ins>12</ins>" in html_of(again)
    assert "Save revision 3" in html_of(again)


def test_a_closed_article_takes_no_new_text(revise, article):
    article.status = ArticleStatus.CLOSED
    article.save()

    response = revise(NEWER)

    assert response.status_code == 409
    assert f">\n{NEWER}</textarea>" in html_of(response)
    assert "This article is closed." in html_of(response)


@pytest.mark.parametrize(
    ("text", "status"), [(" \n ", 422), ("word " * 80_001, 422), ("word " * 1_700_000, 413)]
)
def test_what_cannot_be_an_article_is_told_at_its_field(revise, article, text, status):
    response = revise(text)

    assert response.status_code == status
    assert response.context["form"].errors["text"]
    assert hidden(html_of(response), "base") == str(article.revision_id)


def test_a_base_that_is_none_is_told(revise):
    assert revise(NEWER, base="x").status_code == 422


def test_who_saves_over_a_signature_is_told_before_and_after(revise, article, claims):
    article.status = ArticleStatus.SIGNED_OFF
    article.save()

    seen = html_of(revise(NEWER))
    revise(NEWER, save="on", previewed=hidden(seen, "previewed"))

    article.refresh_from_db()
    assert "A new version takes the sign-off back" in seen
    assert article.status == ArticleStatus.CHECKING


def test_hostile_text_is_shown_as_text(revise, article):
    html = html_of(revise(TEXT + " <script>alert(1)</script> {% now 'Y' %}"))

    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html
    assert "<script>alert" not in html


@pytest.fixture
def second(article, claims, editor, reviewer):
    """The second revision; a fact changed, a claim went, one stayed."""
    text = "It rained all week in Brask. " + NEWER.replace(" It rained all week in Brask.", "")
    text = text.replace(" The mayor signed 12 leases.", "")
    revision, _, _ = revisions.add_revision(article, by=editor, text=text, base=article.revision_id)
    return revision


def test_a_version_says_what_became_of_the_claims(sign_in, reviewer, article, claims, second):
    response = sign_in(reviewer).get(reverse("revision", args=[article.pk, 2]))

    html = html_of(response)
    rows = {row.claim: row for row in response.context["changes"].rows}
    assert (rows[claims[0]].change, rows[claims[0]].old) == ("fact_changed", TEXT[slice(*RENTS)])
    assert "<del>9</del> <ins>8</ins>" in html
    assert rows[claims[1]].change == "gone"
    assert second.sha256 in html


def test_the_words_of_then_stand_in_an_older_version(sign_in, reviewer, article, claims, editor, second):
    article.refresh_from_db()
    third = second.text.replace("8 percent", "7 percent")
    revisions.add_revision(article, by=editor, text=third, base=second.pk)
    fourth = third.replace("7 percent", "6 percent")
    article.refresh_from_db()
    revisions.add_revision(article, by=editor, text=fourth, base=article.revision_id)

    response = sign_in(reviewer).get(reverse("revision", args=[article.pk, 2]))

    [row] = [row for row in response.context["changes"].rows if row.claim == claims[0]]
    assert "".join(piece.text for piece in row.pieces if piece.op != "delete") == second.text[29:60].strip()


def test_who_only_reads_sees_the_texts_and_nothing_of_the_work(sign_in, viewer, article, claims, second):
    client = sign_in(viewer)

    one = client.get(reverse("revision", args=[article.pk, 2]))
    every = client.get(reverse("revisions", args=[article.pk]))

    assert one.context["changes"] is None
    assert "<del>" in html_of(one)
    assert "<ins>" in html_of(one)
    assert "fact changed" not in html_of(one) + html_of(every)
    assert second.sha256 in html_of(every)


def test_the_list_counts_the_changes(sign_in, reviewer, article, claims, second):
    response = sign_in(reviewer).get(reverse("revisions", args=[article.pk]))

    assert [revision.number for revision in response.context["page"].rows] == [2, 1]
    assert response.context["counts"][second.pk][:2] == [("fact_changed", 1), ("gone", 1)]


def test_a_version_that_is_none_is_not_there(sign_in, reviewer, article):
    assert sign_in(reviewer).get(reverse("revision", args=[article.pk, 2])).status_code == 404


def test_no_query_for_each_claim_or_version(
    sign_in, editor, article, claims, second, queries, django_assert_num_queries
):
    client = sign_in(editor)
    addresses = [reverse("revisions", args=[article.pk]), reverse("revision", args=[article.pk, 3])]
    article.refresh_from_db()
    changed = second.text.replace("8 percent", "7 percent")
    revisions.add_revision(article, by=editor, text=changed, base=second.pk)
    counts = [queries(lambda address=address: client.get(address)) for address in addresses]
    article.refresh_from_db()
    more = changed + " Rents rose by 5 percent in June. Rents rose by 4 percent in July."
    revision, _, _ = revisions.add_revision(article, by=editor, text=more, base=article.revision_id)
    article.refresh_from_db()
    for words in ("Rents rose by 5 percent in June.", "Rents rose by 4 percent in July."):
        claim_on(article, (more.index(words), more.index(words) + len(words)))
    last = more.replace("5 percent", "3 percent").replace("4 percent", "2 percent")
    revisions.add_revision(article, by=editor, text=last, base=revision.pk)

    for address, count in zip([addresses[0], reverse("revision", args=[article.pk, 5])], counts, strict=True):
        with django_assert_num_queries(count):
            client.get(address)


def test_a_draft_typed_over_an_older_text_does_not_undo_what_came_meanwhile(
    sign_in, editor, second_editor, article
):
    client, address = sign_in(editor), reverse("article-revise", args=[article.pk])
    older = article.revision_id
    mine = TEXT.replace("Brask", "Braske")
    drafts.save(f"article:{article.pk}:revise", {"text": [mine], "base": [str(older)]}, by=editor)
    revisions.add_revision(article, by=second_editor, text=NEWER, base=older)

    html = html_of(client.get(address))
    answer = client.post(address, {"text": mine, "base": hidden(html, "base")})

    assert answer.status_code == 409
    assert f">\n{mine}</textarea>" in html_of(answer)
    assert hidden(html_of(answer), "base") != str(older)
