"""The most that a page has to bear: the longest title, long claims, other scripts, long lists."""

CLAIMS, PEOPLE = 150, 200
LONG = (
    "In its yearly report the port authority of the northern harbours says that in 2024 it handled 9.2 "
    "million tonnes of goods, 14 percent more than in 2023 and twice as much as in 1998, when the first of "
    "its three terminals was opened by the then minister of transport, who had promised 1,200 jobs within 5 "
    "years."
)
ARABIC = "“بلغ عدد سكان المدينة 450,000 نسمة في عام 2023، أي بزيادة 12 في المئة”, the mayor said in May 2024."
TITLE = ("What the ministry knew about the 14 bridges, when it knew it, and who was told of it " * 6)[
    :500
].strip()
UNBROKEN = "https://register.example/" + "very-long-address-without-a-break-" * 6

MAKE = """
from accounts.models import Desk, User
from accounts.policy import Role
from claims.actions import triage
from claims.models import Article, Claim, SavedView
from claims.workflow import Status
editor, reviewer = (User.objects.get(email=f"{{name}}@desk.example") for name in ("editor", "reviewer"))
article = Article.objects.get(pk={article})
for claim in Claim.objects.filter(article=article, status=Status.SUGGESTED).order_by("-start")[5:]:
    triage.accept(claim, by=editor)
for name, desk in (("Open and urgent", None), ("Everything " * 5 + "else", article.desk)):
    query = "status=open,in_check&risk=high&order=due"
    SavedView.objects.create(owner=editor, desk=desk, name=name, query=query)
for number in range({people}):
    name = f"Maximiliane-Theodora von Hohenstein-Castellanos {{number}}"
    User.objects.create_user(f"person{{number}}@desk.example", name, Role.VIEWER, desks=[article.desk])
"""


def text() -> str:
    """An article of `CLAIMS` claims and more, with headings."""
    parts = [LONG, ARABIC]
    for number in range(CLAIMS + 10):
        if number % 12 == 0:
            parts.append(f"Part {number // 12 + 1}: the money")
        parts.append(
            f"Rents in district {number} rose by {number % 17 + 2} percent in 20{number % 20 + 5:02}."
        )
    return "\n\n".join(parts)


def make(newsroom) -> dict[str, int]:
    """Brings it about on a running desk; the ids of an article and of claims of it, by name."""
    article = newsroom.submit(text(), title=TITLE, byline="Ada Lindqvist, Bram Oyelaran and 11 others " * 4)
    newsroom.shell(MAKE.format(article=article, people=PEOPLE))
    claims = newsroom.claims(f"article={article}&order=age")
    longest = max((claim for claim in claims if claim["status"] == "open"), key=lambda one: len(one["text"]))
    newsroom.api("reviewer").post(f"claims/{longest['id']}/take/")
    for number in range(12):
        source = {"kind": "document", "locator": f"{UNBROKEN}{number}", "stance": "supports", "quote": LONG}
        newsroom.api("reviewer").post(f"claims/{longest['id']}/evidence/", source)
        newsroom.api("reviewer").post(
            f"claims/{longest['id']}/notes/", {"body": f"{number}. {ARABIC} {LONG}"}
        )
    arabic = next((claim for claim in claims if "سكان" in claim["text"]), longest)
    return {"extreme": article, "longest": longest["id"], "arabic": arabic["id"]}


ADDRESSES = {
    "extreme article": ("editor", "/articles/{extreme}/?claim={longest}"),
    "extreme article for a viewer": ("viewer", "/articles/{extreme}/"),
    "extreme articles": ("editor", "/articles/"),
    "extreme claim": ("reviewer", "/claims/{longest}/"),
    "extreme claim, Arabic": ("editor", "/claims/{arabic}/"),
    "extreme saved views": ("editor", "/claims/views/"),
    "extreme claims": ("editor", "/claims/?article={extreme}"),
    "extreme queue": ("reviewer", "/"),
    "extreme people": ("admin", "/people/"),
    "extreme report": ("editor", "/articles/{extreme}/report/"),
    "extreme sign-off": ("editor", "/articles/{extreme}/sign-off/"),
    "extreme history": ("editor", "/articles/{extreme}/history/"),
    "extreme why not": ("editor", "/articles/{extreme}/why-not/"),
    "extreme mark": ("reviewer", "/articles/{extreme}/mark/"),
    "extreme find": ("editor", "/find/?q=ministry+knew"),
    "extreme figures": ("editor", "/desks/news/figures/?days=90"),
}
