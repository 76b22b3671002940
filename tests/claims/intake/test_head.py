from claims.intake.blocks import recognise

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
        "By Jane Doe\nTuesday 3 June 2025 09:41 BST\nComments\n"
        f"Minister challenges critics to a debate on tax\n\n{BODY}"
    )

    assert roles(text) == [
        ("furniture", "Opinion"),
        ("headline", "Deficit falls to lowest level in a decade"),
        ("standfirst", "Tax revenue rose faster than expected"),
        ("byline", "By Jane Doe"),
        ("dateline", "Tuesday 3 June 2025 09:41 BST"),
        ("furniture", "Comments"),
        ("furniture", "Minister challenges critics to a debate on tax"),
        ("paragraph", BODY),
    ]


def test_lines_between_headline_and_byline_sum_the_article_up():
    points = (
        "Tax revenue rose faster than expected\nSpending on energy fell by half\nOpposition calls it luck"
    )

    assert [role for role, _words in roles(f"Deficit falls\n\n{points}\n\nBy Jane Doe\n\n{BODY}")] == [
        "headline", "list_item", "list_item", "list_item", "byline", "paragraph",
    ]  # fmt: skip


def test_names_between_headline_and_date_are_bylines():
    names = "Jane Doe\nJane Doe\nMoney reporter\n12 May 2025"
    text = f"Deficit falls\n\nTax revenue rose fast, figures show\n{names}\n\n{BODY}"

    assert [role for role, _words in roles(text)] == [
        "headline", "standfirst", "byline", "byline", "byline", "dateline", "paragraph",
    ]  # fmt: skip


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


def test_the_headline_once_more_is_no_standfirst():
    headline = "Deficit falls to lowest level in a decade"

    assert [role for role, _words in roles(f"{headline}\n\n{headline}\n\n12 May 2025\n\n{BODY}")] == [
        "headline", "headline", "dateline", "paragraph",
    ]  # fmt: skip


def test_one_paragraph_alone_is_no_headline():
    assert roles("Unemployment fell to five percent") == [("paragraph", "Unemployment fell to five percent")]


def test_a_typed_headline_leaves_none_to_be_found():
    assert roles(f"A short line\n\n{BODY}", headed=True)[0] == ("subheading", "A short line")


def test_a_headline_may_look_like_a_quotation_or_a_picture_but_not_like_a_turn():
    assert roles(f"“We lost the reef for good”\n\nA talk about warming seas\n\n{BODY}")[0][0] == "headline"
    assert roles(f"Divers mapping the reef off Skarn\n\n{BODY}")[0][0] == "headline"
    assert roles(f"Skarn Post\n\nDivers mapping the reef\n\n12 May 2025\n\n{BODY}")[1][0] == "headline"
    assert roles(f"A diver off Skarn. Photo: Jane Doe\n\nThe lost reef\n\n{BODY}")[1][0] == "headline"
    assert roles(f"“We lost the reef.”\n\nThe lost reef\n\n{BODY}")[1][0] == "headline"
    assert "headline" not in dict(roles(f"Q: How bad was it?\n\nA: Bad.\n\n{BODY}"))


def test_statements_under_a_label_are_text_though_a_heading_may_follow():
    statement = "The state gave 400 MILLION to banks!!! Nobody writes it."
    found = roles(f"Jane Doe\n{statement}\nNobody says a word.\nDoctors refuse the new vaccine\n\n{BODY}")

    assert found[1:4] == [
        ("paragraph", statement),
        ("paragraph", "Nobody says a word."),
        ("headline", "Doctors refuse the new vaccine"),
    ]
    turns = "ANCHOR: Good evening.\n\nBERG: We cut 40 jobs.\n\nEnd of the transcript"
    assert [role for role, _words in roles(f"TRANSCRIPT\n\n{turns}")] == ["headline"] + ["paragraph"] * 3
