import gzip
import json

from bench.blocks import lines_of, main, page_text, pages
from claims.text import Role

BODY = [
    "The council of Brask decided on Monday to sell the old harbour, which has lain empty since 2019.",
    "“We shall not miss it,” said the mayor, who had voted against the sale two years ago in the committee.",
]
PAGE = f"""<head><title>No line</title></head><nav><a href="/">Home</a></nav><h1>Harbour sold</h1>
<script>var no = "line";</script><p>{BODY[0]}<p>{BODY[1]}</p><ul><li>Share<li>Print</ul>"""


def test_a_page_becomes_its_lines():
    assert lines_of(PAGE) == ["Home", "", "Harbour sold", "", BODY[0], "", BODY[1], "", "Share", "Print"]


def test_the_text_is_cut_around_the_body():
    assert page_text(f"{'<p>Before' * 20}{PAGE}", "\n\n".join(BODY)).startswith("Before\n\nBefore")
    assert page_text(PAGE, "Another body") == ""


def test_the_blocks_of_a_page_and_whose_they_are(tmp_path, capsys):
    (tmp_path / "html").mkdir()
    (tmp_path / "html" / "a.html.gz").write_bytes(gzip.compress(PAGE.encode()))
    (tmp_path / "gold.jsonl").write_text(json.dumps({"id": "a", "body": "\n\n".join(BODY)}))

    assert [(block.role, block.in_body) for block in pages(tmp_path)] == [
        (Role.FURNITURE, False),
        (Role.HEADLINE, False),
        (Role.PARAGRAPH, True),
        (Role.PARAGRAPH, True),
        (Role.FURNITURE, False),
        (Role.FURNITURE, False),
    ]
    main(str(tmp_path), "around")
    assert "Of 2 body lines 0 were set apart (0.0%);" in capsys.readouterr().out
