"""What hangs on what in a sentence, worked out once: a Reading looks through all its words each time."""

from typing import NamedTuple

from claims.extraction.reading import Reading


class Tree(NamedTuple):
    """By token: its children in order, and the first and last token (inclusive) of all that hangs on it."""

    children: list[list[int]]
    first: list[int]
    last: list[int]


def grow(sentence: Reading) -> Tree:
    """The tree of a sentence, or of its several trees, in time linear in its tokens."""
    size = len(sentence.heads)
    children: list[list[int]] = [[] for _ in range(size)]
    downwards = []
    for token, head in enumerate(sentence.heads):
        if head == token:
            downwards.append(token)
        else:
            children[head].append(token)
    for token in downwards:  # grows while it is walked
        downwards += children[token]
    first, last = list(range(size)), list(range(size))
    for token in reversed(downwards):
        head = sentence.heads[token]
        first[head] = min(first[head], first[token])
        last[head] = max(last[head], last[token])
    return Tree(children, first, last)
