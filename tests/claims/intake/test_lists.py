import pytest

from claims.intake.blocks import recognise

BODY = (
    "The finance ministry said on Tuesday that the budget deficit had fallen to three percent of output, the "
    "lowest level in a decade, after tax revenue rose faster than expected and spending on energy "
    "subsidies was cut by half. The opposition called that luck. The minister, who leaves office in May, "
    "said that nothing had been harder in her life than to write this budget."
)


def roles(text):
    return [str(block.role) for block in recognise(f"Deficit falls to lowest level\n\n{text}")][1:]


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize("end", [".", ""])
def test_points_that_lost_their_bullets(gap, end):
    points = gap.join([f"Revenue rose by 4%{end}", f"Spending fell more than planned{end}"])

    assert roles(f"Key Takeaways\n\n{points}\n\n{BODY}") == [
        "furniture",
        "list_item",
        "list_item",
        "paragraph",
    ]


def test_points_that_count_on_with_numbers_glued_to_them():
    text = f"Key Takeaways\n\n1Revenue rose by 4%.\n\n2Spending fell.\n\n{BODY}"

    assert roles(text) == ["furniture", "list_item", "list_item", "paragraph"]


def test_a_whole_article_of_short_paragraphs_is_no_box():
    assert "list_item" not in roles("In brief\n\n" + "\n\n".join(["Revenue rose by 4% in May."] * 9))
    assert "list_item" not in roles("In brief\n\nRevenue rose by 4% in May.\n\nSpending fell by 2%.")


def test_lines_under_a_colon():
    items = "Lower taxes\nHigher wages, and soon\nA new bridge."

    assert roles(f"{BODY}\n\nThe demands were these:\n\n{items}\n\n{BODY}") == [
        "paragraph", "paragraph", "list_item", "list_item", "list_item", "paragraph",
    ]  # fmt: skip
    assert (
        roles(f"{BODY}\n\nThe demands were these:\nLower taxes\nHigher wages\n{BODY}")[2:4]
        == ["list_item"] * 2
    )


def test_lines_that_each_name_their_subject():
    named = "Where it ends: A neutral place.\nTiming: Before the vote.\nCost (net): 4 million crowns."

    assert roles(f"{BODY}\n\n{named}\n\n{BODY}") == ["paragraph", *["list_item"] * 3, "paragraph"]
    assert "list_item" not in roles(
        f"{BODY}\n\nHost: Good evening.\nGuest: Hello.\nHost: Sit down.\n\n{BODY}"
    )


def test_a_long_text_of_colons_is_no_harder_than_its_length():
    assert len(roles("A b:\n" * 40_000)) == 39_999 + 1  # quadratic work would take minutes


def test_one_line_under_a_colon_is_no_list():
    assert roles(f"{BODY}\n\nThe demands were these:\n\nLower taxes\n\n{BODY}")[2] == "subheading"
    assert roles(f"{BODY}\n\nThe reason was simple:\n\n{BODY}")[2] == "paragraph"


def test_the_first_point_of_a_box_under_the_headline_is_no_standfirst():
    text = f"Key takeaways\nRevenue rose by 4% in a single year\nSpending fell by half since May\n{BODY}"

    assert roles(text.replace("\n\n", "\n")) == ["furniture", "list_item", "list_item", "paragraph"]
