"""The colours of the style sheet, measured: the one place that promises contrast."""

import re

import pytest
from django.conf import settings

SHEET = (settings.BASE_DIR / "factcheck/static/css/tokens.css").read_text("utf-8")
TOKENS = {
    name: {"light": light, "dark": dark}
    for name, light, dark in re.findall(r"--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)", SHEET)
}
TONES = ["grey", "blue", "teal", "green", "amber", "orange", "red", "violet"]
TEXT = ["ink", "ink-2", "ink-3", "accent", "accent-2", *TONES]
GROUNDS = ["canvas", "sheet", "sunk", "spot", "accent-tint"]


def luminance(colour):
    """The relative luminance of WCAG 2.2."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("text", TEXT)
def test_text_stands_out_from_every_ground(text, ground, theme):
    assert contrast(TOKENS[text][theme], TOKENS[ground][theme]) >= 4.5


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("ground", ["canvas", "sheet"])
def test_lines_of_controls_are_seen(ground, theme):
    assert contrast(TOKENS["line-2"][theme], TOKENS[ground][theme]) >= 3


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("fill", ["accent", *TONES])
def test_words_on_a_filled_mark_can_be_read(fill, theme):
    on = "on-accent" if fill == "accent" else "sheet"

    assert contrast(TOKENS[fill][theme], TOKENS[on][theme]) >= 4.5
