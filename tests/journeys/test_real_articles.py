"""Real articles, submitted on the command line: claims are found, and no furniture is among them."""

import re

import pytest

from tests.journeys.browser import real_articles

pytestmark = [pytest.mark.journey, pytest.mark.model]

# What is no statement about the world, in the words that sites put around their articles.
FURNITURE = re.compile(
    r"""^[\W\d]*(
        key\ takeaways | share(\ (this|article))? | related\ (articles|stories) | no\ related\ articles
      | comments? | join\ .*(forum|conversation) | thank\ you\ for\ registering | please\ refresh
      | stay\ up\ to\ date | notifications\ can\ be | sign\ (up|in) | subscribe | register | log\ in
      | (mon|tues|wednes|thurs|fri|satur|sun)day\ \d{1,2}\ \w+\ \d{4}
    )""",
    re.IGNORECASE | re.VERBOSE,
)
# The words under each claim's marks in the annotated copy, put together from their runs.
MARKED = """() => {
  const words = {};
  for (const mark of document.querySelectorAll(".copy .words mark[data-claim]"))
    words[mark.dataset.claim] = (words[mark.dataset.claim] || "") + mark.textContent;
  return words;
}"""


@pytest.fixture(scope="module")
def submitted(newsroom):
    """The id of the article of each file, submitted by one command that waits."""
    files = [str(file) for file in real_articles()]
    command = ("manage.py", "submit", *files, "--as", "editor@desk.example", "--desk", "science", "--wait")
    return dict(zip(files, map(int, newsroom.stack.run(*command).split()), strict=True))


@pytest.mark.parametrize("path", real_articles(), ids=lambda path: path.stem[:3])
def test_claims_are_found_and_marked_and_furniture_is_not(visit, newsroom, submitted, path):
    article = submitted[str(path)]
    state = newsroom.article(article)["extraction"]["state"]
    stored = newsroom.text(article)
    text, claims = stored["text"], stored["claims"]
    aside = [block for block in stored["blocks"] if block["role"] in {"furniture", "dateline", "byline"}]

    page = visit("editor")
    page.goto(f"/articles/{article}/")
    marked = page.evaluate(MARKED)

    assert state == "done"
    assert claims != []
    assert [claim["text"] for claim in claims if FURNITURE.match(claim["text"])] == []
    assert [
        claim["text"]
        for claim in claims
        if any(claim["start"] < block["end"] and claim["end"] > block["start"] for block in aside)
    ] == []
    assert marked == {str(claim["id"]): text[claim["start"] : claim["end"]] for claim in claims}
