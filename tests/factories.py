"""Rows for tests. What a test is about it says itself; the rest is plain and the same every time."""

import factory
from factory.django import DjangoModelFactory

from accounts.models import Desk, User
from accounts.policy import Role


class DeskFactory(DjangoModelFactory):
    class Meta:
        model = Desk

    slug = factory.Sequence("desk-{}".format)
    name = factory.Sequence("Desk {}".format)


class UserFactory(DjangoModelFactory):
    """`desks` and `password` as for `User.objects.create_user`; further fields are set on the row."""

    class Meta:
        model = User

    email = factory.Sequence("person{}@desk.example".format)
    name = factory.Sequence("Person {}".format)
    role = Role.REVIEWER

    @classmethod
    def _create(cls, model_class, email, name, role, password=None, desks=(), **fields):
        user = model_class.objects.create_user(email, name, role, password=password, desks=desks)
        for field, value in fields.items():
            setattr(user, field, value)
        user.save()
        return user
