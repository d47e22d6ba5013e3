"""What the script of the search says, in the language of the site: the script itself holds no words."""

from typing import Any

from generator.words import Words


def say(words: Words) -> dict[str, Any]:
    """Return the messages of the script. `%(query)s` and the like stand for values that it puts in."""
    messages = words.catalogue
    return {
        "language": words.tag,
        "found": {form: messages.ngettext("%(num)s page", "%(num)s pages", number) for form, number in _samples(words)},
        "none": messages.gettext("Nothing was found for “%(query)s”."),
        "some": messages.gettext("No page has all of these words. These have some of them:"),
        "instead": messages.gettext("There is no “%(typed)s”. Shown instead: %(words)s."),
        "more": messages.gettext("Show more"),
        "all": messages.gettext("Show all %(num)s"),
        "clear": messages.gettext("Remove all filters"),
        "groups": {
            "kind": messages.gettext("Kind of page"),
            "storyline": messages.gettext("Storyline"),
            "year": messages.gettext("Year"),
            "topic": messages.gettext("Topic"),
            "status": messages.gettext("Status"),
            "place": messages.gettext("Place"),
            "actor": messages.gettext("Actor"),
        },
    }


def _samples(words: Words) -> list[tuple[str, int]]:
    """Return a number for each plural form of a language (CLDR)."""
    form_of = words.locale.plural_form
    found = {form_of(number): number for number in range(200, -1, -1)}
    return sorted((form, number) for form, number in found.items())
