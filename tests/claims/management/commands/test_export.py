import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from accounts.models import Event
from claims.workflow import ArticleStatus
from tests.factories import ClaimFactory, EvidenceFactory


@pytest.fixture
def claim(desk):
    return ClaimFactory(article__desk=desk, article__title="Berths")


def export(claim, path, *extra, format="json"):
    call_command(
        "export", "--article", str(claim.article_id), "--format", format, "--output", str(path), *extra
    )


@pytest.mark.parametrize(
    ("format", "beginning"),
    [("csv", "\ufeffarticle,title,"), ("json", '{"made_at"'), ("html", "<!doctype html>")],
)
def test_each_format_is_written(claim, tmp_path, format, beginning):
    path = tmp_path / "report"

    export(claim, path, format=format)

    text = path.read_text("utf-8")
    assert text.startswith(beginning)
    event = Event.objects.about(claim.article).get()
    assert (event.kind, event.by, event.after) == ("export.taken", None, {"format": format})
    assert "Berths" in text
    assert claim.text in text


def test_the_operator_sees_private_sources_redacted_too(claim, tmp_path):
    EvidenceFactory(claim=claim, private=True, locator="Hidden Harry", quote="hush")

    export(claim, tmp_path / "report")

    (told,) = json.loads((tmp_path / "report").read_text("utf-8"))["claims"]
    assert [source["locator"] for source in told["evidence"]] == ["private source"]


def test_a_dash_is_standard_output(claim):
    out = StringIO()

    call_command(
        "export", "--article", str(claim.article_id), "--format", "json", "--output", "-", stdout=out
    )

    assert json.loads(out.getvalue())["article"]["id"] == claim.article_id


def test_with_the_rights_of_a_person(claim, tmp_path, editor, viewer, outsider):
    export(claim, tmp_path / "report", "--as", editor.email)
    assert (tmp_path / "report").exists()

    with pytest.raises(CommandError, match=rf"^There is no article {claim.article_id} for this person\.$"):
        export(claim, tmp_path / "other", "--as", outsider.email)
    with pytest.raises(CommandError, match=r"^The report is final once the article is signed off\.$"):
        export(claim, tmp_path / "other", "--as", viewer.email)
    assert not (tmp_path / "other").exists()

    claim.article.status = ArticleStatus.SIGNED_OFF
    claim.article.save()
    export(claim, tmp_path / "other", "--as", viewer.email)
    assert (tmp_path / "other").exists()


def test_what_is_wrong_is_said_in_a_sentence(claim, tmp_path):
    with pytest.raises(CommandError, match=r"^pdf is not built yet: ask for csv, json, html\.$"):
        export(claim, tmp_path / "report", format="pdf")
    with pytest.raises(CommandError, match=r"cannot be written: No such file or directory\.$"):
        export(claim, tmp_path / "nowhere" / "report")
    with pytest.raises(
        CommandError, match=r"^Nobody who may sign in has the address nobody@desk\.example\.$"
    ):
        export(claim, tmp_path / "report", "--as", "nobody@desk.example")
    claim.article_id = 4711
    with pytest.raises(CommandError, match=r"^There is no article 4711\.$"):
        export(claim, tmp_path / "report")
