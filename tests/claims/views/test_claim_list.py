from django.urls import reverse

from claims.models import Extraction
from claims.workflow import Status
from tests.factories import ArticleFactory, ClaimFactory


def listed(response):
    return response.context["page"].rows


def test_filters_stand_in_the_address(sign_in, reviewer, article):
    wanted = ClaimFactory(article=article, end=3, status=Status.IN_CHECK, assignee=reviewer, risk="high")
    ClaimFactory(article=article, end=4, status=Status.IN_CHECK, risk="high")
    ClaimFactory(article=article, end=5, assignee=None, risk="high")

    response = sign_in(reviewer).get(
        reverse("claims"), {"status": "in_check", "assignee": "me", "risk": "high"}
    )

    assert listed(response) == [wanted]
    assert '<option value="high" selected>' in response.content.decode()


def test_a_filter_that_is_wrong_is_told_in_a_sentence(sign_in, reviewer):
    response = sign_in(reviewer).get(reverse("claims"), {"status": "bogus"})

    assert response.status_code == 422
    assert "“bogus” is not one of" in response.content.decode()


def test_pages_lead_on_and_back_with_the_filters(sign_in, reviewer, desk):
    article = ArticleFactory(desk=desk, text="x" * 100)
    for end in range(1, 53):
        ClaimFactory(article=article, end=end)
    client = sign_in(reviewer)

    first = client.get(reverse("claims"), {"status": "open"})
    second = client.get(reverse("claims"), {"status": "open", "cursor": first.context["page"].next})

    assert (len(listed(first)), len(listed(second))) == (50, 2)
    assert set(listed(first)).isdisjoint(listed(second))
    assert "status=open&amp;cursor=" in first.content.decode()


def test_what_one_may_not_see_is_neither_listed_nor_counted(sign_in, reviewer, other_desk, desk):
    ClaimFactory(article__desk=other_desk)
    ClaimFactory(article__desk=desk, article__restricted=True)

    response = sign_in(reviewer).get(reverse("claims"))

    assert listed(response) == []
    assert response.context["count"] == "0"


def test_a_claim_can_be_read_without_its_article(sign_in, reviewer, article):
    ClaimFactory(article=article, standalone="The harbour [of Ostend] has 1,200 berths.")

    html = sign_in(reviewer).get(reverse("claims")).content.decode()

    assert 'The harbour <span class="added">[of Ostend]</span> has 1,200 berths.' in html


def test_a_claim_is_shown_as_text(sign_in, reviewer, desk):
    ClaimFactory(article=ArticleFactory(desk=desk, text="<script>alert(1)</script> {{ 7 }} 🙂"), end=35)

    page = sign_in(reviewer).get(reverse("claims")).content.decode()

    assert "&lt;script&gt;alert(1)&lt;/script&gt; {{ 7 }} 🙂" in page
    assert "<script>alert" not in page


def test_the_words_of_a_claim_tell_their_language(sign_in, reviewer, desk):
    known, unknown = (ClaimFactory(article=ArticleFactory(desk=desk)) for _ in range(2))
    Extraction.objects.filter(revision=known.revision).update(language="en")
    Extraction.objects.filter(revision=unknown.revision).update(language="")

    page = sign_in(reviewer).get(reverse("claims")).content.decode()

    assert f'href="{known.get_absolute_url()}' in page
    assert page.count('dir="auto" lang="en">') == 1


def test_editors_are_offered_an_export_with_the_same_filters(client, editor, reviewer, claim):
    offered = {}
    for person in (editor, reviewer):
        client.force_login(person)
        page = client.get(reverse("claims"), {"status": "open"}).content.decode()
        offered[person] = f'href="{reverse("claims-export", args=["csv"])}?status=open"' in page

    assert offered == {editor: True, reviewer: False}


def test_no_query_for_each_row(sign_in, reviewer, desk, queries, django_assert_num_queries):
    client = sign_in(reviewer)
    ClaimFactory(article__desk=desk, assignee=reviewer)
    count = queries(lambda: client.get(reverse("claims")))
    ClaimFactory(article__desk=desk, assignee=reviewer)
    ClaimFactory(article__desk=desk, assignee=reviewer)

    with django_assert_num_queries(count):
        client.get(reverse("claims"))
