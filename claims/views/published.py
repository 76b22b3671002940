"""After sign-off: where the piece ran, and what was corrected; both stand on the page of the sign-off."""

from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from claims import policy
from claims.actions import publishing
from claims.published_forms import CorrectForm, PublishForm
from claims.views.doors import carried_out, find_article
from claims.views.sign_off import sign_off_page


@require_POST
def article_publish(request, pk):
    article = find_article(request, pk)
    policy.require(request.user, "publish", article)
    form = PublishForm(request.POST)
    if carried_out(form, lambda typed: publishing.publish(article, by=request.user, **typed)):
        return redirect(f"{reverse('article-sign-off', args=[pk])}#published")
    return sign_off_page(request, pk, publish_form=form)


@require_POST
def article_correct(request, pk):
    article = find_article(request, pk)
    policy.require(request.user, "correct", article)
    form = CorrectForm(request.POST, article=article)
    if carried_out(form, lambda typed: publishing.correct(article, by=request.user, **typed)):
        return redirect(f"{reverse('article-sign-off', args=[pk])}#corrections")
    return sign_off_page(request, pk, correct_form=form)
