import textwrap

import pytest
from hypothesis import given, settings
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


def test_a_pull_quote_says_words_of_the_body_again():
    again = "the budget deficit had fallen to three percent of output"

    assert roles(f"{BODY}\n\n{again.capitalize()}\n\n{BODY}")[1][0] == "pull_quote"
    assert roles(f"{BODY}\n\n“{again}”\n\n{BODY}")[1][0] == "pull_quote"


def test_a_heading_of_words_that_the_body_has_too_is_none():
    heading = "The lowest level in a decade"

    assert roles(f"{BODY}\n\n{heading}\n\n{BODY}")[1][0] == "subheading"


def test_a_quotation_in_markdown():
    assert roles(f"{BODY}\n\n> We did it.\n\n{BODY}")[1][0] == "quote"
    text = f"{BODY}\n\n> We did it.\n>\n> — Jane Doe\n\n{BODY}\n\n{BODY}"
    assert [role for role, _words in roles(text)] == ["paragraph"] + ["pull_quote"] * 2 + ["paragraph"] * 2


@pytest.mark.parametrize("name", [" — Jane Doe", "\n— Jane Doe, minister of finance"])
def test_a_quote_with_a_name_under_it_stands_apart(name):
    text = f"{BODY}\n\n“We did what we had promised.”{name}\n\n{BODY}"

    assert {role for role, _words in roles(text)[1:-1]} == {"pull_quote"}


def test_a_name_under_a_pull_quote_is_part_of_it():
    again = "The budget deficit had fallen to three percent"

    assert [role for role, _words in roles(f"{BODY}\n\n{again}\n\nJane Doe\n\n{BODY}")] == [
        "paragraph", "pull_quote", "pull_quote", "paragraph",
    ]  # fmt: skip


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


@settings(deadline=None)  # the machine may be busy
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
