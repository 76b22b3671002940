"""Reports: on a page to read and print, and as files that are streamed while they are read."""

from django.http import StreamingHttpResponse
from django.shortcuts import render
from django.utils.safestring import SafeString
from django.views.decorators.http import require_safe

from claims import policy
from claims.actions.exports import stream_report
from claims.filters import CLAIM_FILTERS
from claims.reports import html
from claims.reports.formats import FORMATS, find_format
from claims.reports.reading import report_for
from claims.views.doors import find_article


@require_safe
def article_report(request, pk):
    article = find_article(request, pk)
    report = report_for(request.user, article=article)
    context = {
        "article": article,
        "body": SafeString("".join(html.body(report))),
        "count": len(report),
        "formats": FORMATS if policy.may_export(request.user) else (),
    }
    return render(request, "claims/report.html", context)


@require_safe
def article_report_file(request, pk, format):
    """The report of one article as a file; `?status=` asks for other claims than the accepted ones."""
    return _file(request, format, f"report-{pk}", article=find_article(request, pk))


@require_safe
def claims_export(request, format):
    """All claims one may see, by the filters of the queue, as a file."""
    return _file(request, format, "claims")


def _file(request, format, stem, *, article=None):
    found = find_format(format)
    filters = {name: request.GET[name] for name in CLAIM_FILTERS if request.GET.get(name)}
    return StreamingHttpResponse(
        stream_report(by=request.user, format=format, article=article, filters=filters),
        content_type=found.content_type,
        headers={
            "Content-Disposition": f'attachment; filename="{stem}.{format}"',
            "Cache-Control": "no-store",  # unpublished text is not left behind on the way
        },
    )
