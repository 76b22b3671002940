"""Articles come in: one at a time, safe to repeat, or many at once."""

from django.core.exceptions import ValidationError
from django.shortcuts import get_object_or_404
from rest_framework.response import Response
from rest_framework.serializers import ListSerializer

from claims import policy
from claims.actions import articles as actions
from claims.api import inputs
from claims.api.doors import MB, Door, read
from claims.api.reading import Json
from claims.api.schema import call

LONGEST_KEY = 200


def submit(request):
    """The article that `request` submits, and whether it is new or that of an earlier call with its key."""
    user = request.user
    policy.require_submit(user)
    key = request.headers.get("Idempotency-Key", "")
    if len(key) > LONGEST_KEY:
        raise ValidationError(f"An Idempotency-Key has at most {LONGEST_KEY} characters.")
    prepared = actions.prepare(by=user, **submission_of(user, read(inputs.ArticleInput, request)))
    if not key:
        return actions.store(prepared), True
    article, new = actions.submit_once(
        by=user, key=key, body=request.data, submit=lambda: actions.store(prepared)
    )
    # They may have left its desk since.
    return get_object_or_404(policy.visible_articles(user), pk=article.pk), new


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
