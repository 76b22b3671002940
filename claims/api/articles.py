"""Articles: submit, look, sign off."""

from django.core.exceptions import ValidationError
from django.http import Http404
from django.shortcuts import get_object_or_404
from rest_framework.response import Response
from rest_framework.serializers import ListSerializer

from claims import policy
from claims.actions import articles as actions
from claims.api import inputs, outputs, rows
from claims.api.doors import MB, PAGING, Door, paged, read
from claims.api.errors import NotBuilt
from claims.api.reading import Json
from claims.api.schema import call, listing
from claims.filters import ARTICLE_FILTERS, filter_articles
from claims.models import Article

NEWEST_FIRST = ("-id",)
LONGEST_KEY = 200


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
        user = request.user
        policy.require_submit(user)
        key = request.headers.get("Idempotency-Key", "")
        if len(key) > LONGEST_KEY:
            raise ValidationError(f"An Idempotency-Key has at most {LONGEST_KEY} characters.")
        prepared = actions.prepare(by=user, **submission_of(user, read(inputs.ArticleInput, request)))
        if key:
            article, new = actions.submit_once(
                by=user, key=key, body=request.data, submit=lambda: actions.store(prepared)
            )
            article = find(request, article.pk)  # they may have left its desk since
        else:
            article, new = actions.store(prepared), True
        return Response(shown(article) | {"warnings": warnings_of(article, user)}, 201 if new else 200)


class ArticlesBulk(Door):
    largest = 32 * MB
    parser_classes = (Json,)

    @call(
        "Submit up to 1,000 articles, all or none",
        {"type": "array", "items": {"type": "integer"}},
        status=201,
        body=inputs.ArticleInput(many=True),
    )
    def post(self, request):
        policy.require_submit(request.user)
        form = ListSerializer(
            child=inputs.ArticleInput(),
            data=request.data,
            allow_empty=False,
            max_length=inputs.MOST_AT_ONCE,
        )
        form.is_valid(raise_exception=True)
        wrong, submissions = {}, []
        for index, data in enumerate(form.validated_data):
            try:
                submissions.append(submission_of(request.user, data))
            except ValidationError as error:
                wrong |= {f"{index}.{name}": messages for name, messages in error.message_dict.items()}
        if wrong:
            raise ValidationError(wrong)
        articles = actions.submit_articles(submissions, by=request.user)
        return Response([article.pk for article in articles], 201)


def submission_of(user, data):
    """What `actions.prepare` is told: the desk, the writer and the readers that the ids in `data` mean."""
    desk = _desk(user, data.pop("desk", None))
    writer, readers = data.pop("writer"), data.pop("restricted_to")
    ids = {*(readers or []), *([writer] if writer else [])}
    people = {person.pk: person for person in policy.colleagues_of(user).filter(pk__in=ids)} if ids else {}
    wrong = {}
    if writer is not None and writer not in people:
        wrong["writer"] = f"Nobody on your desks has the id {writer}."
    if unknown := [pk for pk in readers or [] if pk not in people]:
        wrong["restricted_to"] = f"Nobody on your desks has the id {unknown[0]}."
    if wrong:
        raise ValidationError(wrong)
    readers = None if readers is None else [people[pk] for pk in readers]
    return data | {"desk": desk, "writer": people.get(writer), "restricted_to": readers}


def _desk(user, name):
    desks = policy.desks_of(user)
    desk = next((desk for desk in desks if name in (None, desk.slug, str(desk.pk))), None)
    if desk is None:
        message = (
            f"“{name}” is not one of your desks." if name else "You are on no desk yet; an admin can add you."
        )
        raise ValidationError({"desk": message})
    return desk


def warnings_of(article, user):
    twin = actions.same_text(article.revision.text, desk=article.desk, by=user, but=article)
    if twin is None:
        return []
    message = f"The same text is on the desk as article {twin.pk}."
    return [{"code": "same_text", "message": message, "article": twin.pk}]


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


class Revisions(Door):
    """A later version brings new revisions of a text."""

    missing = "revisions"

    @call("Not built yet: answers 400")
    def post(self, request, pk):
        find(request, pk)
        raise NotBuilt(self.missing, f"{self.missing}/ is not built yet: a text cannot be changed here.")


class RevisionsPreview(Revisions):
    missing = "revisions/preview"


class Text(Door):
    @call("The text with its blocks, sentences and claims", outputs.ArticleText)
    def get(self, request, pk):
        article = get_object_or_404(
            policy.visible_articles(request.user).select_related("revision__extraction"), pk=pk
        )
        revision = article.revision
        if revision is None:
            raise Http404
        claims = rows.valued(revision.claims.order_by("start", "end"), rows.FOUND)
        return Response(
            {
                "article": article.pk,
                "revision": revision.pk,
                "sha256": revision.sha256,
                "language": revision.extraction.language,
                "title": article.title,
                "text": revision.text,
                "blocks": revision.blocks,
                "sentences": revision.extraction.sentences,
                "claims": [rows.shaped(row, rows.FOUND) for row in claims],
            }
        )
