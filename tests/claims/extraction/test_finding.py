import pytest

from claims.extraction import EXTRACTOR, find_candidates, score_sentences
from claims.intake.blocks import recognise
from claims.text import Block, Kind, Role, normalise

ARTICLE = (
    "Deficit falls\n\nBy Jane Doe\n12 May 2025\n\nKey Takeaways\n\n"
    "• 1Revenue rose by 4% to $5 billion in 2024.\n\n"
    "The deficit fell to 3 percent in March 2024, the lowest since 2009. Will it last?\n\nShare this article"
)


def extract(text, pipeline, **options):
    return find_candidates(text, recognise(text), pipeline=pipeline, **options)


def test_a_candidate_is_the_sentence_without_its_bullet(blank):
    found = extract(ARTICLE, blank)

    assert [ARTICLE[candidate.start : candidate.end] for candidate in found.candidates] == [
        "Revenue rose by 4% to $5 billion in 2024.",
        "The deficit fell to 3 percent in March 2024, the lowest since 2009.",
    ]


def test_what_a_candidate_carries(blank):
    candidate = extract(ARTICLE, blank).candidates[1]

    assert candidate.kind == Kind.QUANTITY
    assert candidate.claimant == ""
    assert [(q["text"], q["number"], q["unit"]) for q in candidate.quantities] == [("3 percent", 3, "%")]
    assert [date["value"] for date in candidate.dates] == ["2024-03", "2009"]
    assert {(cue["cue"], ARTICLE[cue["start"] : cue["end"]]) for cue in candidate.cues} == {
        ("something counted", "deficit"),
        ("a comparison", "fell"),
        ("a number", "3 percent"),
        ("a sum or share", "3 percent"),
        ("a date", "March 2024"),
        ("a superlative", "lowest"),
        ("a date", "2009"),
    }
    for part in (*candidate.quantities, *candidate.dates):
        assert ARTICLE[part["start"] : part["end"]] == part["text"]


def test_every_sentence_outside_furniture_has_a_score_and_names_and_dates_have_none(blank):
    found = extract(ARTICLE, blank)

    scores = {ARTICLE[sentence.start : sentence.end]: sentence.score for sentence in found.sentences}
    assert list(scores) == [
        "Deficit falls",
        "By Jane Doe",
        "12 May 2025",
        "Revenue rose by 4% to $5 billion in 2024.",
        "The deficit fell to 3 percent in March 2024, the lowest since 2009.",
        "Will it last?",
    ]
    assert scores["By Jane Doe"] == scores["12 May 2025"] == 0
    assert all(0 <= score <= 1 for score in scores.values())


def test_another_language_gives_sentences_without_candidates(blank):
    text = (
        "Die Bundesregierung hat am Montag beschlossen, 5 Milliarden Euro auszugeben. "
        "Das Parlament hat 2024 zugestimmt."
    )

    found = extract(text, blank)

    assert (found.language, len(found.sentences), found.candidates) == ("de", 2, [])
    assert {sentence.score for sentence in found.sentences} == {0}


def test_progress_is_told_in_blocks_up_to_the_last(blank):
    text = "\n\n".join(f"Exports rose by {n}% in 2024." for n in range(1, 41))
    told = []

    extract(text, blank, progress=lambda done, total: told.append((done, total)))

    assert told == [(32, 40), (40, 40)]


def test_no_blocks_no_sentences(blank):
    assert find_candidates("", [], pipeline=blank).sentences == []


def test_single_sentences_are_scored_in_order(blank):
    texts = ["Exports rose by 4% in 2024.", "", "Will it last?"] * 100

    scores = score_sentences(iter(texts), blank)

    assert len(scores) == 300
    assert scores[:3] == scores[-3:]
    assert scores[0] > 0.5 > max(scores[1:3])


def test_the_context_free_score_is_the_score_of_a_paragraph(blank):
    text = "Exports rose by 4% in 2024."

    alone = score_sentences([text], blank)

    assert [
        s.score for s in find_candidates(text, [Block(Role.PARAGRAPH, 0, 27)], pipeline=blank).sentences
    ] == alone


@pytest.mark.parametrize("unit", ["a", "word ", "😀", "مرحبا ", "\n", "1 "])
def test_a_hostile_text_of_full_length_ends(blank, unit):
    text = normalise((unit * 400_000)[:400_000])

    found = extract(text, blank)

    assert all(end - start <= 2_000 for start, end, *_rest in found.sentences)


def test_the_extractor_has_a_version():
    assert EXTRACTOR.strip()


def test_the_threshold_cuts_the_candidates_and_leaves_the_scores(blank):
    usual = extract(ARTICLE, blank)
    best = max(candidate.score for candidate in usual.candidates)

    strict = extract(ARTICLE, blank, threshold=best)
    lenient = extract(ARTICLE, blank, threshold=0.01)

    assert strict.sentences == lenient.sentences == usual.sentences
    assert {candidate.score for candidate in strict.candidates} == {best}
    assert len(strict.candidates) <= len(usual.candidates) < len(lenient.candidates)


def test_a_text_without_full_stops_makes_no_candidate(blank):
    text = "the rents in the old town rose by 5% in 2024 and then " * 30

    found = extract(normalise(text), blank)

    assert (found.candidates, {sentence.score for sentence in found.sentences}) == ([], {0.0})
    assert {cue["cue"] for sentence in found.sentences for cue in sentence.against} == {"no statement"}
    assert [notice for notice in found.notices if "searched" in notice] == [
        "Not searched: one passage of more than 250 words without a full stop, which begins"
        " “the rents in the old town …”. Split it, or mark claims in it by hand."
    ]
    assert (
        extract(normalise(text * 4), blank).notices[0].startswith("Not searched: 3 passages of more than 250")
    )
    assert extract(ARTICLE, blank).notices == []


def test_a_point_that_is_no_sentence_is_read_with_the_line_over_its_list(blank):
    text = (
        "The draft was presented on Monday by the treasurer of the city.\n\n"
        "The council voted on three sums:\n\n"
        "• Schools: 620 million crowns in 2027\n\n• Roads cost the city 140 million crowns in 2026."
    )

    found = extract(text, blank, threshold=0.01).candidates

    assert [one.standalone for one in found][-2:] == [
        "[The council voted on three sums:] Schools: 620 million crowns in 2027",
        "Roads cost the city 140 million crowns in 2026.",
    ]
