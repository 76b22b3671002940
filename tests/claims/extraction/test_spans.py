"""What of a sentence is the claim. The sentences are invented; the trained pipeline reads them.

In the tables [square brackets] stand around each checkable part.
"""

import re
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.extraction.reading import read
from claims.extraction.spans import checkable_parts
from claims.text.patterns import words

pytestmark = pytest.mark.model


def marked(sentence, reads):
    """The sentence with brackets around its parts."""
    out, last = "", 0
    for span in checkable_parts(*reads(sentence)):
        out += sentence[last : span.start] + "[" + sentence[span.start : span.end] + "]"
        last = span.end
    return out + sentence[last:]


def check(expected, reads):
    assert marked(re.sub(r"[\[\]]", "", expected), reads) == expected


@pytest.mark.parametrize(
    "expected",
    [
        "However, [exports rose by 4 percent in 2024.]",
        "For example, [the talks of 2022 collapsed after six weeks.]",
        "In a surprising development, [Norway closed its border with Russia.]",
        "In a significant move that surprised many, [Norway closed its border with Russia.]",
        "Amid growing tensions, [Finland closed its border with Russia in 2023.]",
        "Despite the formal setting, [half of the delegates wore camouflage.]",
        "Unfortunately, [the ministry closed 14 schools in 2023.]",
        "Meanwhile [the share of empty flats has risen from 4 to 6 percent.]",
        "But [the council rejected the plan.]",
        "Cutting Red Tape: [The ministry abolished 40 forms in 2023.]",
        "HOST: [Unemployment in the city has doubled.]",
        "NEW YORK — [The index fell 400 points on Monday.]",
        "United States: [The U.S. closed 14 bases in 2023.]",
    ],
)
def test_a_lead_in_stays_outside(expected, reads):
    check(expected, reads)


@pytest.mark.parametrize(
    "expected",
    [
        "[In Gannet Sound, the cover shrank by three percentage points.]",
        "[Despite a loss of 4 million euros, the fund was not closed.]",
        "[Roads and bridges: 140 million, down from 175 million]",
        "[A donation-based charity was founded in 2009.]",
        "[Yesterday, the senate voted to confirm the judge.]",
        "[Jobs: 400 are cut in 2025.]",  # what is counted
        "[Norway: exports rose by 4 percent in 2023.]",
        "[Survey of 1,000 adults: 40 percent oppose the plan.]",
        "[Goal: 400 jobs are created in 2026.]",
        "[In theory, the fund pays 4 percent.]",
        "[At best, the fund lost 4 million crowns in 2023.]",
        "[In the film's final twist, the queen sold 40 ships in 1702.]",
        "[So far, 12 people have died in 2023.]",
        "[Yet another bridge collapsed in 2023.]",
        "[But for the grant of 4 million crowns, the theatre closed in 2019.]",
        "[Nor did exports fall by 4 percent in 2023.]",
    ],
)
def test_an_opening_that_tells_something_belongs_to_the_claim(expected, reads):
    check(expected, reads)


@pytest.mark.parametrize(
    "expected",
    [
        "According to the transport office, [the journey takes 41 minutes.]",
        "[The journey takes 41 minutes], according to the transport office.",
        "[The journey takes 41 minutes], the transport office said.",
        "[The journey takes 41 minutes], said Jane Miller, the head of the transport office.",
        "[The journey takes 41 minutes], said Jane Miller, 54, who leads the transport office.",
        "As Reuters reported, [the plan cost 4 billion euros.]",
        "[The plan cost 4 billion euros], as Reuters reported.",
        "The transport office said [the journey takes 41 minutes.]",
        "[There are 140 million users], according to the company.",
        "Jane Miller said on Monday that [the fund had lost 4 million euros.]",
    ],
)
def test_who_says_it_stays_outside_where_the_words_are_a_fact(expected, reads):
    check(expected, reads)


@pytest.mark.parametrize(
    "sentence",
    [
        "Jane Miller said that the talks would fail.",  # a forecast: that she said so is the fact
        "Jane Miller said that the law was a big mistake.",
        "Jane Miller said that she was born in Leeds.",  # "she was born in Leeds" is nobody's claim
        "Jane Miller did not say that the fund had lost 4 million euros.",
        "Jane Miller denied that the fund had lost 4 million euros.",
        "Jane Miller may say that the fund has lost 4 million euros.",
        "Some say that the fund has lost 4 million euros.",  # nobody who could be asked
        "The report found that 40 percent of children were poor.",
        "Jane Miller said the fund had lost “a great deal of money”.",
        "“We closed 14 schools,” said Jane Miller.",
        "Jane Miller said: “We closed 14 schools.”",
        "Police said 14 people were arrested, adding that two officers had been hurt.",
        "The ministry said the fund lost 4 million but said its assets were safe.",
        "The plan, according to Reuters, cost 4 billion euros.",
        "Norway is best in Europe, according to the authors, for its clean rivers.",
        'The work went on until 2016," the ministry said.',  # the quotation began in a sentence before
        "The work began in 2015, as people found it difficult to wait.",
        "The journey will take 19 minutes by tram, according to the transport office.",  # a forecast
        "According to him, her share was 14 percent in 2023.",
        "According to Jane Miller, the money was not spent on schools, it went to Norway in 2023.",
        "The closures saved, according to the treasurer, 4 million crowns.",
        "The dam broke on Friday and, according to the police, killed two people.",
        "Each vote counts according to the number of crowns paid in 2023.",  # no source
        "Nine cracks were found in 2020, the engineers wrote, and 12 in 2021.",
        "Exports fell by 4 percent, the ministry said, in Norway alone.",
        "The head of the union said Wednesday its members lost 4 million crowns.",
        "Crying worked and at its peak, Kelso claimed to be feeding 6,000 children a day.",
        "Asked about the tanks, Jane Miller said Norway had sent 12 in March.",  # 12 of what?
    ],
)
def test_elsewhere_the_saying_is_the_claim(sentence, reads):
    check(f"[{sentence}]", reads)


@pytest.mark.parametrize(
    "expected",
    [
        "[Half of the delegation wore camouflage], a poignant reminder of war at home.",
        "[The EU adopted its 18th round of sanctions], underscoring the fact that Europe is watching.",
        "[The mayor spent 4 million crowns on a fountain], which is a disgrace.",
        "[The plan cost 4 billion euros], a shocking waste of public money.",
        "[The vote was postponed twice], making it difficult to govern.",
        "[The figure rose to 4,000 in 2024], but it may fall again.",
        "[The vote of May was the first in Norway], but the promise has significant gaps.",
        "The scene underscored the tension: [half of the delegates wore camouflage.]",
        "[The fund lost 4 million crowns in 2023], which critics call a disgrace.",
        "[The fund lost 4 million crowns in 2023], and that is a shame.",
    ],
)
def test_an_opinion_stays_outside(expected, reads):
    check(expected, reads)


@pytest.mark.parametrize(
    "sentence",
    [
        "The talks were held in Geneva, marking the first meeting since March 2022.",
        "The plan cost 4 billion euros, more than twice the estimate.",
        "Ukraine seeks guarantees from Norway, offering its good offices.",
        "The report, which is a disgrace, cost 4 million euros.",
        "Norway closed the road - which is a shame - in May.",
        "The start of the talks in Norway is an important, though uncertain, development.",
        "Norway banned trawling, an important source of income in the north.",
        "The report found bullying of teachers, a strategy of harassment and the loss of files.",
        "The plan may fail, and Norway closed its border in 2023.",
        "The fund lost 4 million crowns in 2023, but it might be less.",  # takes it back
        "The fund lost 4 million crowns in 2023, but the figure is wrong.",
    ],
)
def test_a_fact_at_the_end_and_a_comment_in_the_middle_stay(sentence, reads):
    check(f"[{sentence}]", reads)


@pytest.mark.parametrize(
    "expected",
    [
        "[Exports rose by 4 percent in 2024], while [imports fell by 2 percent.]",
        "While [exports rose by 4 percent in 2024], [imports fell by 2 percent.]",
        "[Exports rose by 4 percent]; [imports fell to 300 million.]",
        "[The company made a profit of 3 million euros]; [its rival lost 2 million.]",
        "[Finland joined NATO in April 2023] and [Sweden followed in March 2024.]",
        "[The police closed the bridge for six hours], and [the trailer needed 70 minutes.]",
        "[The company employs 240 people] and [has been profitable since 2020.]",
        "[On Monday the state paid 4 million euros]; [on Tuesday it paid 3 million.]",
        "[Norway closed 12 prisons in 2021, opened nine schools in 2022] and [sold the navy in 2023.]",
        "[Norway, never a rich country, closed 12 prisons in 2021] and [opened nine schools in 2022.]",
    ],
)
def test_two_facts_are_two_claims_where_a_clause_ends(expected, reads):
    check(expected, reads)


@pytest.mark.parametrize(
    "sentence",
    [
        "The draft puts schools first and cuts roads.",  # nothing to hold against a source in either
        "In 2024 exports rose and imports fell.",  # the year holds for both
        "When the war began in 2022, 4 million people fled and the economy shrank by a third.",
        "He won the vote in May and the race in June.",
        "Exports fell by 4 percent or imports rose by 3 percent.",
        "Sixteen runners were treated, and one was taken to hospital.",  # one of whom?
        "The floods of 1909 damaged the bridge, and each time it was open again within a year.",
        "The rent cap has failed in Oslo, and everybody in Norway knows it.",
        "Not only did exports fall by 4 percent, but imports fell by 3 percent.",
        "“We closed 14 schools, and Norway closed 40,” said Jane Miller.",
        "If the plan holds, the theatre gets 400 seats in 2025 and the museum gets 40 rooms in 2026.",
        "Allegedly the theatre lost 400 seats in 2023 and the museum lost 40 rooms in 2024.",
        "In the novel, the king lost 400 ships in 1702 and the queen lost 40 horses in 1703.",
        "The company allegedly lost 4 million crowns in 2022 and sold 40 ships in 2023.",
        "Nobody lost 4 million crowns in 2022 and sold 40 ships in 2023.",
        "Not one bank in Norway lost 4 million crowns in 2022 and sold 40 ships in 2023.",
        "Norway closed 12 prisons in 2021 and Sweden opened nine in 2022.",  # nine of what?
        "Norway tried a man in 2019 who said that he would not only rob them but he would kill them as well.",
        "The dam broke on Friday, and so did the bridge in Lund.",
        "The court issued a rule in May, and it was published in June.",  # "it" is not the court
        "The bank both lost 4 million crowns in 2021 and closed 30 branches in 2022.",
        "Another bank closed in 2019, and others lost 4 million crowns.",
        "The bank closed in 2019, and such closures cost Norway 4 million crowns.",
        "The bank closed in 2019, and there the union lost 300 members in 2020.",
        "Both banks lost 4 million crowns in 2021, and neither recovered by 2023.",
        "Jane Miller met John Hill in 1993, and he founded the bank in 1995.",
        "Norway closed 12 prisons in 2021 and Sweden opened nine schools in 2022, which is not true.",
        "Norway closed 12 prisons in 2021 and Sweden opened nine schools in 2022, if Jane Miller is right.",
        "Norway closed 12 prisons in 2021 and Sweden opened nine schools in 2022, according to a rumour.",
    ],
)
def test_facts_that_need_each_other_stay_together(sentence, reads):
    check(f"[{sentence}]", reads)


@pytest.mark.parametrize(
    "sentence",
    [
        "The transport office said [the journey takes 41 minutes.]",
        "[The journey takes 41 minutes], the transport office said.",
        "According to the transport office, [the journey takes 41 minutes.]",
        "[The journey takes 41 minutes], according to the transport office.",
        "As Reuters reported, [the plan cost 4 billion euros.]",
    ],
)
def test_who_says_it_stays_within_where_nothing_else_would_tell(sentence, reads):
    plain = re.sub(r"[\[\]]", "", sentence)

    assert checkable_parts(*reads(plain), has_claimant=False) == [(0, len(plain))]
    assert marked(plain, reads) == sentence


def test_a_question_and_a_sentence_without_a_parse_stay_whole(reads, blank):
    question = "However, did exports rise by 4 percent in 2024, and did imports fall?"
    plain = "However, exports rose by 4 percent, and imports fell."

    assert checkable_parts(*reads(question)) == [(0, len(question))]
    assert checkable_parts(read(blank(plain)), []) == [(0, len(plain))]


PIECES = words("He said that “ ” ( ) , ; and while exports rose fell 4 % in 2024 : – . ’ ' \" which X")
TEXTS = st.text(max_size=120) | st.lists(st.sampled_from(sorted(PIECES)), max_size=40).map(" ".join)


@settings(max_examples=60, deadline=None)
@given(text=TEXTS)
def test_parts_are_in_order_and_apart_and_trimmed(text, reads):
    parts = checkable_parts(*reads(text))

    assert parts
    assert parts == sorted(parts)
    assert all(one.end <= two.start for one, two in pairwise(parts))
    for start, end in parts:
        assert 0 <= start <= end <= len(text)
        assert text[start:end] == text[start:end].strip()
