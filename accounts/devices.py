"""A browser in words a person recognises."""

from django.utils.translation import gettext as _

# In this order: Edge and Opera also call themselves Chrome, Chrome also Safari, Android also Linux.
BROWSERS = [
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("Firefox/", "Firefox"),
    ("FxiOS/", "Firefox"),
    ("Chrome/", "Chrome"),
    ("CriOS/", "Chrome"),
    ("Safari/", "Safari"),
]
SYSTEMS = [
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("Windows", "Windows"),
    ("Macintosh", "macOS"),
    ("CrOS", "ChromeOS"),
    ("Linux", "Linux"),
]


def _first(table, user_agent):
    return next((word for mark, word in table if mark in user_agent), "")


def describe(user_agent):
    """ "Firefox on Linux", "Another browser" where the user agent says nothing known."""
    browser, system = _first(BROWSERS, user_agent), _first(SYSTEMS, user_agent)
    browser = browser or _("Another browser")
    return _("{browser} on {system}").format(browser=browser, system=system) if system else browser
