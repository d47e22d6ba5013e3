"""Retractions: which sentences tell that a report was taken back, and which that anything else was."""

import pytest

from generator.edition.retractions import tells_of_it


@pytest.mark.parametrize(
    "words",
    [
        "TASS retracted its report on a bridge.",
        "The agency withdrew the article.",
        "The newspaper has since withdrawn its front-page story.",
        "TASS later corrected its first report.",
        "The Wire retracted that.",
        "The report on the bridge was withdrawn two days later.",
        "The statement of the ministry has been retracted.",
        "The withdrawal of the report came late.",
        "The newspaper printed a correction.",
        "It took back the story.",
        "TASS zog den Bericht über die Brücke zurück.",
        "Die Agentur widerrief ihre Meldung.",
        "Der Bericht wurde am Freitag zurückgezogen.",
        "Die Agentur hat ihre Eilmeldung zurückgenommen.",
    ],
)
def test_this_tells_that_a_report_was_taken_back(words: str) -> None:
    assert tells_of_it(words)


@pytest.mark.parametrize(
    "words",
    [
        "Both sides withdrew from the spot.",
        "Both sides withdrew, the report said.",
        "The report said that both sides withdrew.",
        "The report said the troops were withdrawn.",
        "A report on the bridge from which troops were withdrawn.",
        "The withdrawal of the peacekeepers was complete, a statement said.",
        "The withdrawal was complete.",
        "Armenia withdrew its bid.",
        "Azerbaijan retracted its offer.",
        "The army took back the town.",
        "Claims of the states against each other are withdrawn.",
        "Troops withdrew from the site of the report.",
        "A report told of it.",
        "Beide Seiten zogen sich zurück.",
        "Die Truppen wurden zurückgezogen, hieß es in dem Bericht.",
        "Dem Bericht zufolge wurden die Truppen zurückgezogen.",
        "Die Armee zog ihre Einheiten zurück.",
    ],
)
def test_this_tells_of_something_else(words: str) -> None:
    assert not tells_of_it(words)
