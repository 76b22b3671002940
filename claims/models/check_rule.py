"""Which claims want a second verdict: rules that admins set; without one there are none."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from claims.models import rule_words
from claims.models.claim import KINDS
from claims.priority import Risk


class CheckRule(models.Model):
    """A claim that fits all that a rule names wants a second, blind verdict.

    An empty `desk`, `kind` or `risk` fits every one; `least_priority` is the stored sum of the claim's parts
    from which the rule holds. Of several that fit, the one with the lowest id holds. `shows_evidence`:
    the second checker sees the records, never their stance, or has to find their own. `people` may give the
    second verdict; none named: every reviewer who sees the article.
    """

    desk = models.ForeignKey("accounts.Desk", models.CASCADE, null=True, blank=True, related_name="+")
    kind = models.CharField(max_length=24, blank=True, choices=list(KINDS.items()))
    risk = models.CharField(max_length=6, blank=True, choices=Risk)
    least_priority = models.PositiveSmallIntegerField(default=0)
    people = models.ManyToManyField(settings.AUTH_USER_MODEL, related_name="+", blank=True)
    shows_evidence = models.BooleanField(default=True)
    active = models.BooleanField(default=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["id"]

    def __str__(self):
        return f"rule {self.pk}"

    @property
    def claims(self):
        """The claims it fits, in words: "Quantity claims of high risk on News". Reads `desk`."""
        desk = self.desk.name if self.desk else ""
        return rule_words.which(self.kind, self.risk, self.least_priority, desk)

    @property
    def sentence(self):
        """The rule as its desk reads it; reads `desk` and `people`."""
        people = [person.name for person in self.people.all()]
        return rule_words.in_words(self.claims, people, self.shows_evidence)

    @classmethod
    def of(cls, claim):
        """The rule that asks for a second verdict on `claim`, or None."""
        return cls.fitting(claim.desk_id, claim.kind, claim.risk, claim.priority).first()

    @classmethod
    def fitting(cls, desk, kind, risk, priority):
        """The rules that fit such a claim, the one that holds first; the four may be `OuterRef`s."""
        return cls.objects.filter(
            Q(desk=None) | Q(desk=desk),
            Q(kind="") | Q(kind=kind),
            Q(risk="") | Q(risk=risk),
            active=True,
            least_priority__lte=priority,
        ).order_by("id")
