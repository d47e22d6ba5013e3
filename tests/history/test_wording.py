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
        ("A cease fire", "A ceasefire"),
        ("1 1 of them", "1 of them"),
    ],
)
def test_not_the_same(one: str, other: str) -> None:
    assert not same(Wording(one), Wording(other))


SAME, REWORDED, REVISED = "same", "reworded", "revised"
PAIRS = {
    REVISED: """
        Two soldiers were hurt on the hill. | Two soldiers were killed on the hill.
        The shooting began at noon. | The shooting ended at noon.
        They left the hill before the truce. | They left the hill after the truce.
        The ministry contradicted the report. | The ministry confirmed the report.
        The report was confirmed on Monday. | The report was unconfirmed on Monday.
        The attack on the hill was repelled. | The attack on the hill was successful.
        Russia had mediated the truce. | Russia had broken the truce.
        Russia mediates a truce | Russia breaks a truce
        Two positions were lost. | Two positions and a mill were lost.
        The army left the town in haste. | The army left the village in haste.
        The army said that it fired first. | The army said that it never fired first.
        The army said it had fired. | The army said it hadn’t fired.
        The army lost ten men on the hill. | The army lost twelve men on the hill.
        The army lost 10 men on the hill. | The army lost 11 men on the hill.
        It was said that Armenia fired first. | It was said that Azerbaijan fired first.
        Armenia fired first, the report says. | Turkey fired first, the report says.
        Armenia shot at Azerbaijan near the lake. | Azerbaijan shot at Armenia near the lake.
        The army attacked the militia that day. | The militia attacked the army that day.
        The road led from Armenia to Azerbaijan. | The road led from Azerbaijan to Armenia.
        Armenia accused Azerbaijan of the attack. | Armenia was accused by Azerbaijan of the attack.
        The army did not fire and the militia fired. | The army fired and the militia did not fire.
        The talks cost €35 million. | The talks cost $35 million.
        The prices fell by 5% that year. | The prices fell by 5 that year.
        The night had -3 degrees in the hills. | The night had 3 degrees in the hills.
        They met in formal talks. | They met informal talks.
        He was held without a trial. | He was held with a trial.
        The town voted for the treaty. | The town voted against the treaty.
        They agreed on the border or the road. | They agreed on the border and the road.
        The army will leave the hill. | The army may leave the hill.
        About 100 men were there. | 100 men were there.
        More than 100 men were there. | Fewer than 100 men were there.
        The talks failed because he left. | The talks failed although he left.
        The men returned from the front. | The men returned to the front.
        The officer was taken away. | The office was taken away.
        The tanks had begun on Monday. | The talks had begun on Monday.
        He was signed by the club. | He was singed by the club.
        Men protested near the base. | Men protected near the base.
        Aliyev met the envoy in Moscow. | Aliyeva met the envoy in Moscow.
        All the prisoners came home. | Some of the prisoners came home.
        The planes came late, it said. | The plans came late, it said.
        The men hoped for peace that day. | The men hopped for peace that day.
        Prisoners were said to be safe. | Prisoners were allegedly said to be safe.
        The army held the town in the south. | The army held the town in the north.
        The town was in the zone, it said. | The town was outside the zone, it said.
        The army said it fires at noon. | The army said it files at noon.
        Who attacked the town? | Why attacked the town?
        They spoke again about peace. | They spoke about peace.""",
    REWORDED: """
        Both sides then agreed to a truce, it said. | Both sides had agreed to a truce, it said.
        The town fell that evening, it said. | A town fell that evening, it said.
        Abroad, the calls for peace grew. | Elsewhere, the calls for peace grew.
        The talks on the border failed. | The talks about the border failed.
        The talks failed, and he left. | The talks failed, but he left.
        The talks failed and he left the town. | The talks failed, while he left the town.
        On Monday the army left the town. | The army left the town on Monday.
        Armenia and Azerbaijan agreed to a truce. | Azerbaijan and Armenia agreed to a truce.
        The minister says that it is so. | The minister said that it was so.
        The mayor has confirmed the list. | The mayor confirmed the list.
        The house on the hill burned down. | The houses on the hill burned down.
        A shot was fired at the post. | Shots were fired at the post.
        The men visit the town on Monday. | The men visited the town on Monday.
        The army is opening the road. | The army opened the road.
        The planned talks failed, it said. | The plan talks failed, it said.
        Some 100 men were there. | About 100 men were there.
        Two soldiers came home. | 2 soldiers came home.
        Over 100 men were there. | More than 100 men were there.
        About 100 men were there. | Around 100 men were there.
        It began in the morning in the hills. | It began during the morning in the hills.
        Teh town fell in the evening. | The town fell on the evening.
        Meanwhile the goverment in Baku agreed to it. | The government in Baku agreed to it.""",
    SAME: """
        It began  at noon. | it began, at noon
        The cease-fire holds in the co-operative | The ceasefire holds in the cooperative
        Teh town fell. | The town fell.
        Atfer the truce they met. | After the truce they met.
        They met for the the talks. | They met for the talks.
        The governmen fell. | The government fell.
        The governmenr fell. | The government fell.
        Prices fell by 5 per cent. | Prices fell by 5%.
        Prices fell by 5 percent. | Prices fell by 5%.
        The army can’t leave. | The army cannot leave.
        The night had −3 degrees. | The night had -3 degrees.
        The rusty re­port | The rusty report""",
}
ROWS = [(verdict, *row.strip().split(" | ")) for verdict, rows in PAIRS.items() for row in rows.strip().splitlines()]


@pytest.mark.parametrize("turned", [False, True])
@pytest.mark.parametrize(("verdict", "one", "other"), ROWS)
def test_what_another_wording_is(verdict: str, one: str, other: str, turned: bool) -> None:
    before, after = (Wording(text) for text in ((other, one) if turned else (one, other)))
    assert (SAME if same(before, after) else REVISED if says_otherwise(before, after) else REWORDED) == verdict
    assert likeness(before, after) == 1 if verdict == SAME else ALIKE <= likeness(before, after) < 1


def test_unlike() -> None:
    assert likeness(Wording("It began at noon in the town."), Wording("Two houses burned down, a mayor said.")) < ALIKE
