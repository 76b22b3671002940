"""Drafts of forms: kept while somebody types, shown when the page is drawn, gone when they are sent."""

from django.core.exceptions import ObjectDoesNotExist, ValidationError
from django.http import Http404, JsonResponse
from django.shortcuts import redirect
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.views.decorators.http import require_http_methods, require_POST

from claims.actions import drafts
from claims.views.doors import CONFLICT, UNPROCESSABLE, lead_back

NOT_TYPED = {"place", "known", "draft", "csrfmiddlewaretoken"}
MOST_ASKED = 50  # forms of one page
TOO_LARGE = 413


@require_http_methods(["GET", "POST"])
def draft_list(request):
    """GET tells the drafts at the places asked for; POST keeps the fields sent, for the form at `place`.

    409 tells a newer draft that the page, which knows one of the stamp `known`, has not seen.
    """
    if request.method == "GET":
        places = request.GET.getlist("place")[:MOST_ASKED]
        kept = drafts.of_places(places, by=request.user)
        return JsonResponse({place: _with_words(draft) for place, draft in kept.items()})
    values = {name: texts for name, texts in request.POST.lists() if name not in NOT_TYPED}
    try:
        draft = drafts.save(
            request.POST.get("place", ""), values, by=request.user, known=request.POST.get("known")
        )
    except ObjectDoesNotExist as error:
        raise Http404 from error
    except ValidationError as error:
        status = TOO_LARGE if "values" in error.message_dict else UNPROCESSABLE
        return JsonResponse({"detail": " ".join(error.messages)}, status=status)
    except drafts.NewerDraft as error:
        return JsonResponse(_with_words(error.draft), status=CONFLICT)
    return JsonResponse(_told(draft))


@require_POST
def draft_discard(request):
    drafts.discard(request.POST.get("draft", ""), by=request.user)
    return lead_back(request, redirect("queue").url)


def _told(draft):
    """When it was written: exactly, to compare, and as the page says it."""
    return {"at": drafts.stamp(draft), "said": date_format(localtime(draft.at), "H:i")}


def _with_words(draft):
    return _told(draft) | {"values": draft.values}
