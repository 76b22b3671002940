"""Addresses of the pages: nouns, with the verb as the tail of a POST."""

from django.urls import path

from claims.views import articles, claim_list, claims, queue, reports, sign_off, steps, submit, threshold

urlpatterns = [
    path("", queue.queue, name="queue"),
    path("queue/next/", queue.claim_take_next, name="claim-take-next"),
    path("claims/", claim_list.claim_list, name="claims"),
    path("claims/export.<slug:format>", reports.claims_export, name="claims-export"),
    path("claims/<int:pk>/", claims.claim, name="claim"),
    path("claims/<int:pk>/accept/", steps.claim_accept, name="claim-accept"),
    path("claims/<int:pk>/dismiss/", steps.claim_dismiss, name="claim-dismiss"),
    path("claims/<int:pk>/restore/", steps.claim_restore, name="claim-restore"),
    path("claims/<int:pk>/take/", steps.claim_take, name="claim-take"),
    path("claims/<int:pk>/assign/", steps.claim_assign, name="claim-assign"),
    path("claims/<int:pk>/release/", steps.claim_release, name="claim-release"),
    path("claims/<int:pk>/verdict/", steps.claim_propose, name="claim-propose"),
    path("claims/<int:pk>/withdraw/", steps.claim_withdraw, name="claim-withdraw"),
    path("claims/<int:pk>/sign-off/", steps.claim_sign_off, name="claim-sign-off"),
    path("claims/<int:pk>/return/", steps.claim_return, name="claim-return"),
    path("claims/<int:pk>/reopen/", steps.claim_reopen, name="claim-reopen"),
    path("claims/<int:pk>/undo/", steps.claim_undo, name="claim-undo"),
    path("claims/<int:pk>/evidence/", steps.claim_evidence, name="claim-evidence"),
    path("claims/<int:pk>/note/", steps.claim_note, name="claim-note"),
    path("claims/<int:pk>/plan/", steps.claim_plan, name="claim-plan"),
    path("desks/<slug:slug>/threshold/", threshold.desk_threshold, name="desk-threshold"),
    path("articles/", articles.article_list, name="articles"),
    path("articles/submit/", submit.article_submit, name="article-submit"),
    path("articles/preview/", submit.article_preview, name="article-preview"),
    path("articles/<int:pk>/", articles.article, name="article"),
    path("articles/<int:pk>/progress/", articles.article_progress, name="article-progress"),
    path("articles/<int:pk>/retry/", articles.article_retry, name="article-retry"),
    path("articles/<int:pk>/mark/", articles.article_mark, name="article-mark"),
    path("articles/<int:pk>/history/", articles.article_history, name="article-history"),
    path("articles/<int:pk>/report/", reports.article_report, name="article-report"),
    path("articles/<int:pk>/report.<slug:format>", reports.article_report_file, name="article-report-file"),
    path("articles/<int:pk>/sign-off/", sign_off.article_sign_off, name="article-sign-off"),
    path("articles/<int:pk>/reopen/", sign_off.article_reopen, name="article-reopen"),
]
