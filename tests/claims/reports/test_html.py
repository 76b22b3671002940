import re

from claims.models import Claim
from claims.reports import html
from claims.reports.rows import Report
from claims.workflow import Status
from tests.claims.reports.conftest import NOON
from tests.factories import ArticleFactory, ClaimFactory, EvidenceFactory

EVIL = '<script>alert(1)</script>"onmouseover="x {{ 7|add:7 }}'
ESCAPED = "&lt;script&gt;alert(1)&lt;/script&gt;&quot;onmouseover=&quot;x {{ 7|add:7 }}"


def page(report):
    return "".join(html.lines(report))


def words(markup):
    """The text of a page without its tags, white space folded."""
    return " ".join(re.sub(r"<style>.*?</style>|<[^>]*>", " ", markup, flags=re.S).split())


def test_the_report_of_a_signed_article(article, resolved, editor, reviewer, sign):
    sign(article, editor)

    text = words(page(Report(Claim.objects.all(), article=article.pk)))

    for told in (
        "Berths",
        "By A. Writer",
        f"Signed off revision 1 by {editor.name}, 4 March 2026, 12:00 UTC",
        "The harbour has 1,200 berths.",
        "Mostly true 4 on the scale confidence high",
        "The register says so.",
        "Supports : primary source, https://harbour.example/register 1,200 berths on the record; "
        f"obtained 4 Mar 2026, 12:00 UTC by {reviewer.name}",
        f"Checked by {reviewer.name}, 4 Mar 2026, 12:00 UTC. Signed off by {editor.name}",
        f"Revision 1, SHA-256 {article.revision.sha256} . Report made",
    ):
        assert told in text
    assert "In work" not in text


def test_what_was_open_at_the_signature_is_told_with_the_reason(article, resolved, editor, sign):
    gate = {"code": "open", "message": "2 claims open", "number": 2, "status": "open"}
    sign(article, editor, exceptions=[gate], note=f"The press waits. {EVIL}")

    markup = page(Report(Claim.objects.all(), article=article.pk))

    assert "In spite of 2 claims open. Reason: The press waits." in words(markup)
    assert ESCAPED in markup


def test_what_was_corrected_is_printed(article, resolved, correct):
    correct(article, old="1987", new=f"1988 {EVIL}", hour=13)
    correct(article, old="1,200", new="", hour=14)

    markup = page(Report(Claim.objects.all(), article=article.pk))

    assert "Corrected since 4 March 2026 “1,200” was cut. Reason: A slip." in words(markup)
    assert f"“1987” is now “1988 {ESCAPED}”" in markup


def test_an_erased_article_says_since_when(article, resolved):
    article.erased_at = NOON
    article.save()

    text = words(page(Report(Claim.objects.all(), article=article.pk)))

    assert "Erased on 4 March 2026. The words are gone" in text


def test_an_ordinary_note_of_a_signature_is_not_printed(article, resolved, editor, sign):
    sign(article, editor, note="Between us.")

    assert "Between us." not in page(Report(Claim.objects.all(), article=article.pk))


def test_a_claim_that_needs_a_word_more_to_be_read_alone_has_it(article, resolved):
    ClaimFactory(article=article, start=30, end=48, standalone="It [<the harbour>] opened in 1987.")

    text = words(page(Report(Claim.objects.all(), article=article.pk)))

    assert "It opened in 1987. Read alone: It [&lt;the harbour&gt;] opened in 1987." in text
    assert text.count("Read alone") == 1


def test_a_report_in_work_says_so(article, resolved):
    text = words(page(Report(Claim.objects.all(), article=article.pk)))

    assert "In work: the article is not signed off, and this report is not final." in text
    assert "Signed off not yet" in text


def test_all_that_people_wrote_is_escaped(article, resolve, desk, editor, reviewer):
    desk.name = editor.name = reviewer.name = EVIL
    for row in (desk, editor, reviewer):
        row.save()
    article.title = article.byline = EVIL
    article.writer = reviewer
    article.save()
    claim = ClaimFactory(article=article, text=EVIL, claimant=EVIL)
    verdict = resolve(claim, rationale=EVIL, outcome="fix", new_wording=EVIL)
    verdict.rating.label = EVIL
    verdict.rating.save()
    EvidenceFactory(claim=claim, locator=EVIL, quote=EVIL)
    EvidenceFactory(claim=claim, locator=f"https://x.example/{EVIL}", quote=EVIL)

    markup = page(Report(Claim.objects.all()))

    assert "<script" not in markup
    assert '"onmouseover' not in markup
    assert markup.count(ESCAPED) >= 15


def test_only_web_addresses_are_links_and_they_tell_nobody(article, resolved):
    EvidenceFactory(claim=resolved, locator="javascript:alert(1)")

    links = re.findall(r"<a [^>]*>", page(Report(Claim.objects.all())))

    assert links == ['<a href="https://harbour.example/register" rel="noreferrer noopener nofollow">']


def test_a_private_source_has_no_words(article, resolved):
    EvidenceFactory(claim=resolved, private=True, locator="Hidden Harry", quote="hush", terms="off_record")

    text = words(page(Report(Claim.objects.all())))

    assert "Supports : primary source, private source not part of the verdict" in text
    for secret in ("Hidden Harry", "hush", "off the record"):
        assert secret not in text


def test_the_file_needs_nothing_else_and_runs_nothing(article, resolved):
    markup = page(Report(Claim.objects.all()))

    assert "default-src 'none'; style-src 'unsafe-inline'" in markup
    assert not re.search(r"<(script|link|img|iframe)\b", markup)
    assert "--ink:" in markup
    assert ".report-claim" in markup


def test_a_set_has_an_article_after_the_other(desk, monkeypatch):
    monkeypatch.setattr(html, "PIECE", 2)
    first, second = (ArticleFactory(desk=desk, title=title) for title in ("First", "Second"))
    for number in range(3):
        ClaimFactory(article=first, start=number, end=number + 9, status=Status.OPEN)
    ClaimFactory(article=second)

    markup = page(Report(Claim.objects.all()))

    assert re.findall(r'class="report-title" dir="auto">(\w+)', markup) == ["First", "Second"]
    assert re.findall(r'aria-label="Claim (\d)"', markup) == ["1", "2", "3", "1"]
    assert markup.count("<article") == markup.count("</article>") == 2
