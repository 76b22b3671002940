"""A desk of the newsroom: politics, science, …; people see the articles of their desks."""

from django.db import models


class Desk(models.Model):
    slug = models.SlugField(unique=True)
    name = models.CharField(max_length=100)

    class Meta:
        ordering = ["name"]

    def __str__(self):
        return self.name
