import pytest
from django.urls import reverse

from claims.models import Extraction
from claims.views import why_not
from claims.workflow import Status
from tests.factories import ArticleFactory, ClaimFactory

WORDS = [
    "Share this",
    "By Ada Venn",
    "It has 1,200 berths.",
    "Is it big?",
    "Go there.",
    "It has many berths.",
]
FURNITURE, BYLINE, FACT, QUESTION, ADVICE, TWIN = [
    (sum(len(words) + 1 for words in WORDS[:n]), sum(len(words) + 1 for words in WORDS[: n + 1]) - 1)
    for n in range(len(WORDS))
]
ROLES = ["furniture", "byline", "paragraph", "paragraph", "paragraph", "list_item"]
SPANS = [FURNITURE, BYLINE, FACT, QUESTION, ADVICE, TWIN]


@pytest.fixture
def article(desk):
    """Furniture, a byline, a claim, a question and a piece of advice, and what says the same as the claim."""
    article = ArticleFactory(desk=desk, text="\n".join(WORDS))
    article.revision.blocks = [
        {"role": role, "start": start, "end": end + 1}
        for role, (start, end) in zip(ROLES, SPANS, strict=True)
    ]
    article.revision.save()
    end = QUESTION[1]
    scores = {BYLINE: 0.0, FACT: 0.9, QUESTION: 0.3, ADVICE: 0.1, TWIN: 0.7}
    more = {
        QUESTION: {"against": [{"cue": "a question", "start": end - 1, "end": end}]},
        TWIN: {"twin": {"start": FACT[0], "end": FACT[1]}},
    }
    Extraction.objects.filter(revision=article.revision).update(
        sentences=[
            {"start": span[0], "end": span[1], "score": score} | more.get(span, {})
            for span, score in scores.items()
        ]
    )
    return article


@pytest.fixture
def claim(article):
    """A part of the sentence that states a fact."""
    return ClaimFactory(article=article, start=FACT[0], end=FACT[1] - 8, status=Status.SUGGESTED)


def page(client, article, **query):
    response = client.get(reverse("article-why-not", args=[article.pk]), query)
    assert response.status_code == 200
    return response


def spans(response):
    return [(one.start, one.end) for one in response.context["sentences"]]


def html_of(response):
    return " ".join(response.content.decode().split())


def test_every_sentence_that_is_no_claim_has_an_answer(sign_in, reviewer, article, claim):
    response = page(sign_in(reviewer), article)
    html = html_of(response)

    assert spans(response) == [FURNITURE, BYLINE, QUESTION, ADVICE, TWIN]
    assert "1 line set aside, no part of the article's text: Share this" in html
    assert "Not part of the article's text: byline." in html
    assert f'<dt>a question</dt> <dd><a class="place" href="{article.get_absolute_url()}#b4"' in html
    assert "Nothing that a source could show right or wrong was seen in it." in html
    assert (
        f'Says the same as <a href="{article.get_absolute_url()}?claim={claim.pk}#words-{claim.pk}"'
        f' data-claim="{claim.pk}">claim 1</a>' in html
    )


def test_a_twin_of_what_is_no_claim_says_so(sign_in, reviewer, article):
    html = html_of(page(sign_in(reviewer), article))

    assert f'href="{article.get_absolute_url()}#b3" data-from="{FACT[0]}"' in html
    assert "It has 1,200 berths.</a>, which is no claim either." in html


def test_what_was_a_claim_says_what_became_of_it(sign_in, reviewer, article, claim):
    claim.status = Status.DISMISSED
    claim.save()

    response = page(sign_in(reviewer), article)

    assert FACT in spans(response)
    assert f'It was <a href="{claim.get_absolute_url()}">claim 1</a>, now dismissed.' in html_of(response)


def test_a_sentence_short_of_the_threshold_is_told_from_one_without_anything(sign_in, reviewer, article):
    Extraction.objects.update(sentences=[{"start": ADVICE[0], "end": ADVICE[1], "score": 0.45}])

    assert "Too little that a source could show right or wrong was seen" in html_of(
        page(sign_in(reviewer), article)
    )


def test_in_another_language_nothing_was_searched(sign_in, reviewer, article):
    Extraction.objects.update(language="fr")

    html = html_of(page(sign_in(reviewer), article))

    assert html.count("Nothing was searched: claims are suggested for English only.") == 3
    assert "a source could show" not in html


def test_the_nearest_to_a_claim_first(sign_in, reviewer, article, claim):
    assert spans(page(sign_in(reviewer), article, order="score")) == [
        TWIN,
        QUESTION,
        ADVICE,
        BYLINE,
        FURNITURE,
    ]


def test_a_long_text_is_answered_page_by_page(sign_in, reviewer, article, claim, monkeypatch):
    monkeypatch.setattr(why_not, "SHOWN", 3)
    client = sign_in(reviewer)

    first, second = (page(client, article, order="score", page=number) for number in (1, 2))

    assert (spans(first), spans(second)) == ([TWIN, QUESTION, ADVICE], [BYLINE, FURNITURE])
    assert 'rel="next" href="?order=score&amp;page=2"' in html_of(first)
    assert '<span class="quiet">4 to 5 of 5</span>' in html_of(second)


def test_selected_words_are_answered_on_the_card(sign_in, reviewer, article, claim):
    response = sign_in(reviewer).get(
        reverse("article-why-not", args=[article.pk]),
        {"start": FACT[0] + 2, "end": QUESTION[0] + 3},
        headers={"HX-Request": "true", "HX-Target": "card"},
    )

    html = html_of(response)
    assert spans(response) == [QUESTION]
    assert html.startswith('<div id="card">')
    assert "<nav" not in html
    assert f'This is <a href="?claim={claim.pk}#words-{claim.pk}" data-claim="{claim.pk}">claim 1</a>' in html
    assert 'class="place" href="#b4"' in html


@pytest.mark.parametrize("query", [{"start": "x", "end": 3}, {"start": 3}, {"start": -1, "end": 10**30}])
def test_an_odd_span_shows_all(sign_in, reviewer, article, query):
    assert len(spans(page(sign_in(reviewer), article, **query))) == len(SPANS)


def test_what_was_missed_is_marked_there(sign_in, reviewer, article):
    client = sign_in(reviewer)
    start, end = ADVICE

    html = html_of(page(client, article))
    client.post(reverse("article-mark", args=[article.pk]), {"span": f"{start}-{end}"})

    assert f'action="{reverse("article-mark", args=[article.pk])}"' in html
    assert f'name="span" value="{start}-{end}"' in html
    assert ADVICE not in spans(page(client, article))


def test_a_viewer_reads_the_answers_and_marks_nothing(sign_in, viewer, article):
    html = html_of(page(sign_in(viewer), article))

    assert "a question" in html
    assert 'name="span"' not in html


@pytest.mark.parametrize("state", ["queued", "running", "failed"])
def test_before_the_search_there_is_no_answer(sign_in, reviewer, article, state):
    Extraction.objects.update(state=state)

    response = page(sign_in(reviewer), article)

    assert spans(response) == []
    assert "has not been through this text yet" in html_of(response)


def test_a_text_is_shown_as_text(sign_in, reviewer, desk):
    text = "<b onclick=alert(1)>Hm</b>. {{ 7 }}"
    article = ArticleFactory(desk=desk, text=text)
    Extraction.objects.filter(revision=article.revision).update(
        sentences=[
            {
                "start": 0,
                "end": len(text),
                "score": 0.1,
                "against": [{"cue": "a judgement", "start": 0, "end": 8}],
            }
        ]
    )

    html = html_of(page(sign_in(reviewer), article))

    assert "&lt;b onclick=alert(1)&gt;Hm&lt;/b&gt;. {{ 7 }}" in html
    assert "<b onclick" not in html


def test_no_query_for_each_claim_or_sentence(sign_in, reviewer, article, queries, django_assert_num_queries):
    client = sign_in(reviewer)
    ClaimFactory(article=article, end=3, status=Status.DISMISSED)
    count = queries(lambda: page(client, article))
    ClaimFactory(article=article, end=4, status=Status.DISMISSED)
    ClaimFactory(article=article, start=QUESTION[0], end=QUESTION[1])

    with django_assert_num_queries(count):
        page(client, article)
