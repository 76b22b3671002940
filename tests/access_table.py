"""Who gets which answer at which address: a row for every route, and no route without a row.

A row says what each role gets on an object of their own desk. What holds everywhere is not repeated:
nobody signed in is led to the sign-in (401 under /api/), a method that is missing is 405, and an object of
another desk, or a restricted one that does not name the person, is 404 for everybody.
"""

from typing import Any, NamedTuple

ROLES = ("viewer", "reviewer", "editor", "admin")
REVIEW = ("reviewer", "editor")
EDIT = ("editor",)
ADMIN = ("admin",)


def to(who: tuple[str, ...], status: int, others: int = 403) -> dict[str, int]:
    """`status` for the roles `who`, `others` for the rest."""
    return {role: status if role in who else others for role in ROLES}


def everyone(status: int) -> dict[str, int]:
    return to(ROLES, status)


class Row(NamedTuple):
    """`of` is the kind of object that the address names, by `pk` or a desk by `slug`; `args` are the rest.

    `path` stands for routes without a name. `body` is posted. `anonymous`: the answer (to GET, to POST)
    where nobody needs to sign in.
    """

    of: str = ""
    get: dict[str, int] | None = None
    post: dict[str, int] | None = None
    body: dict[str, Any] | None = None
    args: dict[str, Any] | None = None
    anonymous: tuple[int, int] | None = None
    path: str = ""


REASON = {"reason": "Because.", "note": "Because."}
SPAN = {"start": 0, "end": 10}
ARTICLE = {"text": "It rained.", "kind": "house"}
PUBLISHED = {"address": "https://paper.example/rents"}
CORRECTED = {"old": "9 percent", "new": "8 percent", "why": "A slip."}
SOURCE = {"kind": "primary", "locator": "The register", "stance": "supports"}

# The claim of these rows is open and nobody's, its article in check: a step that begins elsewhere is 409.
HEALTH = {
    "healthz": Row(get=everyone(200), anonymous=(200, 405), path="/healthz"),
    "readyz": Row(get=everyone(200), anonymous=(200, 405), path="/readyz"),
    "metrics": Row(get=everyone(401), anonymous=(401, 405), path="/metrics"),  # a token, never a session
}
ACCOUNTS = {
    "sign-in": Row(get=everyone(302), post=everyone(302), anonymous=(200, 200)),
    "sign-out": Row(post=everyone(302)),
    "password-reset": Row(get=everyone(200), post=everyone(200), anonymous=(200, 200)),
    "password-reset-sent": Row(get=everyone(200), post=everyone(200), anonymous=(200, 200)),
    "password-set": Row(
        get=everyone(200), post=everyone(200), args={"uidb64": "MQ", "token": "x-y"}, anonymous=(200, 200)
    ),
    "password-change": Row(get=everyone(200), post=everyone(200)),
    "profile": Row(get=everyone(200), post=everyone(200)),
    "session-end": Row(post=everyone(302), args={"reference": "of-nobody"}),
    "sessions-end-all": Row(post=everyone(302)),
    "token-list": Row(get=everyone(200), post=everyone(200)),
    "token-create": Row(get=everyone(200), post=everyone(200)),
    "token-revoke": Row("token", post=everyone(302)),
    "people": Row(get=to(ADMIN, 200), post=to(ADMIN, 200)),
    "person-invite": Row(get=to(ADMIN, 200), post=to(ADMIN, 200)),
    "person-edit": Row("person", get=to(ADMIN, 200), post=to(ADMIN, 200)),
    "person-invite-again": Row("person", post=to(ADMIN, 302)),
    "desks": Row(get=to(ADMIN, 200), post=to(ADMIN, 200)),
}
PAGES = {
    "queue": Row(get=to(REVIEW, 200, 302)),
    "claim-take-next": Row(post=to(REVIEW, 302)),
    "claims": Row(get=everyone(200)),
    "undo-last": Row(post=to(REVIEW, 302)),
    "claims-pulse": Row(get=everyone(200)),
    "claims-bulk": Row(post=to(REVIEW, 422)),
    "claims-views": Row(get=everyone(200)),
    "claims-views-counts": Row(get=everyone(200)),
    "claims-view-save": Row(post=everyone(422)),
    "claims-view-rename": Row("view", post=everyone(302), body={"name": "Ours"}),
    "claims-view-delete": Row("view", post=everyone(302)),
    "claims-facets": Row(get=everyone(200)),
    "claims-people": Row(get=to(EDIT, 200)),
    "claims-look": Row(post=everyone(302)),
    "claims-export": Row(get=to(EDIT, 200), args={"format": "csv"}),
    "claim": Row("claim", get=everyone(200)),
    "claim-pulse": Row("claim", get=everyone(200)),
    "claim-leave": Row("claim", post=everyone(204)),
    "claim-accept": Row("claim", post=to(REVIEW, 409)),
    "claim-dismiss": Row("claim", post={**to(EDIT, 302), "reviewer": 409}, body=REASON),
    "claim-restore": Row("claim", post=to(REVIEW, 409)),
    "claim-take": Row("claim", post=to(REVIEW, 302)),
    "claim-assign": Row("claim", post=to(EDIT, 422)),
    "claim-release": Row("claim", post=to(REVIEW, 409)),
    "claim-propose": Row("claim", post=to(REVIEW, 422)),
    "claim-withdraw": Row("claim", post=to(REVIEW, 409)),
    "claim-sign-off": Row("claim", post=to(EDIT, 409), body={"seen": 1}),
    "claim-return": Row("claim", post=to(EDIT, 409), body=REASON),
    "claim-reopen": Row("claim", post=to(EDIT, 409), body=REASON),
    "claim-seen": Row("claim", post=to(REVIEW, 409)),
    "claim-undo": Row("claim", post=to(REVIEW, 409)),
    "claim-respan": Row("claim", post=to(REVIEW, 302), body=SPAN),
    "claim-split": Row("claim", post=to(REVIEW, 302), body={"at": 4}),
    "claim-merge": Row("claim", post=to(REVIEW, 302), body={"other": 0}),
    "claim-evidence": Row("claim", post=to(REVIEW, 422)),
    "claim-links": Row("claim", post=to(REVIEW, 422)),
    "claim-reuse": Row("claim", post=to(REVIEW, 422)),
    "claim-note": Row("claim", post=to(REVIEW, 422)),
    "inbox": Row(get=everyone(200)),
    "inbox-read": Row(post=everyone(302)),
    "notice": Row("notice", get=everyone(302)),
    "article-watch": Row("article", post=everyone(302)),
    "article-unwatch": Row("article", post=everyone(302)),
    "claim-people": Row("claim", get=to(REVIEW, 200)),
    "note-resolve": Row("note", post=to(REVIEW, 302)),
    "note-reopen": Row("note", post=to(REVIEW, 409)),
    "claim-plan": Row("claim", post=to(EDIT, 422)),
    "claim-ask": Row("claim", post=to(REVIEW, 422)),
    "comment-answer": Row("asked", post=to(REVIEW, 302)),
    "drafts": Row(get=everyone(200), post=to(EDIT, 200), body={"place": "submit", "text": "It rained."}),
    "draft-discard": Row(post=everyone(302), body={"draft": "submit"}),
    "register": Row(get=to(EDIT, 200)),
    "find": Row(get=everyone(200)),
    "articles": Row(get=everyone(200)),
    "article-submit": Row(get=to(EDIT, 200), post=to(EDIT, 422)),
    "article-preview": Row(post=to(EDIT, 200), body=ARTICLE),
    "article": Row("article", get=everyone(200)),
    "article-progress": Row("article", get=everyone(200)),
    "article-pulse": Row("article", get=everyone(200)),
    "article-retry": Row("article", post=to(EDIT, 409)),
    "article-mark": Row("article", get=to(REVIEW, 200), post=to(REVIEW, 302), body=SPAN),
    "article-blocks": Row("article", get=to(REVIEW, 200), post=to(REVIEW, 422)),
    "article-why-not": Row("article", get=everyone(200)),
    "article-readers": Row("article", get=to(EDIT, 200), post=to(EDIT, 302)),
    "article-revise": Row("article", get=to(EDIT, 200), post=to(EDIT, 422)),
    "revisions": Row("article", get=everyone(200)),
    "revision": Row("article", get=everyone(200), args={"number": 1}),
    "article-fixes": Row("article", get=to(REVIEW, 200)),
    "article-fixes-apply": Row("article", get=to(EDIT, 200), post=to(EDIT, 422)),
    "guest-link-make": Row("article", post=to(EDIT, 200), body={"name": "Ada", "days": 7}),
    "guest-link-revoke": Row("article", post=everyone(404), args={"number": 1}),
    "fix-accept": Row("fix", post=to(EDIT, 302)),
    "fix-decline": Row("fix", post=to(EDIT, 302), body=REASON),
    "fix-insist": Row("fix", post=to(EDIT, 409), body=REASON),
    "fix-give-way": Row("fix", post=to(EDIT, 409), body=REASON),
    "fix-waive": Row("fix", post=to(EDIT, 409), body=REASON),
    "guest-fixes": Row(
        get=everyone(404), post=everyone(404), args={"key": "no-such-key"}, anonymous=(404, 404)
    ),
    "article-history": Row("article", get=to(REVIEW, 200)),
    "article-erase": Row("article", post=to(EDIT, 302), body=REASON),
    "erasures": Row(get=to((*EDIT, *ADMIN), 200), post=to(EDIT, 422)),
    "erasure": Row("erasure", get=to((*EDIT, *ADMIN), 200)),
    "erasure-carry-out": Row("erasure", post=to(ADMIN, 422)),
    "erasure-decline": Row("erasure", post=to(ADMIN, 302), body=REASON),
    "article-report": Row("article", get=to(REVIEW, 200, 409)),
    "article-report-file": Row("article", get=to(EDIT, 200), args={"format": "html"}),
    "article-sign-off": Row("article", get=everyone(200), post=to(EDIT, 409), body={"seen": 1}),
    "article-publish": Row("article", post=to(EDIT, 409), body=PUBLISHED),
    "article-correct": Row("article", post=to(EDIT, 409), body=CORRECTED),
    "article-close": Row("article", post=to(EDIT, 409)),
    "article-reopen": Row("article", post=to(EDIT, 409), body=REASON),
    "rules": Row(get=to(ADMIN, 200)),
    "rule-add": Row(get=to(ADMIN, 200), post=to(ADMIN, 422)),
    "rule-edit": Row("rule", get=to(ADMIN, 200), post=to(ADMIN, 422)),
    "rule-switch": Row("rule", post=to(ADMIN, 302), body={"version": 1, "active": "false"}),
    "desk-figures": Row("desk", get=to(REVIEW, 200)),
    "desk-agreement": Row("desk", get=to(EDIT, 200)),
    "desk-threshold": Row("desk", get=to(EDIT, 200), post=to(EDIT, 422)),
}
API = {
    "api-schema": Row(get=everyone(200)),
    "api-me": Row(get=everyone(200)),
    "api-desks": Row(get=everyone(200)),
    "api-desk-agreement": Row("desk", get=to(EDIT, 200)),
    "api-ratings": Row(get=everyone(400)),  # 400: it asks for a claim
    "api-articles": Row(get=everyone(200), post=to(EDIT, 201), body=ARTICLE),
    "api-articles-bulk": Row(post=to(EDIT, 400)),
    "api-article": Row("article", get=everyone(200)),
    "api-article-text": Row("article", get=everyone(200)),
    "api-article-blocks": Row("article", post=to(REVIEW, 400)),
    "api-article-readers": Row("article", post=to(EDIT, 400)),
    "api-article-retry": Row("article", post=to(EDIT, 409)),
    "api-article-sign-off": Row("article", post=to(EDIT, 409), body={"revision": 1}),
    "api-article-close": Row("article", post=to(EDIT, 409)),
    "api-article-reopen": Row("article", post=to(EDIT, 409), body={"note": "Because."}),
    "api-article-revisions": Row("article", get=everyone(200), post=to(EDIT, 400)),
    "api-article-revisions-preview": Row("article", post=to(EDIT, 400)),
    "api-article-fixes": Row("article", get=to(REVIEW, 200)),
    "api-article-fixes-apply": Row("article", post=to(EDIT, 400)),
    "api-article-publications": Row("article", get=everyone(200), post=to(EDIT, 409), body=PUBLISHED),
    "api-article-corrections": Row("article", get=everyone(200), post=to(EDIT, 409), body=CORRECTED),
    "api-fix-accept": Row("fix", post=to(EDIT, 200)),
    "api-fix-decline": Row("fix", post=to(EDIT, 200), body={"reason": "Because."}),
    "api-fix-insist": Row("fix", post=to(EDIT, 409), body={"reason": "Because."}),
    "api-fix-give-way": Row("fix", post=to(EDIT, 409), body={"reason": "Because."}),
    "api-fix-waive": Row("fix", post=to(EDIT, 409), body={"reason": "Because."}),
    "api-article-watch": Row("article", post=everyone(200)),
    "api-article-unwatch": Row("article", post=everyone(200)),
    "api-notices": Row(get=everyone(200)),
    "api-notices-read": Row(post=everyone(200), body={"all": True}),
    "api-claims": Row(get=everyone(200), post=everyone(400)),
    "api-claims-next": Row(post=to(REVIEW, 200)),
    "api-claims-bulk": Row(post=everyone(200), body={"filters": {}, "step": "take"}),  # each claim is refused
    "api-claim": Row("claim", get=everyone(200)),
    "api-claim-evidence": Row("claim", get=to(REVIEW, 200), post=to(REVIEW, 201), body=SOURCE),
    "api-claim-notes": Row("claim", get=to(REVIEW, 200), post=to(REVIEW, 201), body={"body": "Hm."}),
    "api-note-resolve": Row("note", post=to(REVIEW, 200)),
    "api-note-reopen": Row("note", post=to(REVIEW, 409)),
    "api-claim-verdicts": Row("claim", get=to(REVIEW, 200), post=to(REVIEW, 400)),
    "api-claim-comment-requests": Row(
        "claim", get=to(REVIEW, 200), post=to(REVIEW, 201), body={"whom": "The port"}
    ),
    "api-comment-answer": Row("asked", post=to(REVIEW, 200), body={"answer": "It is so."}),
    "api-claim-history": Row("claim", get=to(REVIEW, 200)),
    "api-claim-respan": Row("claim", post=to(REVIEW, 200), body=SPAN),
    "api-claim-split": Row("claim", post=to(REVIEW, 201), body={"at": 4}),
    "api-claim-merge": Row("claim", post=to(REVIEW, 400), body={"other": 1}),
    "api-claim-accept": Row("claim", post=to(REVIEW, 409)),
    "api-claim-dismiss": Row("claim", post={**to(EDIT, 200), "reviewer": 409}, body=REASON),
    "api-claim-restore": Row("claim", post=to(REVIEW, 409)),
    "api-claim-take": Row("claim", post=to(REVIEW, 200)),
    "api-claim-assign": Row("claim", post=to(EDIT, 400)),
    "api-claim-release": Row("claim", post=to(REVIEW, 409)),
    "api-claim-withdraw": Row("claim", post=to(REVIEW, 409)),
    "api-claim-return": Row("claim", post=to(EDIT, 409), body=REASON),
    "api-claim-reopen": Row("claim", post=to(EDIT, 409), body=REASON),
    "api-claim-sign-off": Row("claim", post=to(EDIT, 409), body={"verdict": 1}),
    "api-claim-plan": Row("claim", post=to(EDIT, 200), body={"risk": "high"}),
    "api-claim-seen": Row("claim", post=to(REVIEW, 409)),
    "api-claim-undo": Row("claim", post=to(REVIEW, 409)),
    "api-exports": Row(get=everyone(200), post=to(EDIT, 202), body={"format": "csv"}),
    "api-export": Row("export", get=everyone(200)),
    "api-export-download": Row("export", get=to(EDIT, 409)),  # 409: it is not written yet
    "^api/": Row(get=everyone(404), post=everyone(404), path="/api/nowhere/"),
}
# The back office is for looking, and for admins; whoever else comes is sent to a sign-in that refuses them.
LOOK, AWAY, NOT_EVEN_ADMINS = to(ADMIN, 200, 302), everyone(302), to(ADMIN, 403, 302)
MODELS = (
    *("accounts_user", "accounts_desk", "accounts_token", "accounts_outgoingmail", "accounts_event"),
    *("claims_article", "claims_claim", "claims_extraction", "claims_export", "claims_signoff"),
    *("claims_ratingscale", "claims_rating", "claims_heartbeat"),
)
BACK_OFFICE = {
    "admin:index": Row(get=LOOK, post=LOOK),
    "admin:login": Row(get=everyone(403), post=everyone(403)),
    "admin:logout": Row(get=to(ADMIN, 405, 302), post=AWAY),
    "admin:password_change": Row(get=AWAY, post=AWAY),
    "admin:password_change_done": Row(get=AWAY, post=AWAY),
    "admin:autocomplete": Row(get=NOT_EVEN_ADMINS, post=to(ADMIN, 405, 302)),
    "admin:jsi18n": Row(get=LOOK, post=to(ADMIN, 405, 302)),
    "admin:view_on_site": Row(
        get=to(ADMIN, 404, 302), post=to(ADMIN, 404, 302), args={"content_type_id": 0, "object_id": 0}
    ),
    "admin:app_list": Row(get=LOOK, post=LOOK, args={"app_label": "claims"}),
    "back-office/(?P<url>.*)$": Row(
        get=to(ADMIN, 404, 302), post=to(ADMIN, 404, 302), path="/back-office/nowhere"
    ),
}
for model in MODELS:
    nothing = {"object_id": 0}
    place = f"back-office/{model.replace('_', '/')}/"
    BACK_OFFICE |= {
        f"admin:{model}_changelist": Row(get=LOOK, post=LOOK),
        f"admin:{model}_add": Row(get=NOT_EVEN_ADMINS, post=NOT_EVEN_ADMINS),
        f"admin:{model}_history": Row(get=AWAY, post=AWAY, args=nothing),
        f"admin:{model}_delete": Row(get=NOT_EVEN_ADMINS, post=NOT_EVEN_ADMINS, args=nothing),
        f"admin:{model}_change": Row(get=AWAY, post=NOT_EVEN_ADMINS, args=nothing),
        f"{place}<path:object_id>/": Row(get=AWAY, post=AWAY, path=f"/{place}0/"),
    }
SECTIONS = {"health": HEALTH, "accounts": ACCOUNTS, "pages": PAGES, "api": API, "back office": BACK_OFFICE}
TABLE = HEALTH | ACCOUNTS | PAGES | API | BACK_OFFICE
