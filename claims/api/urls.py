"""Addresses of the API, under /api/v1/."""

from django.urls import path

from claims.actions import bulk
from claims.actions.fixes import STEPS as FIX_STEPS
from claims.api import (
    agreement,
    articles,
    blocks,
    claims,
    comments,
    exports,
    fixes,
    inbox,
    notes,
    people,
    published,
    readers,
    records,
    revisions,
    spans,
    steps,
    submissions,
)
from claims.api.schema import Schema

urlpatterns = [
    path("schema/", Schema.as_view(), name="api-schema"),
    path("me/", people.WhoAmI.as_view(), name="api-me"),
    path("desks/", people.Desks.as_view(), name="api-desks"),
    path("desks/<slug:slug>/agreement/", agreement.Agreement.as_view(), name="api-desk-agreement"),
    path("ratings/", people.Ratings.as_view(), name="api-ratings"),
    path("articles/", articles.Articles.as_view(), name="api-articles"),
    path("articles/bulk/", submissions.ArticlesBulk.as_view(), name="api-articles-bulk"),
    path("articles/<int:pk>/", articles.OneArticle.as_view(), name="api-article"),
    path("articles/<int:pk>/text/", articles.Text.as_view(), name="api-article-text"),
    path("articles/<int:pk>/blocks/", blocks.Blocks.as_view(), name="api-article-blocks"),
    path("articles/<int:pk>/readers/", readers.Readers.as_view(), name="api-article-readers"),
    path("articles/<int:pk>/retry/", articles.Retry.as_view(), name="api-article-retry"),
    path("articles/<int:pk>/sign-off/", articles.SignOff.as_view(), name="api-article-sign-off"),
    path("articles/<int:pk>/close/", articles.Close.as_view(), name="api-article-close"),
    path("articles/<int:pk>/reopen/", articles.Reopen.as_view(), name="api-article-reopen"),
    path("articles/<int:pk>/revisions/", revisions.Revisions.as_view(), name="api-article-revisions"),
    path(
        "articles/<int:pk>/revisions/preview/",
        revisions.RevisionsPreview.as_view(),
        name="api-article-revisions-preview",
    ),
    path("articles/<int:pk>/fixes/", fixes.Fixes.as_view(), name="api-article-fixes"),
    path("articles/<int:pk>/fixes/apply/", fixes.Apply.as_view(), name="api-article-fixes-apply"),
    path(
        "articles/<int:pk>/publications/",
        published.Publications.as_view(),
        name="api-article-publications",
    ),
    path("articles/<int:pk>/corrections/", published.Corrections.as_view(), name="api-article-corrections"),
    *(path(f"fixes/<int:pk>/{name}/", fixes.view_of(name), name=f"api-fix-{name}") for name in FIX_STEPS),
    *(
        path(f"articles/<int:pk>/{name}/", inbox.view_of(name), name=f"api-article-{name}")
        for name in ("watch", "unwatch")
    ),
    path("notices/", inbox.Notices.as_view(), name="api-notices"),
    path("notices/read/", inbox.NoticesRead.as_view(), name="api-notices-read"),
    path("claims/", claims.Claims.as_view(), name="api-claims"),
    path("claims/next/", claims.Next.as_view(), name="api-claims-next"),
    path("claims/bulk/", steps.Bulk.as_view(), name="api-claims-bulk"),
    path("claims/<int:pk>/", claims.OneClaim.as_view(), name="api-claim"),
    path("claims/<int:pk>/evidence/", records.EvidenceOfClaim.as_view(), name="api-claim-evidence"),
    path("claims/<int:pk>/notes/", notes.NotesOfClaim.as_view(), name="api-claim-notes"),
    *(path(f"notes/<int:pk>/{name}/", notes.view_of(name), name=f"api-note-{name}") for name in notes.STEPS),
    path("claims/<int:pk>/verdicts/", records.VerdictsOfClaim.as_view(), name="api-claim-verdicts"),
    path(
        "claims/<int:pk>/comment-requests/",
        comments.CommentRequests.as_view(),
        name="api-claim-comment-requests",
    ),
    path("comment-requests/<int:pk>/answer/", comments.CommentAnswer.as_view(), name="api-comment-answer"),
    path("claims/<int:pk>/respan/", spans.Respan.as_view(), name="api-claim-respan"),
    path("claims/<int:pk>/split/", spans.Split.as_view(), name="api-claim-split"),
    path("claims/<int:pk>/merge/", spans.Merge.as_view(), name="api-claim-merge"),
    path("claims/<int:pk>/history/", records.History.as_view(), name="api-claim-history"),
    *(path(f"claims/<int:pk>/{name}/", steps.view_of(name), name=f"api-claim-{name}") for name in bulk.STEPS),
    path("exports/", exports.Exports.as_view(), name="api-exports"),
    path("exports/<int:pk>/", exports.OneExport.as_view(), name="api-export"),
    path("exports/<int:pk>/download/", exports.Download.as_view(), name="api-export-download"),
]
