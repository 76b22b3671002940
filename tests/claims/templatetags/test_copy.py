from types import SimpleNamespace
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accounts.models import User
from claims.models import Claim
from claims.templatetags.copy import (
    copy_block,
    copy_runs,
    dismissed_items,
    fact_items,
    index_items,
    margin,
)
from claims.text import Span
from claims.text.runs import cut
from claims.views.galley import Mark
from claims.views.tick_map import OpenFact
from claims.workflow import Status
from tests.pseudo import outside, speaking


def drawn(text, *spans, status=Status.OPEN, current=None):
    marks = {pk: Mark(Claim(pk=pk, status=status), pk, pk == current) for pk, _, _ in spans}
    [runs] = cut(text, [(0, len(text))], spans)
    return copy_runs(runs, marks)


def test_a_claim_is_a_mark_with_its_status_and_an_anchor():
    assert drawn("It has 12 berths.", (7, 7, 16)) == (
        'It has <mark class="line" data-claim="7" data-status="open" data-tone="amber" data-level="0"'
        ' id="words-7">12 berths</mark>.'
    )


def test_markup_and_template_syntax_are_text():
    assert drawn("<script>alert(1)</script> {{ 7|add:1 }}") == (
        "&lt;script&gt;alert(1)&lt;/script&gt; {{ 7|add:1 }}"
    )


def test_markup_inside_a_claim_is_text():
    assert "<b>" not in drawn("a <b>bold</b> claim", (1, 2, 13))


def test_overlapping_claims_lie_in_each_other_and_only_the_first_run_is_the_anchor():
    html = drawn("abcdef", (1, 0, 4), (2, 2, 6))

    assert html.count('id="words-1"') == html.count('id="words-2"') == 1
    assert 'data-level="0"><mark class="line" data-claim="2"' in html
    assert html.endswith(
        '<mark class="line" data-claim="2" data-status="open" data-tone="amber" data-level="1">ef</mark>'
    )


def test_the_claim_in_focus_says_so():
    assert "data-current" in drawn("abc", (1, 0, 3), current=1)


def test_more_than_three_claims_are_counted():
    assert 'data-more="+2"' in drawn("abc", *[(pk, 0, 3) for pk in range(1, 6)])


@given(st.text(alphabet="aé🙂م<>&\"'{ \u200f", max_size=30), st.integers(0, 30), st.integers(0, 30))
def test_without_its_marks_the_html_is_the_escaped_text(text, one, other):
    html = drawn(text, (1, min(one, other), max(one, other)))

    opening = '<mark class="line" data-claim="1" data-status="open" data-tone="amber" data-level="0"'
    bare = html.replace(f'{opening} id="words-1">', "").replace("</mark>", "")
    assert bare == drawn(text)


class Row(NamedTuple):
    role: str
    start: int
    runs: list
    marks: list


def row(role, text, *marks):
    [runs] = cut(text, [(0, len(text))], [])
    return Row(role, 40, runs, list(marks))


def mark_of(status, **fields):
    return Mark(Claim(pk=7, status=status, text="a < b", quantities=[], dates=[], **fields), 3)


@pytest.mark.parametrize(
    ("role", "element", "look"),
    [
        ("headline", "h2", "headline"),
        ("subheading", "h3", "subheading"),
        ("pull_quote", "blockquote", "quote"),
        ("caption", "p", "caption"),
    ],
)
def test_a_block_is_the_element_of_its_role(role, element, look):
    assert copy_block(row(role, "a < b"), {}, {}) == (
        f'<{element} class="words {look}" data-start="40" dir="auto">a &lt; b</{element}>'
    )


def test_the_words_tell_their_language():
    """A page may be in another one; what is not known is not told."""
    fact = OpenFact("name", 4, 9, "Ada", Span(0, 12))

    assert 'dir="auto" lang="en">a &lt; b</p>' in copy_block(
        row("paragraph", "a < b"), {}, {}, None, "", "en"
    )
    assert '<span class="index-text" dir="auto" lang="en">' in index_items([mark_of(Status.OPEN)], "en")
    assert 'dir="auto" lang="en">' in dismissed_items([mark_of(Status.DISMISSED).claim], "en")
    assert '<a href="#fact-4" dir="auto" lang="en">' in fact_items([fact], True, "en")
    assert "lang" not in fact_items([fact], True)


def test_in_another_language_only_the_words_of_people_stay():
    fact = OpenFact("name", 4, 9, "<b> {0}", Span(0, 12))

    with speaking():
        lists = fact_items([fact], True), dismissed_items([mark_of(Status.DISMISSED).claim])
        sides = margin([mark_of(Status.IN_CHECK)], {7: SimpleNamespace(why="why")})

    known = ["b", "berths", "why"]
    assert outside(f"{lists}{sides}", [*known, *mark_of(Status.OPEN).claim.text.split()]) == []
    assert "«the words around &lt;b&gt; {0}»" in lists[0]


def test_the_margin_says_in_words_how_a_claim_stands_and_who_has_it():
    holder = User(name="Ada <Lovelace>")
    glance = SimpleNamespace(why='"new" words')

    html = margin([mark_of(Status.IN_CHECK, assignee=holder)], {7: glance})

    assert '<span class="mark-number">3</span>' in html
    assert '<span class="mark-word">in check</span>' in html
    assert 'title="Ada &lt;Lovelace&gt;">A&lt;</span>' in html
    assert 'title="&quot;new&quot; words"' in html
    assert margin([], {}) == ""


def test_lists_escape_what_people_wrote():
    fact = OpenFact("name", 4, 9, "<b>" * 40, Span(0, 12))

    assert "a &lt; b" in index_items([mark_of(Status.OPEN)])
    assert "a &lt; b" in dismissed_items([mark_of(Status.DISMISSED).claim])
    assert "<b>" not in fact_items([fact], True)
    assert 'value="0-12"' in fact_items([fact], True)
    assert "button" not in fact_items([fact], False)
