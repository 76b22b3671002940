import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.intake.blocks import recognise
from claims.text import Role, normalise

BODY = (
    "The finance ministry said on Tuesday that the budget deficit had fallen to three percent of output, the "
    "lowest level in a decade, after tax revenue rose faster than expected and spending on energy "
    "subsidies was cut by half."
)


def roles(text, **options):
    return [(str(block.role), text[block.start : block.end].strip()) for block in recognise(text, **options)]


def test_the_head_of_a_page():
    text = (
        "Opinion\n\nDeficit falls to lowest level in a decade\n\nTax revenue rose faster than expected\n\n"
        "By Jane Doe\nMonday 12 May 2025 17:08 BST\nComments\n"
        f"Minister challenges critics to a debate on tax\n\n{BODY}"
    )

    assert roles(text) == [
        ("furniture", "Opinion"),
        ("headline", "Deficit falls to lowest level in a decade"),
        ("standfirst", "Tax revenue rose faster than expected"),
        ("byline", "By Jane Doe"),
        ("dateline", "Monday 12 May 2025 17:08 BST"),
        ("furniture", "Comments"),
        ("furniture", "Minister challenges critics to a debate on tax"),
        ("paragraph", BODY),
    ]


def test_a_label_above_the_headline_names_the_section():
    text = f"Science & Tech\n\nDeficit falls to lowest level\n\nBy\n\nJane Doe\n\n12 May 2025\n\n{BODY}"

    assert [role for role, _words in roles(text)] == [
        "furniture", "headline", "byline", "byline", "dateline", "paragraph",
    ]  # fmt: skip
    assert (
        roles(f"THE ILDE COURIER\n\nOpinion\n\nDeficit falls to lowest level\n\n{BODY}")[2][0] == "headline"
    )
    assert roles(f"Power Failure\n\n{BODY}")[0] == ("headline", "Power Failure")


def test_without_blank_lines_the_head_is_the_same():
    lines = ["Deficit falls to lowest level", "12 May 2025", "Tax revenue rose faster than expected", BODY]

    assert [role for role, _words in roles("\n".join(lines))] == [
        "headline", "dateline", "standfirst", "paragraph",
    ]  # fmt: skip


def test_a_standfirst_may_be_a_sentence_when_something_parts_it_from_the_body():
    standfirst = "The deficit fell faster than the ministry had expected."
    caption = "A woman counting coins outside a bank in the old town."

    assert roles(f"Deficit falls\n\n{standfirst}\n\n{caption}\n\n{BODY}")[1:3] == [
        ("standfirst", standfirst),
        ("caption", caption),
    ]
    assert roles(f"Deficit falls\n\n{standfirst}\n\n{BODY}")[1] == ("paragraph", standfirst)


def test_a_box_of_points():
    text = f"Deficit falls\n\nKey Takeaways\n\n  • 1Revenue rose by 4%.\n  • 2Spending fell.\n\n{BODY}"

    assert [role for role, _words in roles(text)] == [
        "headline", "furniture", "list_item", "list_item", "paragraph",
    ]  # fmt: skip


def test_the_body():
    text = (
        f"{BODY}\nWhat comes next\n{BODY}\n\n“We did what we had promised.”\n\n"
        "The steps are these:\n\n1. First step.\n2. Second."
    )

    assert [role for role, _words in roles(text)] == [
        "paragraph", "subheading", "paragraph", "quote", "paragraph", "list_item", "list_item",
    ]  # fmt: skip


def test_the_foot_of_a_page():
    text = (
        f"{BODY}\n\nMark Roe is director of the Budget Institute, Oxford\n\n"
        "Share Article\n\nRelated Articles\n\n"
        "Minister resigns over tax affair\n\nWhy the budget matters\n\n📰\nNo related articles found"
    )

    assert [role for role, _words in roles(text)] == ["paragraph", "byline"] + ["furniture"] * 6


def test_a_pull_quote_says_words_of_the_body_again():
    again = "the budget deficit had fallen to three percent of output"

    assert roles(f"{BODY}\n\n{again.capitalize()}\n\n{BODY}")[1][0] == "pull_quote"
    assert roles(f"{BODY}\n\n“{again}”\n\n{BODY}")[1][0] == "pull_quote"


def test_a_heading_of_words_that_the_body_has_too_is_none():
    heading = "The lowest level in a decade"

    assert roles(f"{BODY}\n\n{heading}\n\n{BODY}")[1][0] == "subheading"


def test_the_headline_once_more_is_no_standfirst():
    headline = "Deficit falls to lowest level in a decade"

    assert [role for role, _words in roles(f"{headline}\n\n{headline}\n\n12 May 2025\n\n{BODY}")] == [
        "headline", "headline", "dateline", "paragraph",
    ]  # fmt: skip


@pytest.mark.parametrize("name", [" — Jane Doe", "\n— Jane Doe, minister of finance"])
def test_a_quote_with_a_name_under_it_stands_apart(name):
    text = f"{BODY}\n\n“We did what we had promised.”{name}\n\n{BODY}"

    assert {role for role, _words in roles(text)[1:-1]} == {"pull_quote"}


def test_links_end_where_the_text_goes_on():
    text = f"{BODY}\n\nRead more:\n\nMinister resigns over tax affair\n\n{BODY}\n\nThe vote is due"

    assert [role for role, _words in roles(text)] == [
        "paragraph", "furniture", "furniture", "paragraph", "paragraph",
    ]  # fmt: skip


def test_many_headings_under_each_other_are_links_and_the_last_may_head_the_text():
    links = "\n\n".join(["Minister resigns over tax affair", "Why the budget matters", "Trams to run later"])
    text = f"{BODY}\n\n{BODY}\n\n{links}\n\nWhat comes next\n\n{BODY}"

    assert [role for role, _words in roles(text)] == ["paragraph"] * 2 + ["furniture"] * 3 + [
        "subheading",
        "paragraph",
    ]


def test_short_lines_of_data_are_no_links():
    text = f"{BODY}\n\n{BODY}\n\n{BODY}\n\nSweden: 3\n\nNorway: 2\n\nPoland: 1\n\nUkraine: 4"

    assert "furniture" not in [role for role, _words in roles(text)]


def test_bits_among_prompts_at_the_foot_belong_to_them():
    text = f"{BODY}\n\nAll times of the day\n\nShare\n\nFive stories a day.\n\nYour e-mail address"

    assert [role for role, _words in roles(text)] == ["paragraph"] + ["furniture"] * 4


def test_bits_between_prompts_in_the_body_belong_to_them():
    prompts = "Sign up for our newsletter\n\nFive stories a day\n\nAdvertisement"

    assert [role for role, _words in roles(f"{BODY}\n\n{prompts}\n\n{BODY}")] == [
        "paragraph", "furniture", "furniture", "furniture", "paragraph",
    ]  # fmt: skip
    kept = prompts.replace("a day", "a day, read before your first coffee, on every day of the year but one")
    assert roles(f"{BODY}\n\n{kept}\n\n{BODY}")[2][0] != "furniture"


def test_a_name_under_a_pull_quote_is_part_of_it():
    again = "The budget deficit had fallen to three percent"

    assert [role for role, _words in roles(f"{BODY}\n\n{again}\n\nJane Doe\n\n{BODY}")] == [
        "paragraph", "pull_quote", "pull_quote", "paragraph",
    ]  # fmt: skip


def test_what_a_person_is_stands_in_the_body_as_a_statement():
    note = "Mark Roe is director of the Budget Institute, Oxford."

    assert [role for role, _words in roles(f"{BODY}\n\n{note}\n\n{BODY}")] == ["paragraph"] * 3
    assert [role for role, _words in roles(f"{BODY}\n\n{note}")] == ["paragraph", "byline"]


def test_short_lines_under_each_other_are_a_box():
    text = f"{BODY}\n\nThe Daily Brief Editorial\nStrategic Insight\nThe Daily Brief\n\n{BODY}"

    assert [role for role, _words in roles(text)] == ["paragraph"] + ["furniture"] * 3 + ["paragraph"]


def test_one_paragraph_alone_is_no_headline():
    assert roles("Unemployment fell to five percent") == [("paragraph", "Unemployment fell to five percent")]


def test_a_typed_headline_leaves_none_to_be_found():
    assert roles(f"A short line\n\n{BODY}", headed=True)[0] == ("subheading", "A short line")


@pytest.mark.parametrize(("text", "count"), [("", 0), (" \n", 1)])
def test_no_words_make_no_article(text, count):
    blocks = recognise(text)

    assert [block.role for block in blocks] == [Role.FURNITURE] * count


def mangled():
    """What editors, mail programs and browsers make of a text, without losing what it says."""
    return {
        "blank lines doubled": lambda text: text.replace("\n\n", "\n\n\n"),
        "no blank lines": lambda text: text.replace("\n\n", "\n"),
        "wrapped": lambda text: "\n".join(textwrap.fill(line, 72) for line in text.split("\n")),
        "tabs": lambda text: text.replace("\n", "\n\t"),
        "hard spaces": lambda text: text.replace(" ", "\xa0"),
        "answered": lambda text: "> " + text.replace("\n", "\n> "),
        "tags": lambda text: "<p>" + text.replace("\n", "</p>\n<p>") + "</p>",
        "line breaks of a page": lambda text: text.replace("\n\n", "\n<br>\n"),
        "CRLF": lambda text: text.replace("\n", "\r\n"),
        "straight quotes": lambda text: text.replace("“", '"').replace("”", '"'),
        "other bullets": lambda text: text.replace("• ", "* "),
        "no bullets": lambda text: text.replace("• ", ""),
    }


@pytest.mark.parametrize("how", mangled())
def test_roles_are_the_same_however_the_text_was_pasted(how):
    text = (
        "Deficit falls to lowest level in a decade\n\nTax revenue rose faster than expected\n\n"
        "By Jane Doe\n\n12 May 2025\n\nShare on Facebook\n\nKey Takeaways\n\n• Revenue rose by 4% in May.\n"
        f"• Spending fell more than planned.\n\n{BODY} {BODY}\n\nWhat comes next\n\n{BODY} {BODY}\n\n"
        f"“We did what we had promised.”\n\nThe steps are these:\n\n• A first step\n• A second step\n\n"
        f"{BODY} {BODY}\n\nRelated Articles\n\nMinister resigns over tax affair"
    )
    expected = [role for role, _words in roles(text)]

    got = [
        role for role, words in roles(normalise(mangled()[how](text))) if words not in ("", "<br>", "<p></p>")
    ]

    assert got == expected
    assert {"headline", "standfirst", "list_item", "subheading", "quote", "furniture"} < set(expected)


@given(
    st.lists(
        st.sampled_from(
            ["\n", "\n\n", " ", "• ", "1. ", "Comments", "By Jane Doe", "Talks fail", BODY, "?", "“a”"]
        )
    )
    | st.text()
)
def test_blocks_partition_any_text(parts):
    text = normalise("".join(parts))

    blocks = recognise(text)

    assert "".join(text[block.start : block.end] for block in blocks) == text
    assert all(block.start < block.end for block in blocks)
    assert [block.start for block in blocks[1:]] == [block.end for block in blocks[:-1]]


@pytest.mark.parametrize(
    "character", ["a", " ", "\n", "\na", ".", "😀", "“", "1", "a-", "ش", "A.B ", "share on x "]
)
def test_a_hostile_text_of_full_length_is_no_harder_than_its_length(character):
    text = (character * 400_000)[:400_000]

    blocks = recognise(text)  # quadratic work would take hours, not a failed assertion

    assert (blocks[0].start, blocks[-1].end) == (0, len(text))
