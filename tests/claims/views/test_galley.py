from claims.models import Claim
from claims.views.galley import excerpt, galley
from claims.workflow import Status
from tests.factories import ArticleFactory, ClaimFactory, RatingFactory, VerdictFactory

TEXT = "Harbour grows\nShare this\nTweet\nIt has 1,200 berths. It opened in 1987.\nA new quay follows.\n"


def article_with_blocks():
    article = ArticleFactory(text=TEXT)
    article.revision.blocks = [
        {"role": "headline", "start": 0, "end": 14},
        {"role": "furniture", "start": 14, "end": 25},
        {"role": "furniture", "start": 25, "end": 31},
        {"role": "paragraph", "start": 31, "end": 71},
        {"role": "paragraph", "start": 71, "end": 91},
    ]
    return article


def claims_of(article):
    return list(
        Claim.objects.filter(article=article).select_related("verdict__rating").order_by("start", "-end")
    )


def test_furniture_that_stands_together_is_one_group(db):
    copy = galley(article_with_blocks().revision, [])

    assert [[row.role for row in group] for group in copy.groups] == [
        ["headline"],
        ["furniture", "furniture"],
        ["paragraph"],
        ["paragraph"],
    ]


def test_a_block_is_drawn_without_the_space_that_follows_it(db):
    copy = galley(article_with_blocks().revision, [])

    drawn = ["".join(run.text for run in row.runs) for group in copy.groups for row in group]
    assert drawn[0] == "Harbour grows"
    assert drawn[3] == "It has 1,200 berths. It opened in 1987."


def test_marks_stand_beside_the_block_their_claim_begins_in(db):
    article = article_with_blocks()
    first = ClaimFactory(article=article, start=31, end=51)
    second = ClaimFactory(article=article, start=52, end=80)

    copy = galley(article.revision, claims_of(article))

    marks = {row.number: [mark.claim for mark in row.marks] for row in copy.coverage}
    assert marks == {1: [], 4: [first, second], 5: []}


def test_dismissed_claims_are_not_drawn_but_keep_their_number(db):
    article = article_with_blocks()
    ClaimFactory(article=article, start=31, end=51, status=Status.DISMISSED)
    shown = ClaimFactory(article=article, start=52, end=70)

    copy = galley(article.revision, claims_of(article))

    assert [(mark.claim, mark.number) for mark in copy.marks.values()] == [(shown, 2)]


def test_a_dismissed_claim_in_focus_is_drawn(db):
    article = article_with_blocks()
    claim = ClaimFactory(article=article, start=31, end=51, status=Status.DISMISSED)

    copy = galley(article.revision, claims_of(article), claim.pk)

    assert copy.marks[claim.pk].current


def test_a_paragraph_is_as_far_as_its_least_finished_claim(db):
    article = article_with_blocks()
    ClaimFactory(article=article, start=31, end=51, status=Status.RESOLVED)
    ClaimFactory(article=article, start=52, end=70, status=Status.IN_CHECK)
    ClaimFactory(article=article, start=71, end=90, status=Status.RESOLVED)

    copy = galley(article.revision, claims_of(article))

    assert copy.stages == [("passed", "passed", 1), ("in_work", "in work", 1), ("", "nothing to check", 1)]


def test_words_that_cannot_stay_are_a_problem_once_judged(db):
    claim = ClaimFactory(status=Status.RESOLVED)
    rating = RatingFactory(scale=claim.article.scale, colour="red")
    claim.verdict = VerdictFactory(claim=claim, rating=rating)
    claim.save()

    copy = galley(claim.revision, claims_of(claim.article))

    assert copy.marks[claim.pk].problem


def test_an_excerpt_shows_the_block_and_its_neighbours_without_furniture(db):
    article = article_with_blocks()
    article.revision.save()
    claim = ClaimFactory(article=article, start=31, end=51)
    claim.revision = article.revision

    copy = excerpt(claim)

    assert [row.number for group in copy.groups for row in group] == [1, 2, 3]
    assert [row.role for group in copy.groups for row in group] == ["headline", "paragraph", "paragraph"]


def test_a_hundred_claims_over_one_paragraph_all_have_a_mark(db):
    article = ArticleFactory(text="x" * 300)
    for place in range(100):
        ClaimFactory(article=article, start=place, end=300 - place)

    copy = galley(article.revision, claims_of(article))

    assert len(copy.groups[0][0].marks) == 100
