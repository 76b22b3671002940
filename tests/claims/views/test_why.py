from datetime import date

import pytest
from django.urls import reverse

from claims.models import Extraction, Origin
from claims.text.dates import find_dates
from claims.text.numbers import find_quantities
from claims.views.why import Place, Reason, reasons
from tests.factories import ArticleFactory, ClaimFactory

TEXT = "Mayor Venn opened it. He said on Thursday that Venn & Sons built about 1,200 berths."
START = TEXT.index("Venn & Sons")


def cue(words, name="a number", text=TEXT):
    return {"cue": name, "start": text.index(words), "end": text.index(words) + len(words)}


@pytest.fixture
def claim(desk):
    thursday = TEXT.index("Thursday")
    return ClaimFactory(
        article=ArticleFactory(desk=desk, text=TEXT),
        start=START,
        end=len(TEXT) - 1,
        standalone="Venn & Sons [the builder] built about 1,200 berths",
        claimant="Mayor Venn",
        cues=[cue("about 1,200 berths"), cue("said", "reported speech")],
        quantities=find_quantities(TEXT),
        dates=[
            {
                "text": "Thursday",
                "start": thursday,
                "end": thursday + 8,
                "value": "2025-05-15",
                "precision": "day",
                "relative": True,
            }
        ],
        names=[
            {"text": "Venn", "start": START, "end": START + 4, "name": "Carla Venn"},
            {"text": "Mayor Venn", "start": 0, "end": 10, "name": "Mayor Venn"},
        ],
    )


def page(client, claim):
    response = client.get(reverse("claim", args=[claim.pk]))
    assert response.status_code == 200
    return " ".join(response.content.decode().split())


def test_cues_stand_together_with_their_characters():
    cues = [cue("about"), cue("Venn", "a name"), cue("1,200"), cue("about")]

    assert reasons(cues, TEXT) == [
        Reason("a number", [Place(65, 70, "about"), Place(71, 76, "1,200")]),
        Reason("a name", [Place(6, 10, "Venn")]),
    ]


def test_a_cue_over_the_whole_sentence_has_no_place():
    whole = (0, 21)

    assert reasons([cue(TEXT[:21], "a few words")], TEXT, whole) == [Reason("a few words", [])]


def test_long_words_are_shortened_and_stand_on_one_line():
    text = "It said:\n\n" + "so on, " * 9

    (reason,) = reasons([cue(text, text=text)], text)

    assert reason.places == [
        Place(0, len(text), "It said: so on, so on, so on, so on, so on, so on, so on, so…")
    ]


def test_the_desk_ties_each_reason_to_its_characters(sign_in, reviewer, claim):
    html = page(sign_in(reviewer), claim)

    for words in ("about 1,200 berths", "said"):
        start = TEXT.index(words)
        assert (
            f'<a class="place" href="#words-{claim.pk}" data-from="{start}" data-to="{start + len(words)}"'
            f' dir="auto" lang="en">{words}</a>'
        ) in html
    assert "<dt>Says</dt> <dd><bdi>Mayor Venn</bdi></dd>" in html
    assert "<dd>1,200 berths, approximate</dd>" in html


def test_names_that_the_article_has_in_full_are_given_in_full(sign_in, reviewer, claim):
    html = page(sign_in(reviewer), claim)

    assert "<bdi>Carla Venn</bdi>" in html
    assert html.count("<bdi>Mayor Venn</bdi>") == 1  # the claimant, and nothing beside it to say in full


def test_the_heading_can_be_read_without_the_article_and_the_words_stand_below(sign_in, reviewer, claim):
    html = page(sign_in(reviewer), claim)

    assert (
        'Venn &amp; Sons <span class="added">[the builder]</span> built <mark>about 1,200 berths</mark></h1>'
        in html
    )
    assert (
        f'<span data-start="{START}" lang="en">Venn &amp; Sons built <mark>about 1,200 berths</mark></span>'
        in html
    )


@pytest.mark.parametrize(("printed", "words"), [(False, ""), (True, " as printed")])
def test_a_relative_date_says_what_it_was_reckoned_from(sign_in, reviewer, claim, printed, words):
    Extraction.objects.update(date=date(2025, 5, 12), date_printed=printed)

    assert f"Thursday 15 May 2025, reckoned from the article's date, 12 May 2025{words}</dd>" in page(
        sign_in(reviewer), claim
    )


def test_without_a_date_of_the_article_it_stays_open_and_says_where_to_give_one(sign_in, reviewer, claim):
    claim.dates[0]["value"] = None
    claim.save()

    html = page(sign_in(reviewer), claim)

    assert "the article has no date to reckon from. It is given as “Published” when an article is" in html


def test_what_the_words_leave_open_is_said(sign_in, reviewer, claim):
    claim.dates = [
        *find_dates("31 February 2024"),
        {"text": "Thursday", "start": 33, "end": 41, "value": None, "precision": "day", "relative": True},
    ]
    claim.save()
    Extraction.objects.update(date=date(2025, 5, 12))

    assert page(sign_in(reviewer), claim).count("open: the words do not fix it") == 2


def test_a_plain_year_needs_no_reading(sign_in, reviewer, claim):
    claim.dates = find_dates("in 2017")
    claim.save()

    assert "Dates, as they were read" not in page(sign_in(reviewer), claim)


def test_a_claim_marked_by_hand_needs_no_reason(sign_in, reviewer, claim):
    claim.origin, claim.standalone, claim.names, claim.claimant = Origin.HAND, "", [], ""
    claim.save()

    html = page(sign_in(reviewer), claim)

    assert "Why is it showing me this?" not in html
    assert '<h1 id="claim-title">Claim</h1>' in html
    assert "<dt>Says</dt>" not in html
