import pytest
from django.urls import reverse

from accounts.models import JobState
from claims.models import Extraction
from claims.workflow import Status
from tests.factories import ArticleFactory, ClaimFactory


def page(client, article, **query):
    response = client.get(reverse("article", args=[article.pk]), query)
    assert response.status_code == 200
    return response


def set_extraction(article, state, **fields):
    Extraction.objects.filter(revision=article.revision).update(state=state, **fields)


def test_the_list_shows_how_far_the_claims_are(sign_in, reviewer, article):
    for end, status in enumerate(
        [Status.SUGGESTED, Status.OPEN, Status.IN_CHECK, Status.RESOLVED, Status.DISMISSED], start=3
    ):
        ClaimFactory(article=article, end=end, status=status)

    response = sign_in(reviewer).get(reverse("articles"))

    assert response.context["progress"][article.pk] == {
        "suggested": 1,
        "open": 1,
        "in_work": 1,
        "passed": 1,
        "all": 4,
    }


@pytest.mark.parametrize(
    ("state", "polls"), [("queued", True), ("running", True), ("done", False), ("failed", False)]
)
def test_the_list_is_only_asked_again_while_something_runs(sign_in, reviewer, article, state, polls):
    set_extraction(article, state)

    html = sign_in(reviewer).get(reverse("articles")).content.decode()

    assert ('hx-trigger="every 2s"' in html) == polls


def test_the_list_holds_only_what_one_may_see(sign_in, reviewer, article, other_desk, desk):
    ArticleFactory(desk=other_desk)
    ArticleFactory(desk=desk, restricted=True)

    assert sign_in(reviewer).get(reverse("articles")).context["page"].rows == [article]


def test_no_query_for_each_article(sign_in, reviewer, desk, queries, django_assert_num_queries):
    client = sign_in(reviewer)
    ClaimFactory(article__desk=desk)
    count = queries(lambda: client.get(reverse("articles")))
    ClaimFactory(article__desk=desk)
    ClaimFactory(article__desk=desk)

    with django_assert_num_queries(count):
        client.get(reverse("articles"))


def test_the_copy_marks_its_claims_and_names_them_beside(sign_in, reviewer, claim):
    html = page(sign_in(reviewer), claim.article).content.decode()

    assert f'id="words-{claim.pk}">{claim.text}</mark>' in html
    assert f'href="?claim={claim.pk}#words-{claim.pk}"' in html


def test_hostile_text_is_shown_as_text(sign_in, reviewer, desk):
    article = ArticleFactory(desk=desk, text='<img src=x onerror=alert(1)> {% now "Y" %} مرحبا 🙂')

    html = page(sign_in(reviewer), article).content.decode()

    assert "&lt;img src=x onerror=alert(1)&gt; {% now &quot;Y&quot; %} مرحبا 🙂" in html


def test_the_claim_in_the_address_is_on_the_card_with_its_steps(sign_in, editor, article):
    claim = ClaimFactory(article=article, status=Status.SUGGESTED)
    later = ClaimFactory(article=article, start=30, end=48, status=Status.SUGGESTED)

    card = page(sign_in(editor), article, claim=claim.pk).context["card"]

    assert [button.name for button in card["buttons"]] == ["accept", "dismiss"]
    assert card["next"] == f"{article.get_absolute_url()}?claim={later.pk}"


def test_only_the_card_is_sent_when_only_the_card_is_asked_for(sign_in, reviewer, claim):
    response = sign_in(reviewer).get(
        reverse("article", args=[claim.article.pk]),
        {"claim": claim.pk},
        headers={"HX-Request": "true", "HX-Target": "card"},
    )

    html = response.content.decode()
    assert html.startswith('\n<div id="card">')
    assert "csrfmiddlewaretoken" in html
    assert "<nav" not in html


def test_a_viewer_reads_the_copy_and_finds_no_step(sign_in, viewer, claim):
    html = page(sign_in(viewer), claim.article, claim=claim.pk).content.decode()

    assert claim.text in html
    assert 'action="/claims/' not in html
    assert reverse("article-mark", args=[claim.article.pk]) not in html


def test_an_article_of_another_desk_is_not_there(sign_in, outsider, article):
    client = sign_in(outsider)

    for name in ("article", "article-progress", "article-mark", "article-history", "article-sign-off"):
        assert client.get(reverse(name, args=[article.pk])).status_code == 404


def test_history_leads_to_the_claims(sign_in, reviewer, claim):
    client = sign_in(reviewer)
    client.post(reverse("claim-take", args=[claim.pk]))

    html = client.get(reverse("article-history", args=[claim.article.pk])).content.decode()

    assert f"{reviewer.name} took" in html
    assert f'href="{claim.get_absolute_url()}"' in html


def test_no_query_for_each_claim_of_the_copy(sign_in, editor, article, queries, django_assert_num_queries):
    client = sign_in(editor)
    ClaimFactory(article=article, end=3, status=Status.IN_CHECK, assignee=editor)
    count = queries(lambda: page(client, article))
    ClaimFactory(article=article, end=4, status=Status.IN_CHECK, assignee=editor)
    ClaimFactory(article=article, end=5, status=Status.IN_CHECK, assignee=editor)

    with django_assert_num_queries(count):
        page(client, article)


def test_the_list_of_claims_reads_without_the_copy(sign_in, reviewer, article):
    ClaimFactory(article=article, standalone="It [the harbour] has <b>.")

    html = page(sign_in(reviewer), article).content.decode()

    assert 'It <span class="added">[the harbour]</span> has &lt;b&gt;.' in html


@pytest.mark.parametrize(("state", "still_to_come"), [("running", True), ("done", False)])
def test_a_copy_without_claims_says_whether_any_may_come(sign_in, reviewer, article, state, still_to_come):
    set_extraction(article, state)

    html = page(sign_in(reviewer), article).content.decode()

    assert ("as soon as the search has been through" in html) is still_to_come
    assert ("No claim stands in this text." in html) is not still_to_come


def test_who_selects_words_may_ask_why_they_are_no_claim(client, reviewer, viewer, article):
    offered = {}
    for person in (reviewer, viewer):
        client.force_login(person)
        html = page(client, article).content.decode()
        selected = html[html.index('id="selected"') :]
        offered[person] = ("Mark as claim" in selected, "data-why-not" in selected)

    assert offered == {reviewer: (True, True), viewer: (False, True)}


def test_only_who_may_revise_is_offered_a_new_version(client, editor, reviewer, article):
    offered = {}
    for person in (editor, reviewer):
        client.force_login(person)
        offered[person] = (
            reverse("article-revise", args=[article.pk]) in page(client, article).content.decode()
        )

    assert offered == {editor: True, reviewer: False}


def test_facts_in_no_claim_are_counted_marked_and_listed(sign_in, reviewer, article):
    ClaimFactory(article=article)
    set_extraction(
        article,
        JobState.DONE,
        facts=[{"kind": "number", "start": 16, "end": 28}, {"kind": "date", "start": 43, "end": 47}],
    )

    html = page(sign_in(reviewer), article).content.decode()

    assert "5 of 9 words in claims: 0 decided, 5 open, 0 to judge." in html
    assert '<a href="#fact-43" data-next-fact data-key="f">1 fact in no claim' in html
    assert '<span class="fact" id="fact-43" data-fact="43-47" data-kind="date">1987</span>' in html
    assert 'name="span" value="43-47"' in html


def test_who_cannot_mark_reads_the_facts_all_the_same(sign_in, viewer, article):
    set_extraction(article, JobState.DONE, facts=[{"kind": "date", "start": 43, "end": 47}])

    html = page(sign_in(viewer), article).content.decode()

    assert "1 fact in no claim" in html
    assert 'name="span"' not in html


def test_where_every_fact_is_in_a_claim_it_says_so(sign_in, reviewer, claim):
    set_extraction(claim.article, JobState.DONE, facts=[{"kind": "number", "start": 16, "end": 28}])

    assert "Every fact is in a claim." in page(sign_in(reviewer), claim.article).content.decode()


def test_no_query_for_each_claim_of_a_copy(sign_in, reviewer, article, queries, django_assert_num_queries):
    client = sign_in(reviewer)
    address = reverse("article", args=[article.pk])
    ClaimFactory(article=article, status=Status.IN_CHECK, assignee=reviewer)
    count = queries(lambda: client.get(address))
    for end in range(4, 9):
        ClaimFactory(article=article, end=end, status=Status.IN_CHECK, assignee=reviewer)

    with django_assert_num_queries(count):
        client.get(address)
