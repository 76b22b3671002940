from claims.models import Claim, Extraction
from claims.text import Span
from claims.views.tick_map import covered, open_facts
from claims.workflow import Status
from tests.factories import ArticleFactory, ClaimFactory

TEXT = "By Jane Doe\nIt has 1,200 berths; it opened in 1987, they say. “We have 9 ships,” said Roe.\n"
BLOCKS = [{"role": "byline", "start": 0, "end": 12}, {"role": "paragraph", "start": 12, "end": len(TEXT)}]
SENTENCES = [(12, TEXT.index(" “")), (TEXT.index("“"), len(TEXT) - 1)]
FACTS = [
    ("name", "Jane Doe"),
    ("number", "1,200 berths"),
    ("date", "1987"),
    ("quotation", "“We have 9 ships,”"),
    ("number", "9 ships"),
]


def article_with_facts(desk):
    article = ArticleFactory(desk=desk, text=TEXT)
    article.revision.blocks = BLOCKS
    article.revision.save()
    Extraction.objects.filter(revision=article.revision).update(
        sentences=[{"start": start, "end": end, "score": 0.5} for start, end in SENTENCES],
        facts=[
            {"kind": kind, "start": TEXT.index(words), "end": TEXT.index(words) + len(words)}
            for kind, words in FACTS
        ],
    )
    article.revision.refresh_from_db()
    return article


def claim_on(article, words, status=Status.OPEN):
    start = TEXT.index(words)
    return ClaimFactory(article=article, start=start, end=start + len(words), status=status)


def facts_of(article):
    claims = Claim.objects.filter(article=article).order_by("start", "-end")
    return open_facts(article.revision, list(claims))


def test_of_facts_in_one_another_the_outer_is_open_and_none_that_can_be_no_claim(desk):
    article = article_with_facts(desk)

    assert [fact.words for fact in facts_of(article)] == ["1,200 berths", "1987", "“We have 9 ships,”"]
    assert next(TEXT[slice(*fact.offer)] for fact in facts_of(article)) == TEXT[slice(*SENTENCES[0])]


def test_a_fact_in_a_claim_is_not_open_and_its_neighbour_is_offered_what_is_left(desk):
    article = article_with_facts(desk)
    claim_on(article, "It has 1,200 berths")

    [year, _quotation] = facts_of(article)

    assert (year.kind, TEXT[slice(*year.offer)]) == ("date", "it opened in 1987, they say.")


def test_a_fact_in_a_dismissed_claim_is_open(desk):
    article = article_with_facts(desk)
    claim_on(article, "It has 1,200 berths", Status.DISMISSED)

    assert facts_of(article)[0].words == "1,200 berths"


def test_the_offer_lies_between_two_claims(desk):
    article = article_with_facts(desk)
    claim_on(article, "It has")
    claim_on(article, "it opened in 1987, they say.")

    assert TEXT[slice(*facts_of(article)[0].offer)] == "1,200 berths;"


def test_a_fact_without_a_sentence_is_offered_itself(desk):
    article = article_with_facts(desk)
    Extraction.objects.filter(revision=article.revision).update(sentences=[])
    article.revision.refresh_from_db()

    year = facts_of(article)[1]

    assert TEXT[slice(*year.offer)] == "1987"
    assert year.offer == Span(year.start, year.end)


def test_words_count_once_for_the_claim_with_the_most_work(desk):
    article = article_with_facts(desk)
    claims = [
        claim_on(article, "It has 1,200 berths; it opened", Status.RESOLVED),
        claim_on(article, "berths; it opened in 1987", Status.OPEN),
        claim_on(article, "1987", Status.SUGGESTED),
        claim_on(article, "said", Status.DISMISSED),
    ]

    words = covered(article.revision, claims)

    assert (words.all, words.in_claims) == (16, 8)
    assert (words.decided, words.open, words.to_judge) == (3, 4, 1)
