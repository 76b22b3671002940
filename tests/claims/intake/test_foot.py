from claims.intake.blocks import recognise

BODY = (
    "The finance ministry said on Tuesday that the budget deficit had fallen to three percent of output, the "
    "lowest level in a decade, after tax revenue rose faster than expected and spending on energy "
    "subsidies was cut by half."
)


def roles(text, **options):
    return [(str(block.role), text[block.start : block.end].strip()) for block in recognise(text, **options)]


def test_the_foot_of_a_page():
    text = (
        f"{BODY}\n\nMark Roe is director of the Budget Institute, Oxford\n\n"
        "Share Article\n\nRelated Articles\n\n"
        "Minister resigns over tax affair\n\nWhy the budget matters\n\n📰\nNo related articles found"
    )

    assert [role for role, _words in roles(text)] == ["paragraph", "byline"] + ["furniture"] * 6


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


def test_what_a_person_is_stands_in_the_body_as_a_statement():
    note = "Mark Roe is director of the Budget Institute, Oxford."

    assert [role for role, _words in roles(f"{BODY}\n\n{note}\n\n{BODY}")] == ["paragraph"] * 3
    assert [role for role, _words in roles(f"{BODY}\n\n{note}")] == ["paragraph", "byline"]


def test_short_lines_under_each_other_are_a_box():
    text = f"{BODY}\n\nThe Daily Brief Editorial\nStrategic Insight\nThe Daily Brief\n\n{BODY}"

    assert [role for role, _words in roles(text)] == ["paragraph"] + ["furniture"] * 3 + ["paragraph"]


def test_a_note_under_the_text_tells_about_its_author():
    note = "Mark Roe has covered the budget since 2014. He won the Harbour Prize in 2019 and lives in Skarn."

    assert roles(f"Deficit falls\n\nBy Mark Roe\n\n{BODY}\n\n{note}")[-1][0] == "byline"
    assert roles(f"{BODY}\n\nAbout the author\n\n{note}")[-1][0] == "byline"
    assert roles(f"{BODY}\n\n{note}")[-1][0] == "paragraph"
    assert roles(f"Deficit falls\n\nBy Mark Roe\n\n{note}\n\n{BODY}")[-2][0] == "paragraph"


def test_what_is_told_of_somebody_in_the_text_is_no_note():
    note = "Mark Roe was head of the Budget Institute from 2014 to 2020."

    assert roles(f"{BODY}\n\n“It is luck,” Mark Roe said.\n\n{note}")[-1][0] == "paragraph"


def test_a_statement_among_prompts_is_no_prompt():
    foot = "Advertisement\n\nTurnout was 61 percent.\n\nShare"

    assert roles(f"{BODY}\n\n{foot}")[2] == ("paragraph", "Turnout was 61 percent.")


def test_lines_beside_a_prompt_belong_to_its_box():
    text = f"Contact:\nMark Roe\nHead of Press\nm.roe@budget.example\n\nDeficit falls again\n\n{BODY}"

    assert [role for role, _words in roles(text)] == ["furniture"] * 4 + ["headline", "paragraph"]


def test_results_are_no_box():
    results = "Marrow 3-1 Lund\nSkarn 2-0 Ilde\n\nMarrow: 61%\n\nLund: 30%\n\nSkarn: 9%"

    assert "furniture" not in dict(roles(f"{BODY}\n\n{results}\n\n{BODY}"))
