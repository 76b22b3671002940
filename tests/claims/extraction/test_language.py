import pytest

from claims.extraction.language import detect


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The ministry said on Tuesday that the deficit had fallen to the lowest level in a decade.", "en"),
        ("Putin says no", "en"),
        ("5.1 %", "en"),
        ("", "en"),
        (
            "Die Bundesregierung hat am Montag beschlossen, die Steuern zu senken.",
            "de",
        ),
        (
            "Le président a déclaré lundi que le gouvernement ne changerait pas la loi sur les retraites.",
            "fr",
        ),
        ("El presidente declaró el lunes que el gobierno no cambiará la ley de pensiones este año.", "es"),
        ("Президент заявив у понеділок, що уряд не змінюватиме закон про пенсії цього року.", "uk"),
        ("戦争は昨日終わったと大統領は月曜日に発表した。", "ja"),
    ],
)
def test_the_language_of_a_text(text, code):
    assert detect(text) == code


def test_a_foreign_quotation_does_not_change_the_language():
    english = "The ministry said on Tuesday that the deficit had fallen to the lowest level in a decade. "

    assert detect(english * 3 + "„Wir schaffen das“, sagte die Kanzlerin damals.") == "en"
