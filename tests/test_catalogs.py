"""Every language of the interface is complete, says what the code says, and is compiled."""

import gettext
import os
import re
import shutil
import subprocess
import sys

import pytest
from django.conf import settings
from django.utils import dates
from django.utils.translation import override

from tests.catalogs import LOCALE, read

LANGUAGES = sorted(folder.name for folder in LOCALE.iterdir() if folder.is_dir())


def test_the_languages_on_offer_are_those_with_a_catalog():
    offered = {code for code, _name in settings.LANGUAGES if not code.startswith("en")}

    assert offered == set(LANGUAGES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_missing_or_doubtful(language):
    entries = read(language)

    assert len(entries) > 1000
    assert [entry.said[0] for entry in entries if "fuzzy" in entry.flags or not all(entry.words)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_values_stand_in_the_words_of_both(language):
    wrong = [
        (entry.said[0], words)
        for entry in read(language)
        for words in entry.words
        # a plural may say "one" instead of the number, in either language
        if entry.placeholders(words) - entry.placeholders(" ".join(entry.said))
        or (len(entry.said) == 1 and entry.placeholders(words) != entry.placeholders(entry.said[0]))
    ]

    assert wrong == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_ends_and_spaces_are_those_of_the_original(language):
    """A piece that stands before or behind a value keeps its space, its stop and its colon."""
    ends = re.compile(r"^(\s*).*?([.:?!…]?)(\s*)$", re.DOTALL)
    wrong = [
        (said, words)
        for entry in read(language)
        for said, words in zip(entry.said[:1], entry.words, strict=False)
        if ends.match(said).groups() != ends.match(words).groups()
    ]

    assert wrong == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_of_ours_stands_in_for_a_month_or_a_day(language):
    """Ours go before those of Django: what a token "May" do was the name of a month in every date."""
    named = (dates.MONTHS, dates.MONTHS_3, dates.MONTHS_AP, dates.WEEKDAYS, dates.WEEKDAYS_ABBR)
    with override("en"):
        names = {str(name) for each in named for name in each.values()}

    assert [entry.said[0] for entry in read(language) if not entry.context and entry.said[0] in names] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_compiled_is_what_was_written(language):
    with (LOCALE / language / "LC_MESSAGES" / "django.mo").open("rb") as file:
        compiled = gettext.GNUTranslations(file)._catalog
    written = {}
    for entry in read(language):
        key = f"{entry.context}\x04{entry.said[0]}" if entry.context else entry.said[0]
        plurals = {(key, number): words for number, words in enumerate(entry.words)}
        written |= plurals if len(entry.said) == 2 else {key: entry.words[0]}
    compiled.pop("", None)

    assert compiled == written


@pytest.mark.skipif(not shutil.which("xgettext"), reason="xgettext (GNU gettext) is not installed here")
def test_the_catalogs_hold_what_the_code_says(tmp_path):
    """As `make messages` would write them, on a copy."""
    root = settings.BASE_DIR
    for part in ("accounts", "claims", "factcheck", "templates", "manage.py"):
        source = root / part
        if source.is_dir():
            shutil.copytree(source, tmp_path / part, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, tmp_path)
    words = (root / "Makefile").read_text().split("makemessages", 1)[1].splitlines()[0].split()
    command = [sys.executable, "manage.py", "makemessages", *words]
    settings_of_the_desk = os.environ | {"DJANGO_SETTINGS_MODULE": "factcheck.settings"}
    subprocess.run(
        command, cwd=tmp_path, env=settings_of_the_desk, check=True, capture_output=True, timeout=120
    )
    for language in LANGUAGES:
        rebuilt = (tmp_path / "factcheck/locale" / language / "LC_MESSAGES/django.po").read_text("utf-8")
        kept = (LOCALE / language / "LC_MESSAGES/django.po").read_text("utf-8")
        assert _bodies(rebuilt) == _bodies(kept)


def _bodies(source):
    """Less the head, which holds the time, and where each piece stands."""
    return re.sub(r"^#:.*\n", "", source, flags=re.MULTILINE).partition("\n\n")[2]
