import pytest
from django.core.exceptions import ValidationError

from claims.reports import csv
from claims.reports.formats import FORMATS, find_format


def test_the_formats_there_are():
    assert set(FORMATS) == {"csv", "json", "html"}
    assert find_format("csv").lines is csv.lines


@pytest.mark.parametrize("name", ["xlsx", "docx", "pdf", "copy", "claimreview", "packet", "tex", "CSV", ""])
def test_others_are_not_built_yet_and_named(name):
    with pytest.raises(ValidationError) as refused:
        find_format(name)

    (message,) = refused.value.message_dict["format"]
    assert message == f"{name or 'This format'} is not built yet: ask for csv, json, html."
