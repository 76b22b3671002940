from claims.intake.lead_ins import lead_ins
from claims.text import Block, Role


def places(*parts):
    text, blocks = "", []
    for role, words in parts:
        start, text = len(text), f"{text}{words}\n\n"
        blocks.append(Block(role, start, len(text)))
    return lead_ins(text, blocks)


ITEM = (Role.LIST_ITEM, "• Withdrawal.")


def test_a_line_that_ends_in_a_colon_introduces_all_items_after_it():
    assert places((Role.PARAGRAPH, "It met. Three demands were made:"), ITEM, ITEM) == {1: 0, 2: 0}


def test_so_does_a_heading():
    assert places((Role.PARAGRAPH, "It met."), (Role.SUBHEADING, "Three demands"), ITEM) == {2: 1}


def test_a_paragraph_does_not_nor_does_furniture():
    assert places((Role.PARAGRAPH, "It met."), ITEM) == {}
    assert places((Role.FURNITURE, "Key Takeaways:"), ITEM) == {}
    assert places(ITEM, ITEM) == {}
    assert lead_ins("", []) == {}


def test_what_stands_between_two_lists_parts_them():
    lead_in = (Role.PARAGRAPH, "Demands:")

    assert places(lead_in, ITEM, (Role.PARAGRAPH, "No more."), ITEM) == {1: 0}
