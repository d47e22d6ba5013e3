"""The measure by which words are compared: what is the same, what is reworded, what says something else."""

import pytest

from generator.history.wording import ALIKE, Wording, likeness, same, says_otherwise


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("It began at noon.", "it  began,\nat noon"),
        ("The cease-fire holds", "The ceasefire holds"),
        ("Armenia’s army", "Armenia's army"),
        ("A café in Şuşa", "A cafe in Susa"),
        ("1,000 people", "1000 people"),
        ("The goverment agreed", "The government agreed"),
        ("They recieved it", "They received it"),
        ("He accomodated them", "He accommodated them"),
        ("Of teh town", "Of the town"),
        ("The Azerbaijian army", "The Azerbaijan army"),
    ],
)
def test_the_same(one: str, other: str) -> None:
    assert same(Wording(one), Wording(other))
    assert likeness(Wording(one), Wording(other)) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Iran agreed", "Iraq agreed"),
        ("It is not so", "It is now so"),
        ("He could go", "He would go"),
        ("1.5 million", "15 million"),
        ("18:30", "18:31"),
        ("At 1 6 of them", "At 16 of them"),
        ("three of them", "there of them"),
        ("seventy houses", "seventh houses"),
        ("sixteen houses", "sixteeen houses"),  # a number is no place for a guess
        ("It was on", "It was no"),
        ("攻撃した", "攻撃しない"),
        ("", "It began"),
    ],
)
def test_not_the_same(one: str, other: str) -> None:
    assert not same(Wording(one), Wording(other))


@pytest.mark.parametrize(
    ("one", "other", "otherwise"),
    [
        ("Both sides then agreed to a truce, it said.", "Both sides had agreed to a truce, it said.", False),
        ("The army of the north left the town in haste.", "The army of the north left the village in haste.", False),
        ("The army said that it fired first.", "The army said that it never fired first.", True),
        ("The army lost ten men on the hill.", "The army lost twelve men on the hill.", True),
        ("The army lost 10 men on the hill.", "The army lost 11 men on the hill.", True),
        ("It was said that Armenia fired first.", "It was said that Azerbaijan fired first.", True),
        (
            "On Monday morning Armenia shot at Azerbaijan near the lake.",
            "On Monday morning Azerbaijan shot at Armenia near the lake.",
            True,
        ),
        ("Armenia fired first, the report says.", "Turkey fired first, the report says.", True),
        ("The town fell that evening, it said.", "A town fell that evening, it said.", False),
        (
            "It was signed in the town at once, it said.",
            "It was signed in the city by him, it said.",
            True,
        ),  # too few words remain
    ],
)
def test_alike_and_whether_it_says_something_else(one: str, other: str, otherwise: bool) -> None:
    before, after = Wording(one), Wording(other)
    assert ALIKE <= likeness(before, after) < 1
    assert says_otherwise(before, after) == otherwise


def test_unlike() -> None:
    assert likeness(Wording("It began at noon in the town."), Wording("Two houses burned down, a mayor said.")) < ALIKE
