"""Reports as files: asked for, waited for, downloaded."""

from django.http import FileResponse
from django.shortcuts import get_object_or_404
from rest_framework.response import Response
from rest_framework.reverse import reverse

from accounts.models import JobState
from claims.actions import exports as actions
from claims.api import articles, inputs, outputs
from claims.api.doors import PAGING, Door, paged, read
from claims.api.schema import call, listing

NEWEST_FIRST = ("-id",)


def shown(export, request):
    done = export.state == JobState.DONE
    return {
        "id": export.pk,
        "state": export.state,
        "progress": {"done": export.done, "total": export.total},
        "url": reverse("api-export-download", [export.pk], request=request) if done else None,
        "error": export.error,
        "format": export.format,
        "article": export.article_id,
        "filters": export.filters,
        "queued_at": export.queued_at,
        "expires_at": export.expires_at,
    }


class Exports(Door):
    parameters = PAGING

    @call(
        "The reports you asked for, newest first",
        listing(outputs.ExportOutput),
        parameters=PAGING,
        operation_id="exports_list",
    )
    def get(self, request):
        own = actions.own_exports(request.user)
        return paged(request, own, NEWEST_FIRST, lambda rows: [shown(row, request) for row in rows])

    @call(
        "Ask for a report as a file; a small one is done at once",
        outputs.ExportOutput,
        status=202,
        body=inputs.ExportInput,
    )
    def post(self, request):
        data = read(inputs.ExportInput, request)
        pk = data.pop("article")
        article = None if pk is None else articles.find(request, pk)
        return Response(shown(actions.request_export(by=request.user, article=article, **data), request), 202)


class OneExport(Door):
    @call("How far a report is", outputs.ExportOutput)
    def get(self, request, pk):
        return Response(shown(get_object_or_404(actions.own_exports(request.user), pk=pk), request))


class Download(Door):
    @call("The file, to who may now see everything in it", {(200, "application/octet-stream"): bytes})
    def get(self, request, pk):
        export = get_object_or_404(actions.own_exports(request.user), pk=pk)
        file = actions.open_export(export, by=request.user)
        return FileResponse(
            file.content,
            as_attachment=True,
            filename=file.name,
            content_type=file.content_type,
            headers={"Cache-Control": "no-store"},  # unpublished text is not left behind on the way
        )
