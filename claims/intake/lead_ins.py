"""Which line introduces the items of a list."""

from collections.abc import Sequence

from claims.text.spans import Block, Role

HEADS = frozenset({Role.SUBHEADING, Role.HEADLINE})


def lead_ins(text: str, blocks: Sequence[Block]) -> dict[int, int]:
    """For each list item that a block introduces: its place in `blocks`, and the place of that block.

    What introduces a list ends in a colon, "Three demands were made:", or is a heading. `blocks` partition
    `text`.
    """
    found: dict[int, int] = {}
    for place, block in enumerate(blocks[1:], 1):
        before = blocks[place - 1]
        if block.role != Role.LIST_ITEM:
            continue
        if before.role == Role.LIST_ITEM:
            if place - 1 in found:
                found[place] = found[place - 1]
        elif before.role in HEADS or (before.role == Role.PARAGRAPH and _ends_in_colon(text, before)):
            found[place] = place - 1
    return found


def _ends_in_colon(text: str, block: Block) -> bool:
    return text[block.start : block.end].rstrip().endswith(":")
