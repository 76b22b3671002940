"""What axe says of a page, and where on the seeded desk each kind of page is found."""

from axe_playwright_python.sync_playwright import Axe

from tests.journeys.browser import Person
from tests.journeys.house_copy import guest_address, judged

AXE = Axe()
ALL = {"resultTypes": ["violations"]}
COLOURS = ALL | {"runOnly": ["color-contrast", "link-in-text-block"]}
# A rule that is not about colours finds the same in light and in dark.
VIEWS = [(1440, "light", ALL), (1440, "dark", COLOURS), (390, "dark", ALL), (390, "light", COLOURS)]
# The colours of controls may be in transition for a moment after the scheme has changed.
SETTLED = "() => Promise.all(document.getAnimations().map((animation) => animation.finished))"
NEWCOMER = Person("Noa Nowhere", "noa@desk.example", "galley-proof-noa")
MAKE_NEWCOMER = f"""
from accounts.models import User
from accounts.policy import Role
if not User.objects.filter(email="{NEWCOMER.email}").exists():
    password = "{NEWCOMER.password}"
    User.objects.create_user("{NEWCOMER.email}", "{NEWCOMER.name}", Role.REVIEWER, password=password)
"""
LINK = f"""
from accounts.mail import password_link
from accounts.models import User
print(password_link(User.objects.get(email="{NEWCOMER.email}"), ""))
"""
FAIL = """
from claims.models import Article, Extraction
Extraction.objects.filter(revision__article={0}).update(state="failed", error="The worker ran out of memory.")
Article.objects.filter(pk={0}).update(status="extraction_failed")
"""
# A rule that is switched off changes nothing for others; twenty pairs of verdicts are enough for figures.
RULE_AND_PAIRS = """
from accounts.models import Desk, Event, User
from claims.actions import rules
from claims.models import Claim, Verdict
admin = User.objects.filter(role="admin").first()
people = list(User.objects.filter(role="reviewer", is_active=True)[:2])
news = Desk.objects.get(slug="news")
rule = rules.add_rule(by=admin, desk=news, kind="quantity", risk="high", people=people[:1], active=False)
claim = Claim.objects.filter(article={0}).select_related("article__scale").first()
ratings = list(claim.article.scale.ratings.filter(number__isnull=False))
for number in range(20):
    said = (ratings[number % 3], ratings[number % 3 if number % 4 else 0])
    given = [
        Verdict.objects.create(claim=claim, author=one, rating=rating, rationale="So.", standing="superseded")
        for one, rating in zip(people, said)
    ]
    after = {{"verdict": given[0].pk, "second_verdict": given[1].pk}}
    Event.objects.append("claim.propose_second", claim, by=people[1], after=after)
print(rule.pk)
"""
# One article without words, and a request about another one that waits.
ERASURES = """
from accounts.models import User
from claims.actions import erasures
from claims.models import Article
editor = User.objects.filter(role="editor", is_active=True).first()
admin = User.objects.filter(role="admin").first()
erasures.carry_out(erasures.ask(Article.objects.get(pk={0}), by=editor, reason="A court said so."), by=admin)
print(erasures.ask(Article.objects.get(pk={1}), by=editor, reason="The source was promised it.").pk)
"""
PLAIN = "The quay at noon\n\nThe council moved the market to {} Ferry Square. It has 212 stalls.\n"


def faults(page):
    """What axe finds, and how far the page sticks out at 390 px, one line each."""
    found = []
    for width, scheme, options in VIEWS:
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme)
        page.evaluate(SETTLED)
        for violation in AXE.run(page, options=options).response["violations"]:
            for node in violation["nodes"]:
                found.append(f"{width} {scheme} {violation['id']} {node['target']} {node['failureSummary']}")
        if (needed := page.evaluate("document.scrollingElement.scrollWidth")) > width:
            found.append(f"{width} {scheme}: the page needs {needed} px")
    page.set_viewport_size({"width": VIEWS[0][0], "height": 900})
    return found


def revised(newsroom):
    """An article in its second version, and a claim of it whose words changed in somebody's hands."""
    text = PLAIN.format("rainy") + "\nRents rose by 9 percent in May. The mayor signed 12 leases.\n"
    article = newsroom.submit(text)
    claim = next(one["id"] for one in newsroom.claims(f"article={article}") if "Rents" in one["text"])
    newsroom.api().post(f"claims/{claim}/accept/")
    newsroom.api("reviewer").post(f"claims/{claim}/take/")
    base = newsroom.article(article)["revision"]
    newer = text.replace("rose", "climbed").replace("12 leases", "13 leases").replace("212", "214")
    newsroom.api().post(f"articles/{article}/revisions/", {"text": newer, "base": base})
    return article, claim


HOUSE = """Rents in the harbour quarter

Rents rose by 9 percent in May 2025. The fleet grew from 11 to 14 ships in June 2025.

The port handled 9.2 million tonnes of goods in 2024. The ferry carried 40,000 people in 2023.
"""


def with_fixes(newsroom):
    """House copy with a fix in each state that waits, and a waiver."""
    article = newsroom.submit(HOUSE, kind="house")
    for words, change in (
        ("Rents rose", ("9 percent", "8 percent")),
        ("fleet grew", ("14 ships", "13 ships")),
        ("port handled", ("9.2", "9.1")),
    ):
        judged(newsroom, article, words, "fix", change)
    judged(newsroom, article, "ferry carried", "on_author", waived_until="2999-01-01T00:00:00Z", sources=1)
    listed = newsroom.api().get(f"articles/{article}/fixes/")["results"]
    accepted, declined, _asked = [row["id"] for row in listed]
    newsroom.api().post(f"fixes/{accepted}/accept/")
    newsroom.api().post(f"fixes/{declined}/decline/", {"reason": "My source says 14, and I trust her."})
    return article


def find_places(newsroom):
    """Ids of claims and articles in every status, by name; what the seeds do not have is brought about."""
    newsroom.shell(MAKE_NEWCOMER)
    found = {
        # The oldest: what other journeys do on this desk comes later.
        status: newsroom.claims(f"desk=news&status={status}&order=age")[0]["id"]
        for status in ("suggested", "open", "in_check", "awaiting_sign_off", "resolved", "dismissed")
    }
    found["mine"] = newsroom.claims("desk=news&status=in_check&assignee=me&order=age", "reviewer")[0]["id"]
    source = {
        "kind": "interview",
        "locator": "The clerk, by phone",
        "stance": "context",
        "quote": "About so.",
    }
    newsroom.api("reviewer").post(f"claims/{found['mine']}/evidence/", source)
    found["private"] = newsroom.claims("q=about+23,000+people")[0]["id"]
    found["signed_off"] = newsroom.api().get(f"claims/{found['resolved']}/")["article"]
    found["checking"] = newsroom.api().get(f"claims/{found['awaiting_sign_off']}/")["article"]
    found["ready"] = newsroom.submit(PLAIN.format("sunny"))
    for claim in newsroom.claims(f"article={found['ready']}&status=suggested"):
        newsroom.api().post(f"claims/{claim['id']}/dismiss/", {"reason": "A small thing."})
    found["failed"] = newsroom.submit(PLAIN.format("windy"))
    newsroom.shell(FAIL.format(found["failed"]))
    found["revised"], found["reworded"] = revised(newsroom)
    found["fixes"] = with_fixes(newsroom)
    found["guest"] = guest_address(newsroom, found["fixes"])
    found["link"] = newsroom.shell(LINK)
    found["rule"] = newsroom.shell(RULE_AND_PAIRS.format(found["ready"]))
    found["erased"], found["to_erase"] = newsroom.submit(HOUSE + "Gone."), newsroom.submit(HOUSE + "Going.")
    found["erased_claim"] = newsroom.claims(f"article={found['erased']}")[0]["id"]
    found["erasure"] = newsroom.shell(ERASURES.format(found["erased"], found["to_erase"]))
    return found
