"""How far first and second verdicts of a desk agree."""

from django.core.exceptions import ValidationError
from django.shortcuts import get_object_or_404
from rest_framework import serializers as s
from rest_framework.response import Response

from claims import pairs, policy
from claims.api.doors import Door
from claims.api.fields import nullable
from claims.api.schema import call
from claims.desk_forms import PeriodForm
from claims.text import Kind

PERIOD = ("since", "until")


class EstimateOutput(s.Serializer):
    """A figure with the ends of its 95 % interval."""

    value = s.FloatField()
    low = s.FloatField()
    high = s.FloatField()
    pairs = s.IntegerField()


class AgreementOutput(s.Serializer):
    """The figures are null below 20 pairs, and where both only ever gave one rating."""

    pairs = s.IntegerField()
    agreed = s.IntegerField(help_text="Pairs with the same rating.")
    too_few = s.BooleanField()
    share = nullable(EstimateOutput, help_text="Of 0 to 1.")
    kappa = nullable(EstimateOutput, help_text="Cohen's.")
    alpha = nullable(EstimateOutput, help_text="Krippendorff's, nominal.")
    alpha_ordinal = nullable(
        EstimateOutput, help_text="By the order of its steps, of the `pairs` on the scale used most."
    )


class PersonOutput(s.Serializer):
    id = s.IntegerField()
    name = s.CharField()


class PeopleAgreement(AgreementOutput):
    people = PersonOutput(many=True)


class KindAgreement(AgreementOutput):
    kind = s.ChoiceField([kind.value for kind in Kind])


class DeskAgreement(s.Serializer):
    desk = s.SlugField()
    since = s.DateField()
    until = s.DateField(help_text="The last day that counts.")
    cut = s.BooleanField(help_text=f"There were more than the latest {pairs.MOST:,} pairs.")
    all = AgreementOutput()
    people = PeopleAgreement(many=True)
    kinds = KindAgreement(many=True)


class Agreement(Door):
    parameters = PERIOD

    @call(
        "How far first and second verdicts agree, by people and kind; for editors of the desk",
        DeskAgreement,
        parameters=PERIOD,
    )
    def get(self, request, slug):
        user = request.user
        desk = get_object_or_404(policy.desks_of(user), slug=slug)
        policy.require_agreement(user, desk)
        form = PeriodForm.of(request.query_params)
        if not form.is_valid():
            raise ValidationError(form.errors.as_data())
        found = pairs.table(policy.visible_claims(user).filter(desk=desk), *form.bounds())
        return Response(
            {
                "desk": desk.slug,
                "since": form.cleaned_data["since"],
                "until": form.cleaned_data["until"],
                "cut": found.cut,
                "all": _told(found.all),
                "people": [
                    _told(row) | {"people": [{"id": pk, "name": found.names[pk]} for pk in row.people]}
                    for row in found.people
                ],
                "kinds": [_told(row) | {"kind": row.kind} for row in found.kinds],
            }
        )


def _told(row):
    told = row.agreement
    figures = {"share": told.share, "kappa": told.kappa, "alpha": told.nominal, "alpha_ordinal": told.ordinal}
    return {"pairs": told.pairs, "agreed": told.agreed, "too_few": told.too_few} | {
        name: figure and figure._asdict() for name, figure in figures.items()
    }
