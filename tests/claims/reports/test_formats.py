import pytest
from django.core.exceptions import ValidationError

from accounts import chain, sealing
from accounts.models import Event
from claims.models import Claim
from claims.reports import csv
from claims.reports.formats import FORMATS, find_format
from claims.reports.rows import Report


def test_the_formats_there_are():
    assert set(FORMATS) == {"csv", "json", "html"}
    assert find_format("csv").lines is csv.lines


@pytest.mark.parametrize("name", ["xlsx", "docx", "pdf", "copy", "claimreview", "packet", "tex", "CSV", ""])
def test_others_are_not_built_yet_and_named(name):
    with pytest.raises(ValidationError) as refused:
        find_format(name)

    (message,) = refused.value.message_dict["format"]
    assert message == f"{name or 'This format'} is not built yet: ask for csv, json, html."


@pytest.mark.parametrize("name", FORMATS)
def test_a_report_kept_elsewhere_is_an_anchor_of_the_trail(name, article, resolved, editor):
    Event.objects.append("article.read", article, by=editor)
    sealing.seal_all()
    Event.objects.append("article.read", article, by=editor)

    text = "".join(FORMATS[name].lines(Report(Claim.objects.all())))

    assert chain.anchors_in(text) == {1: sealing.head().hash}
    assert "1 not yet sealed" in text or '"unsealed": 1' in text
