import datetime
import re

import pytest
from django.conf import settings
from django.utils.formats import date_format, get_format
from django.utils.translation import override

from factcheck.formats.en import formats

ORDERS = sorted(name for name in vars(formats) if name.isupper())
AT = datetime.datetime(2026, 11, 3, 14, 5)


@pytest.mark.parametrize("order", ORDERS)
@pytest.mark.parametrize("language", [code for code, _name in settings.LANGUAGES])
def test_every_language_has_every_order(language, order):
    assert get_format(order, lang=language) != order


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en-gb", ["3 Nov 2026, 14:05", "3 November 2026", "Tuesday 3 November 2026", "3 Nov"]),
        ("en-us", ["Nov 3, 2026, 14:05", "November 3, 2026", "Tuesday, November 3, 2026", "Nov 3"]),
        ("de", ["3. Nov. 2026, 14:05", "3. November 2026", "Dienstag, 3. November 2026", "3. Nov."]),
    ],
)
def test_a_date_is_ordered_as_its_language_does(language, said):
    with override(language):
        assert [
            date_format(AT, order) for order in ("DAY_AND_TIME", "LONG_DAY", "FULL_DAY", "SHORT_DAY")
        ] == said


def test_pages_and_mails_name_their_orders():
    """A pattern of its own would read the same in every language."""
    asked = re.compile(r"""(?:\bdate:|{% now )(["'])(.*?)\1""")
    templates = (settings.BASE_DIR / "templates").rglob("*.*")
    found = {order for path in templates for _sign, order in asked.findall(path.read_text("utf-8"))}

    assert found <= {*ORDERS, "c", "e"}  # a date for machines, the name of a time zone
