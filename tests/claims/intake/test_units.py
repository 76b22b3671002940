import pytest

from claims.intake.units import content_start, units


def words(text):
    return [unit.words for unit in units(text)]


def test_a_line_is_a_unit_and_blank_lines_are_none():
    assert words("One line.\n\n  \nAnother.\nThird.") == ["One line.", "Another.", "Third."]


def test_a_wrapped_paragraph_is_one_unit():
    text = (
        "The talks between the two countries took place in the old palace on\n"
        "Friday and ended without a result, although both delegations had been\n"
        "asked to stay. They will meet again in two weeks.\n"
        "\n"
        "Next paragraph."
    )

    assert len(units(text)) == 2


def test_a_text_wrapped_at_one_width_needs_no_blank_lines():
    text = (
        "The talks between the two countries took place in the old palace on\n"
        "Friday and ended without a result, although both delegations had been\n"
        "asked to stay.\n"
        "They will meet again in two weeks, said the host, who had spent the\n"
        "whole day on the telephone with the prime ministers, and was not\n"
        "amused.\n"
        "Nobody else was, either."
    )

    assert [unit[:20] for unit in words(text)] == [
        "The talks between th", "They will meet again", "Nobody else was, eit",
    ]  # fmt: skip


def test_a_narrow_column_with_headings_is_wrapped_too():
    text = (
        "COUNCIL CUTS BUSES\nBy Jane Doe\n"
        "The council voted on Tuesday to cut twelve bus\n"
        "lines and left fourteen thousand people in all\n"
        "of the north without a stop.\n"
        "See BUSES, page 6\nFrom page 1\n"
        "The number of passengers has fallen by more as\n"
        "4 lines were closed in May and others, without\n"
        "a word, in June."
    )

    assert [unit[:10] for unit in words(text)] == [
        "COUNCIL CU", "By Jane Do", "The counci", "See BUSES,", "From page ", "The number",
    ]  # fmt: skip


def test_an_indented_line_is_as_wide_as_its_indent():
    text = (
        "The talks between the two countries took place in the old palace on\n"
        "Friday and ended without a result, although both delegations had\n"
        "been asked to stay.\n"
        "    They will meet again in two weeks. The host says that he has lost\n"
        "9 pounds, and that both of the prime ministers were not amused by it\n"
        "at all."
    )

    assert [unit[:14] for unit in words(text)] == ["The talks betw", "They will meet"]


def test_a_word_broken_at_the_end_of_its_line_goes_on():
    assert words("> It was over. The govern-\n> ment paid.") == ["It was over. The govern- ment paid."]
    assert len(words("Dredging -\nthe cost\nTo Marrow-\nSkarn paid")) == 4


def test_lines_of_equal_length_that_end_by_themselves_are_not_wrapped():
    lines = ["The council sold the old harbour to a bank", "Why the old harbour lay empty for so long"] * 2

    assert words("\n".join(lines)) == lines


@pytest.mark.parametrize(
    ("line", "seen"),
    [
        ("<p>A line &amp; its <b>tags</b></p>", "A line & its tags"),
        ("<BR/>A<br>line<A HREF='x'>", "A line"),
        ("From: Jane Doe <jane.doe@example.org>", "From: Jane Doe <jane.doe@example.org>"),
        ("<The Palace> opens", "<The Palace> opens"),
        ("## A heading", "A heading"),
        ("**Bold** words", "Bold words"),
        ("Two\xa0\xa0 spaces", "Two spaces"),
        ("> Answered", "Answered"),
        ("*In italics*", "In italics"),
        ("[Read it](https://example.org/a) now", "Read it now"),
        ("It is so.[^1]", "It is so."),
        ("It is so.[1][12]", "It is so."),
        ("“It is so.”³", "“It is so.”"),
        ("A heap of 4 m³", "A heap of 4 m³"),
        ("\u200bUnseen\u200b", "Unseen"),
        ("<b>Un\u200bseen</b>", "Unseen"),
        ("3 < 4 & 5 > 2", "3 < 4 & 5 > 2"),
        ("<div>", "<div>"),
        ("#hashtag and 2**3", "#hashtag and 2**3"),
    ],
)
def test_words_are_what_a_reader_sees(line, seen):
    assert words(line) == [seen]


@pytest.mark.parametrize("blank", ["\xa0", ">", "\u200b", "\t"])
def test_a_line_that_shows_nothing_is_blank(blank):
    assert [unit.run for unit in units(f"One line.\n{blank}\nAnother.")] == [0, 1]


def test_a_dash_at_the_break_of_a_wrapped_line_is_no_bullet():
    text = (
        "The talks between the two countries took place in the old palace on\n"
        "friday and ended without a result, although both delegations had been\n"
        "– which was by no means certain on the day before – asked to stay here\n"
        "until the end."
    )

    assert len(units(text)) == 1


def test_what_stands_after_an_angle_is_quoted_unless_all_does():
    assert [unit.quoted for unit in units("One.\n\n> Two.\n\nThree.")] == [False, True, False]
    assert [unit.quoted for unit in units("> One.\n\n> Two.\n\nThree.")] == [False, False, False]


def test_numbers_glued_to_lines_that_count_on_are_bullets():
    assert [unit.bulleted for unit in units("1Kyiv has\n2The talks\n5G networks\n3M said")] == [
        True, True, False, False,
    ]  # fmt: skip


def test_a_line_that_breaks_off_goes_on_in_the_next():
    text = "The talks between the two countries took place in the\nold palace.\nNew paragraph here."

    assert words(text) == [
        "The talks between the two countries took place in the old palace.",
        "New paragraph here.",
    ]


def test_items_of_a_list_stay_apart():
    assert words("• One thing that goes on for quite a while without an end\n• two\n- three") == [
        "• One thing that goes on for quite a while without an end",
        "• two",
        "- three",
    ]


@pytest.mark.parametrize(
    ("line", "content"),
    [
        ("  • Item", "Item"),
        ("• 1Kyiv has signaled", "Kyiv has signaled"),
        ("1. Easing pressure", "Easing pressure"),
        ("(a) first", "first"),
        ("– said he", "said he"),
        ("1Kyiv has signaled", "Kyiv has signaled"),
        ("2019 was cold", "2019 was cold"),
        ("5G networks", "5G networks"),
        ("No bullet", "No bullet"),
        ("o One thing", "One thing"),
        ("o’clock", "o’clock"),
        ("> • Item", "Item"),
        ("\u200b• Item", "Item"),
        ("**1. It is older**", "It is older**"),
        ("<li><b>• Item</b>", "Item</b>"),
    ],
)
def test_words_begin_after_bullet_and_number(line, content):
    assert line[content_start(line, 0, len(line)) :] == content


def test_offsets_and_runs():
    first, second, third = units(" a\nb\n\nc")

    assert (first.start, first.end, first.run) == (0, 2, 0)
    assert (second.start, second.end, second.run) == (3, 4, 0)
    assert (third.start, third.end, third.run) == (6, 7, 1)
