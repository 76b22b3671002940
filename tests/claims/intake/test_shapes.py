import pytest

from claims.intake import shapes


@pytest.mark.parametrize(
    "words",
    [
        "Tuesday 3 June 2025 09:41 BST",
        "Published: 12 May 2025, 9:15 a.m.",
        "May 12, 2025",
        "Updated 3 hours ago",
        "3 Nov 2026 — 5 min read",
        "Last updated on 2025-05-12 at 17:08",
        "12/05/2025 | 17:08 GMT",
        "Posted yesterday at 10:15pm",
        "12 May 2025",
        "Marrow Quay, 18 October 2026",
        "First published on March 4, 2021 / 7:35 AM",
        "Updated Mar 4, 10:02 AM;Posted Mar 3, 6:48 PM",
        "Radio Orre, “Evening Talk”, Friday, 7 May 2021",
        "Calder Vale, Friday, 7 May 2021. Full transcript of the broadcast",
    ],
)
def test_printed_dates(words):
    assert shapes.is_dateline(words)


@pytest.mark.parametrize(
    "words",
    [
        "In 2019 the war began",
        "May Day",
        "Second World War, 1945",
        "Today in politics",
        "2",
        "Calder Vale, Friday, 7 May 2021. It rained.",
        "“Evening Talk”, he said, 7 May 2021",
    ],
)
def test_what_only_mentions_a_date(words):
    assert not shapes.is_dateline(words)


@pytest.mark.parametrize(
    "words",
    [
        "By Jane Doe",
        "By JANE DOE and John Roe",
        "By: Jane Doe, Political Editor",
        "Words by Jane Doe",
        "Jane Doe, Diplomatic Correspondent",
        "Jane Doe in Kyiv",
        "By Reuters",
        "Jane Doe in Kyiv and John Roe in Berlin",
        "By Jane Doe | Special to the Courier",
        "Posted by Jane Doe on March 4, 2021, 5:12 AM EST",
        "Jane Doe - Nov 19, 2019, 10:31 pm CST",
        "September 10, 2018 | by Jane",
        "Jane Doe @janedoe",
        "Contributing Writer",
        "— Jane Doe 🎄 (@janedoe) November 18, 2019",
        "February 1, 2019 | BY: Jane Doe, MS",
        "Posted by Jane",
        "Courier Staff",
        "By Jane Doe, Will Roe on Monday, November 18th, 2019 at 11:08 a.m.",
    ],
)
def test_who_wrote_it(words):
    assert shapes.is_byline(words)


@pytest.mark.parametrize(
    "words",
    [
        "Jane Doe is director of the Institute for River Studies, Havern",
        "Jane Doe is a freelance journalist based in Berlin. She writes about trains.",
        "Jane Doe reported from Skarn and John Roe from Ilde.",
    ],
)
def test_what_the_author_is(words):
    assert shapes.is_author_note(words)


@pytest.mark.parametrize(
    "words",
    ["By contrast, ten years before, a summit failed.", "By 2019 the war had ended.", "Jane Doe left Kyiv.",
     "Vladimir Putin is president of Russia.", "Sandy left on May 4, 2019, and never came back to the city.",
     "The Hollywood Reporter", "By New Year, prices had risen by 12 percent.",
     "Author: 40 percent of the chapters were invented."],
)  # fmt: skip
def test_what_is_no_byline(words):
    assert not shapes.is_byline(words)


@pytest.mark.parametrize(
    "words",
    [
        "Norwegian and Danish flags flying over an old harbour hall in Oslo, Norway.",
        "Image source, Getty Images",
        "Photo: Jane Doe/Reuters",
        "The president at the summit in June (Photo: Jane Doe)",
        "Soldiers near Kharkiv on Monday. AP Photo/Jane Doe",
        "Pictured: the bridge before it fell",
        "(Left to right) Smith and Jones",
        "From left: Smith, Jones and Roe",
        "Credit: Jane Doe",
        "The bridge of Skarn Jane Doe/Getty Images",
        "Angry: trader John Roe, 61, pictured outside the market, says he will lose it all",
    ],
)
def test_captions(words):
    assert shapes.is_caption(words)


@pytest.mark.parametrize(
    "words",
    [
        "Both unions hold on to their terms, making an agreement hardly possible:",
        "Russian forces are shelling Ukrainian cities every day.",
        "The photo was taken in 2019.",
        "Talks failed.",
        "Mr Roe, pictured, said that he would lose it all.",
        "The council holds a public hearing on Wednesday.",
        "In the old town the fire spread, killing up to sixty people.",
        "We look forward to sharing the results.",
        "Drinking all that water keeps your hands busy.",
        "The plan for the harbour at Brask comes as the state cuts its spending on roads.",
        "The morning in Marrow Quay: five stories before your coffee.",
        "HOST: Ms Torvald, thank you very much for coming.",
        "Credit card debt rose by 12 percent in March.",
        "“We lost everything,” he told The Associated Press.",
        "The company was bought by Getty Images.",
        "Left bloc: We won 40 seats.",
        "The housing minister resigns over a fraud of 4 million.",
        "Courier guide to understanding tides in the harbour",
        "Skarn accuses Ilde of draining its lakes",
    ],
)
def test_what_is_no_caption(words):
    assert not shapes.is_caption(words)


def test_a_quote_is_nothing_but_quoted_words():
    assert shapes.is_quote("“We are ready to open the bridge.”")
    assert shapes.is_quote("“We are ready to open the bridge.” — Marta Lund")
    assert not shapes.is_quote("“We are ready to open the bridge,” he said.")


def test_a_heading_is_short_and_open():
    assert shapes.is_heading("What’s Next?")
    assert shapes.is_heading("Hope vs. reality in the U.S. Senate")
    assert not shapes.is_heading("The talks failed.")
    assert not shapes.is_heading("The challenges are numerous:")
    assert not shapes.is_heading("word " * 30)
    assert not shapes.is_heading("HOST: So you rule out a sale?")
    assert not shapes.is_heading("Q: How bad was last summer?")
    assert not shapes.is_heading("She called the offer “a lovely gesture.”")
    assert not shapes.is_heading("It is free. What does that cost?")


def test_a_label_states_nothing():
    assert shapes.is_label("China Daily Brief")
    assert not shapes.is_label("Talks failed")
    assert not shapes.is_label("and so forth")
