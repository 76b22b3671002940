"""Articles: list, text, sign-off."""

from django.http import Http404
from django.shortcuts import get_object_or_404
from rest_framework.response import Response

from claims import policy
from claims.actions import articles as actions
from claims.api import inputs, outputs, rows, submissions
from claims.api.doors import PAGING, Door, paged, read
from claims.api.found import ArticleText
from claims.api.schema import call, listing
from claims.filters import ARTICLE_FILTERS, filter_articles
from claims.models import Article

NEWEST_FIRST = ("-id",)


def find(request, pk):
    """The article with this id, if the sender of `request` may see it; else Http404."""
    return get_object_or_404(policy.visible_articles(request.user), pk=pk)


def shown(article):
    """One article, as it stands now, in the shape of the lists."""
    return rows.article_rows(rows.articles_of(Article.objects.filter(pk=article.pk)))[0]


class Articles(Door):
    parameters = (*PAGING, *ARTICLE_FILTERS)

    @call(
        "Your articles, newest first",
        listing(outputs.ArticleOutput),
        operation_id="articles_list",
        parameters=parameters,
    )
    def get(self, request):
        found = filter_articles(policy.visible_articles(request.user), request.query_params, by=request.user)
        return paged(request, rows.articles_of(found), NEWEST_FIRST, rows.article_rows)

    @call("Submit an article", outputs.SubmittedArticle, status=201, body=inputs.ArticleInput)
    def post(self, request):
        article, new = submissions.submit(request)
        warnings = submissions.warnings_of(article, request.user)
        return Response(shown(article) | {"warnings": warnings}, 201 if new else 200)


class OneArticle(Door):
    @call("One article", outputs.ArticleOutput)
    def get(self, request, pk):
        return Response(shown(find(request, pk)))


class SignOff(Door):
    @call("Sign off the revision that was seen", outputs.ArticleOutput, body=inputs.SeenRevision)
    def post(self, request, pk):
        article = find(request, pk)
        policy.require(request.user, "sign_off", article)
        actions.sign_off_article(article, by=request.user, **read(inputs.SeenRevision, request))
        return Response(shown(article))


class Close(Door):
    @call(
        "File a signed-off article: no new version until it is reopened",
        outputs.ArticleOutput,
        body=inputs.Nothing,
    )
    def post(self, request, pk):
        article = find(request, pk)
        actions.close_article(article, by=request.user)
        return Response(shown(article))


class Reopen(Door):
    @call("Take back the sign-off; the note is compulsory", outputs.ArticleOutput, body=inputs.Reopening)
    def post(self, request, pk):
        article = find(request, pk)
        policy.require(request.user, "reopen", article)
        actions.reopen_article(article, by=request.user, **read(inputs.Reopening, request))
        return Response(shown(article))


class Retry(Door):
    @call("Try a failed extraction again", outputs.ArticleOutput, body=inputs.Nothing)
    def post(self, request, pk):
        article = find(request, pk)
        actions.retry_extraction(article, by=request.user)
        return Response(shown(article))


class Text(Door):
    @call("The text with its blocks, sentences and claims", ArticleText)
    def get(self, request, pk):
        article = get_object_or_404(
            policy.visible_articles(request.user).select_related("revision__extraction"), pk=pk
        )
        revision = article.revision
        if revision is None:
            raise Http404
        extraction = revision.extraction
        return Response(
            {
                "article": article.pk,
                "revision": revision.pk,
                "sha256": revision.sha256,
                "language": extraction.language,
                "title": article.title,
                "text": revision.text,
                "blocks": revision.blocks,
                "sentences": rows.sentence_rows(extraction.sentences),
                "claims": rows.found_rows(rows.valued(revision.claims.order_by("start", "end"), rows.FOUND)),
                "date": extraction.date,
                "notices": extraction.notices,
            }
        )
