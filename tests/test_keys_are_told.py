"""Every key that does something on a page stands in the list of keys."""

import re

from django.template.loader import render_to_string

from bench.stack import ROOT
from claims.views.buttons import BUTTONS

TEMPLATES = ROOT / "templates"
SCRIPT = ROOT / "factcheck" / "static" / "js" / "keys.js"
SHIFTED = re.compile(r"[A-Z]")


def keys_of_pages():
    """Single keys by where they are declared."""
    found = {}
    for path in TEMPLATES.rglob("*.html"):
        for key in re.findall(r'data-key="(.)"', path.read_text("utf-8")):
            found[key] = path.name
    found |= {button.key: "buttons.py" for button in BUTTONS if button.key}
    for table in re.findall(r"const (?:actions|gone) = \{(.*?)\};", SCRIPT.read_text("utf-8"), re.DOTALL):
        found |= {
            (quoted or plain): SCRIPT.name for quoted, plain in re.findall(r'(?:"(.)"|\b(\w)): \(', table)
        }
    return found


def test_the_list_of_keys_is_complete():
    told = set(re.findall(r"<kbd[^>]*>(.+?)</kbd>", render_to_string("components/keys.html")))

    pages = keys_of_pages()

    assert {"j", "s", "/", "q", "?", "X", "t", "u"} <= set(pages)
    untold = {
        key: place for key, place in pages.items() if SHIFTED.sub(lambda m: f"⇧{m[0]}", key) not in told
    }
    assert untold == {}
    assert {"1", "9", "Ctrl", "Enter"} <= told
