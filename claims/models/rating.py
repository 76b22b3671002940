"""Rating scales: data, not code."""

from django.db import models

from claims.models.article import ArticleKind


class Colour(models.TextChoices):
    """The eight named tokens of the style sheet, each with a light and a dark value."""

    GREEN = "green"
    TEAL = "teal"
    BLUE = "blue"
    VIOLET = "violet"
    AMBER = "amber"
    ORANGE = "orange"
    RED = "red"
    GREY = "grey"


class RatingScale(models.Model):
    """An ordered set of ratings; the newest active one of a kind serves new articles of that kind."""

    slug = models.SlugField(unique=True)
    name = models.CharField(max_length=100)
    kind = models.CharField(max_length=8, choices=ArticleKind)
    active = models.BooleanField(default=True)

    def __str__(self):
        return self.name


class Rating(models.Model):
    """One step of a scale; `number` only for the steps on the line from false to true."""

    scale = models.ForeignKey(RatingScale, models.PROTECT, related_name="ratings", db_index=False)
    slug = models.SlugField()
    label = models.CharField(max_length=60)
    order = models.PositiveSmallIntegerField()
    number = models.SmallIntegerField(null=True, blank=True)
    icon = models.CharField(max_length=40)
    colour = models.CharField(max_length=8, choices=Colour)
    explanation = models.TextField(blank=True)

    class Meta:
        ordering = ["scale", "order"]
        constraints = [
            models.UniqueConstraint(fields=["scale", "slug"], name="rating_slug_in_scale"),
            models.UniqueConstraint(fields=["scale", "order"], name="rating_order_in_scale"),
        ]

    def __str__(self):
        return self.label
