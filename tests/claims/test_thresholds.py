import pytest

from claims.actions import triage
from claims.models import Article, Extraction
from claims.thresholds import Count, last_search
from claims.workflow import Status
from tests.factories import ArticleFactory, ClaimFactory

SCORES = [0.95, 0.75, 0.62, 0.55, 0.45, 0.35, 0.2]  # of the sentences; searched with 0.5
WIDTH = 10
TEXT = "".join(f"Sentence {n}" for n in range(len(SCORES)))
SPANS = [(n * WIDTH, (n + 1) * WIDTH) for n in range(len(SCORES))]


@pytest.fixture
def article(desk, editor):
    """Four suggestions: two accepted, one dismissed, one that nobody judged."""
    article = searched(desk)
    for (start, end), score, step in zip(
        SPANS, SCORES[:4], ["accept", "dismiss", "accept", ""], strict=False
    ):
        claim = ClaimFactory(article=article, start=start, end=end, score=score, status=Status.SUGGESTED)
        if step == "accept":
            triage.accept(claim, by=editor)
        elif step == "dismiss":
            triage.dismiss(claim, by=editor, reason="Known.")
    return article


def searched(desk, **fields):
    article = ArticleFactory(desk=desk, text=TEXT)
    sentences = [
        {"start": start, "end": end, "score": score}
        for (start, end), score in zip(SPANS, SCORES, strict=True)
    ]
    Extraction.objects.filter(revision=article.revision).update(sentences=sentences, **fields)
    return article


def texts(passages):
    return [passage.text for passage in passages]


def test_the_threshold_of_the_search_changes_nothing(article):
    found = last_search(Article.objects.all())

    assert found.at(0.5) == Count(0.5, suggestions=4, accepted=2, dismissed=1)
    assert found.appearing(0.5) == found.vanishing(0.5) == []


def test_a_higher_one_takes_away_and_tells_what_people_said(article):
    found = last_search(Article.objects.all())

    assert [(one.text, one.score, one.accepted) for one in found.vanishing(0.7)] == [
        ("Sentence 2", 0.62, True),
        ("Sentence 3", 0.55, None),
    ]
    assert found.appearing(0.7) == []
    assert found.at(0.7) == Count(0.7, suggestions=2, accepted=1, dismissed=1)


def test_a_lower_one_adds_sentences_that_nobody_has_seen(article):
    found = last_search(Article.objects.all())

    assert [(one.text, one.score, one.claim) for one in found.appearing(0.4)] == [("Sentence 4", 0.45, None)]
    assert texts(found.appearing(0.3)) == ["Sentence 4", "Sentence 5"]
    assert found.vanishing(0.3) == []
    assert found.at(0.3) == Count(0.3, suggestions=6, accepted=2, dismissed=1)


def test_a_sentence_scores_its_way_in_exactly_at_the_threshold(article):
    found = last_search(Article.objects.all())

    assert texts(found.appearing(0.45)) == ["Sentence 4"]
    assert texts(found.vanishing(0.55)) == []


def test_what_another_sentence_says_too_would_not_be_suggested(article):
    extraction = Extraction.objects.get()
    extraction.sentences[4]["twin"] = {"start": 0, "end": WIDTH}
    extraction.save()

    assert texts(last_search(Article.objects.all()).appearing(0.3)) == ["Sentence 5"]


def test_each_of_two_claims_in_a_sentence_counts(desk):
    halves = [(40, 44), (44, 50)]
    article = searched(desk, threshold=0.4)
    for start, end in halves:
        ClaimFactory(article=article, start=start, end=end, score=SCORES[4], status=Status.SUGGESTED)

    found = last_search(Article.objects.all())

    assert texts(found.vanishing(0.5)) == [TEXT[start:end] for start, end in halves]
    assert texts(found.appearing(0.3)) == ["Sentence 5"]


def test_all_steps_at_a_glance(article):
    counts = last_search(Article.objects.all()).steps()

    assert [(count.threshold, count.suggestions) for count in counts] == [
        (0.3, 6),
        (0.4, 5),
        (0.5, 4),
        (0.6, 3),
        (0.7, 2),
        (0.8, 1),
        (0.9, 1),
    ]


@pytest.mark.parametrize("span", [(40, 50), (38, 42), (49, 50), (30, 60)])
def test_a_sentence_that_somebody_marked_does_not_appear_anew(article, editor, span):
    triage.mark_claim(article, by=editor, start=span[0], end=span[1])

    found = last_search(Article.objects.all())

    assert "Sentence 4" not in texts(found.appearing(0.3))
    assert found.at(0.5).suggestions == 4  # a mark is no suggestion


def test_words_beside_a_mark_are_free(article, editor):
    triage.mark_claim(article, by=editor, start=48, end=50)
    triage.mark_claim(article, by=editor, start=31, end=40)

    assert texts(last_search(Article.objects.all()).appearing(0.3)) == ["Sentence 5"]


def test_each_article_is_compared_with_the_threshold_it_was_searched_with(desk):
    searched(desk, threshold=0.7)

    found = last_search(Article.objects.all())

    assert texts(found.appearing(0.6)) == ["Sentence 2"]
    # at or above its own threshold nothing was left out but by the extractor's own reasons
    assert texts(found.appearing(0.7)) == []


def test_only_the_last_that_could_be_searched(desk, monkeypatch):
    monkeypatch.setattr("claims.thresholds.ARTICLES", 2)
    articles = [searched(desk) for _ in range(3)]
    searched(desk, language="fr")
    searched(desk, state="failed")
    searched(desk, state="running")

    assert last_search(Article.objects.all()).articles == [articles[2], articles[1]]


def test_nothing_was_searched_yet(desk):
    found = last_search(Article.objects.all())

    assert found == ([], [], [])
    assert found.at(0.5) == Count(0.5, 0, 0, 0)


def test_the_same_queries_for_one_article_and_for_three(article, desk, editor, django_assert_num_queries):
    for _ in range(2):
        claim = ClaimFactory(article=searched(desk), end=10, score=0.9, status=Status.SUGGESTED)
        triage.accept(claim, by=editor)

    for articles in (Article.objects.filter(pk=article.pk), Article.objects.all()):
        with django_assert_num_queries(4):  # articles, judged claims, their events, claims
            last_search(articles)
