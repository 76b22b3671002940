"""What stands in seeds/ fits together; no database."""

import tomllib
from pathlib import Path

import pytest

from claims.text.kinds import Kind

SEEDS = Path(__file__).parents[2] / "seeds"
COLOURS = {"red", "orange", "amber", "green", "teal", "blue", "violet", "grey"}
ARTICLES = sorted(path.stem for path in (SEEDS / "articles").glob("*.toml"))


def read(name):
    return tomllib.loads((SEEDS / name).read_text("utf-8"))


def text_of(slug):
    return (SEEDS / "articles" / f"{slug}.txt").read_text("utf-8")


def test_everybody_shares_a_desk():
    people = read("people.toml")["people"]

    assert set.intersection(*(set(person["desks"]) for person in people)) == {"news"}
    assert sorted(person["role"] for person in people) == [
        "admin",
        "editor",
        "editor",
        "reviewer",
        "reviewer",
        "viewer",
    ]


@pytest.mark.parametrize("scale", read("ratings.toml")["scales"], ids=lambda scale: scale["slug"])
def test_a_scale_never_tells_two_steps_apart_by_colour_alone(scale):
    ratings = scale["ratings"]

    assert len({rating["icon"] for rating in ratings}) == len(ratings)
    assert len({rating["slug"] for rating in ratings}) == len(ratings)
    assert {rating["colour"] for rating in ratings} <= COLOURS


def test_numbers_stand_only_on_the_line_from_false_to_true():
    numbers = {
        scale["slug"]: [rating["number"] for rating in scale["ratings"] if "number" in rating]
        for scale in read("ratings.toml")["scales"]
    }

    assert numbers == {"house": [], "outside": [1, 2, 3, 4, 5]}


@pytest.mark.parametrize("slug", ARTICLES)
def test_an_article_is_of_fair_length_and_marked_as_a_demo_text(slug):
    assert 300 <= len(text_of(slug).split()) <= 900
    assert "(demo text)" in read(f"articles/{slug}.toml")["byline"]


@pytest.mark.parametrize("slug", ARTICLES)
def test_each_slip_stands_once_in_its_text(slug):
    slips = read(f"articles/{slug}.toml")["slips"]

    assert {slip["words"]: text_of(slug).count(slip["words"]) for slip in slips} == {
        slip["words"]: 1 for slip in slips
    }


def test_the_story_names_words_people_and_ratings_that_exist():
    people = {person["key"] for person in read("people.toml")["people"]}
    ratings = {
        (scale["slug"], rating["slug"])
        for scale in read("ratings.toml")["scales"]
        for rating in scale["ratings"]
    }

    for article in read("story.toml")["articles"]:
        kind = read(f"articles/{article['slug']}.toml")["kind"]
        for claim in article["claims"]:
            assert text_of(article["slug"]).count(claim["words"]) == 1, claim["words"]
            hands = {value for key, value in claim.items() if key.endswith("_by") or key == "held_by"}
            assert hands <= people
            for verdict in [claim[name] for name in ("verdict", "second") if name in claim]:
                assert (kind, verdict["rating"]) in ratings
                assert ("outcome" in verdict) == (kind == "house")


def test_rules_name_desks_kinds_and_admins_and_find_a_second_checker():
    newsroom = read("people.toml")
    people = {person["key"]: person for person in newsroom["people"]}

    for rule in read("rules.toml")["rules"]:
        reviewers = [
            one for one in people.values() if one["role"] == "reviewer" and rule["desk"] in one["desks"]
        ]
        assert people[rule["by"]]["role"] == "admin"
        assert rule["desk"] in {desk["slug"] for desk in newsroom["desks"]}
        assert rule["kind"] in set(Kind)
        assert len(reviewers) >= 2


def test_a_second_verdict_is_by_another_reviewer_than_the_first():
    roles = {person["key"]: person["role"] for person in read("people.toml")["people"]}
    told = [
        claim
        for article in read("story.toml")["articles"]
        for claim in article["claims"]
        if "second" in claim
    ]

    assert told
    for claim in told:
        assert claim["second"]["by"] not in {claim["held_by"], claim["signed_off_by"]}
        assert roles[claim["second"]["by"]] == "reviewer"
