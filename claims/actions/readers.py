"""Who sees an article: everybody on its desk, or only the people it names."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from accounts.models import Event
from claims import policy
from claims.models import Article
from claims.moves import article_changed, lock_article


@transaction.atomic
def set_readers(article, *, by, restricted_to, version=None):
    """Show `article` only to the people in `restricted_to`, `by` among them; None: to all on its desk.

    It holds at once, on open pages and tokens too; what somebody left out holds goes back to the queue by
    `jobs.holders`. `version` is that of the article that was seen. Raises ValidationError for somebody
    who is not on the desk, ArticleChanged; what changes nothing is no event.
    """
    policy.require(by, "set_readers", article)
    article = lock_article(article.pk)
    if version not in {None, article.version}:
        raise article_changed(article)
    on_desk = policy.people_on_desk(article)
    named = None if restricted_to is None else {by, *restricted_to}
    if strangers := [one.name for one in named or () if not on_desk.contains(one)]:
        wrong = _("{name} is not on the desk of this article.").format(name=strangers[0])
        raise ValidationError({"restricted_to": wrong})
    before, after = _readers(article), None if named is None else sorted(one.pk for one in named)
    if before == after:
        return
    Article.objects.filter(pk=article.pk).update(restricted=named is not None, version=F("version") + 1)
    article.readers.set(named or ())
    Event.objects.append(
        "article.readers",
        article,
        by=by,
        before={"restricted_to": before},
        after={"restricted_to": after},
        within=article,
    )


def _readers(article):
    """The ids of those who are named, or None: everybody on the desk."""
    if not article.restricted:
        return None
    return sorted(article.readers.values_list("pk", flat=True))
