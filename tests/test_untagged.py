"""No template says a word that no translator sees."""

import pytest

from tests.untagged import TEMPLATES, untagged

FILES = sorted(file for file in TEMPLATES.rglob("*.*") if file.is_file())


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(TEMPLATES)))
def test_every_word_of_a_template_is_tagged(file):
    assert untagged(file.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("<p>Save</p>", ["Save"]),
        ('<p>{% translate "Save" %}</p>', []),
        ("{% blocktranslate %}Save {{ it }}{% endblocktranslate %} now", ["now"]),
        ('<a title="Save">{{ it|default:"nothing" }}</a>', ["Save", "nothing"]),
        ('<a data-say-done="saved" data-tone="{{ is_on|yesno:"green,grey" }}"></a>', ["saved"]),
        ('{{ is_on|yesno:"on,off" }}', ["on,off"]),
        ('{% include "x.html" with text="Nothing here." %}', ["Nothing here."]),
        ("{% block page_class %}page-narrow{% endblock %}{# a note #}", []),
    ],
)
def test_what_is_not_tagged_is_found(source, found):
    assert untagged(source) == found
