"""No template says a word that no translator sees, nor does a Python module."""

import ast

import pytest

from tests.untagged import TEMPLATES, untagged

FILES = sorted(file for file in TEMPLATES.rglob("*.*") if file.is_file())
MODULES = [
    file for part in ("accounts", "claims", "factcheck") for file in (TEMPLATES.parent / part).rglob("*.py")
]
TRANSLATE = {"_", "gettext", "gettext_lazy", "ngettext", "ngettext_lazy", "pgettext", "pgettext_lazy"}


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


def test_no_word_is_translated_within_an_f_string():
    """`xgettext` does not look into f-strings, so such a word would never reach a catalog."""
    found = [f"{file.name}: {word}" for file in MODULES for word in unseen(file.read_text(encoding="utf-8"))]

    assert found == []


def test_what_xgettext_does_not_see_is_found():
    assert unseen("""f'<b>{escape(_("Mark"))}</b>' + _("Save")""") == ["Mark"]


def unseen(source):
    """The words translated within f-strings."""
    strings = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.JoinedStr)]
    calls = [node for string in strings for node in ast.walk(string) if isinstance(node, ast.Call)]
    return [ast.literal_eval(call.args[0]) for call in calls if ast.unparse(call.func) in TRANSLATE]
