from datetime import UTC, datetime, timedelta, timezone

import pytest

from accounts import chain


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ({"b": 1, "a": [True, None]}, b'{"a":[true,null],"b":1}'),
        ("né “so”\n", b'"n\\u00e9 \\u201cso\\u201d\\n"'),
        (0.5, b"0.5"),
        ({}, b"{}"),
    ],
)
def test_the_same_bytes_for_the_same_value(value, written):
    assert chain.canonical(value) == written


def test_a_time_is_told_in_utc_to_the_microsecond():
    east = timezone(timedelta(hours=2))

    assert chain.moment(datetime(2026, 5, 1, 10, tzinfo=UTC)) == "2026-05-01T10:00:00.000000+00:00"
    assert chain.moment(datetime(2026, 5, 1, 12, tzinfo=east)) == "2026-05-01T10:00:00.000000+00:00"


def test_the_salt_changes_the_hash_of_the_same_words():
    assert chain.digest("1" * 32, "yes") != chain.digest("2" * 32, "yes")


LINK = {
    "event": 7,
    "kind": "claim.note",
    "at": "2026-05-01T10:00:00.000000+00:00",
    "by": 3,
    "subject": "claim:1",
    "within": "article:1",
    "values": chain.digests("0" * 32, {"before": {}, "after": {"note": 1}, "note": "why"}),
}


def test_a_hash_is_always_this_one():
    """What was sealed once must be reckoned alike for ever; docs/audit.md shows this link too."""
    link = LINK | {"position": 1}

    assert chain.hash_of(link, chain.BEGINNING) == (
        "33ec6f8e30a495ee9cf1771ac7eb4877a35e1235001129a67d2f9d4316643cf5"
    )


@pytest.mark.parametrize("name", chain.COVERED)
def test_the_hash_covers_each_part_and_the_one_before(name):
    link = LINK | {"position": 1}
    known = chain.hash_of(link, chain.BEGINNING)

    assert chain.hash_of(link | {name: "other"}, chain.BEGINNING) != known
    assert chain.hash_of(link, "1" * 64) != known


@pytest.mark.parametrize(
    "text",
    [
        str(chain.Head(12, "ab" * 32, 3)),
        f'{{"audit": {{"position": 12, "hash": "{"ab" * 32}", "unsealed": 0}}}}',
        f"Position 12 of the trail.\nposition 12, hash {'ab' * 32}, 0 not yet sealed",
    ],
)
def test_an_anchor_is_found_in_what_keeps_it(text):
    assert chain.anchors_in(text) == {12: "ab" * 32}


@pytest.mark.parametrize("text", ["", "revision 12, SHA-256 " + "ab" * 32, "position 12, hash " + "ab" * 31])
def test_what_is_no_anchor_is_none(text):
    assert chain.anchors_in(text) == {}
