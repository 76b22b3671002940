"""House copy with verdicts that ask its writer for something, brought about through the API."""

from tests.journeys.browser import eventually

SOURCE = {"kind": "document", "locator": "The register, p. 12", "stance": "supports"}
LINK = """
from accounts.models import User
from claims.actions import guest_links
from claims.models import Article
by = User.objects.get(email="second.editor@desk.example")
print("/fixes/" + guest_links.make(Article.objects.get(pk={}), by=by, name="Ida Brandt")[1] + "/")
"""


def searched(newsroom, article):
    """Wait until the newest version was searched for claims."""
    eventually(lambda: newsroom.article(article)["extraction"]["state"] == "done")


def judged(newsroom, article, words, outcome, new_wording="", sources=2, **more):
    """The id of the suggestion with these words, checked by the reviewer and signed by the second editor."""
    claim = next(
        one for one in newsroom.claims(f"article={article}&status=suggested") if words in one["text"]
    )
    place = f"claims/{claim['id']}"
    carla, bram = newsroom.api("reviewer"), newsroom.api("second_editor")
    for step in ("accept", "take"):
        done(carla.post(f"{place}/{step}/"))
    records = [done(carla.post(f"{place}/evidence/", SOURCE))["id"] for _ in range(sources)]
    verdict = {"rating": newsroom.api().get(f"ratings/?claim={claim['id']}")[0]["id"], "outcome": outcome}
    verdict |= {"rationale": "The register has another figure.", "evidence": records} | more
    if new_wording:
        verdict["new_wording"] = claim["text"].replace(*new_wording)
    given = done(carla.post(f"{place}/verdicts/", verdict))
    done(bram.post(f"{place}/sign-off/", {"verdict": given["id"]}))
    return claim["id"]


def dismissed(newsroom, article):
    """Dismiss what is still suggested."""
    for claim in newsroom.claims(f"article={article}&status=suggested"):
        done(newsroom.api().post(f"claims/{claim['id']}/dismiss/", {"reason": "A small thing."}))


def fixes(newsroom, article):
    """The fix list, by the words that are asked for."""
    rows = newsroom.api().get(f"articles/{article}/fixes/")["results"]
    return {row["new"]: row["id"] for row in rows}


def guest_address(newsroom, article):
    return newsroom.shell(LINK.format(article))


def done(answer):
    assert answer.status in {200, 201}, answer.text
    return answer.json
