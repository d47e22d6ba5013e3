"""What templates say of the catalogue: `{{ _("Key points") }}`, `{{ ngettext("%(num)s source", "%(num)s sources", n) }}`.

The words of a message are plain text, whoever translated them. Markup stays in the template, and a value may be finished
markup: `{{ _("See %(link)s.", link=link) }}`.
"""

import re
from collections.abc import Callable, Mapping
from functools import cache

from markupsafe import Markup

from generator.words import Words

_PLACE = re.compile(r"%\((\w+)\)s")
_HOLE = "\ue000"
"""Stands for a value while the words around it are escaped, so that they are judged as they will stand."""

Escape = Callable[[object, bool], Markup]
"""Makes a value harmless for the output, unless it is finished; the second argument tells whether it begins the text."""


def functions(words: Words, escape: Escape) -> Mapping[str, Callable[..., Markup]]:
    """Return the functions of gettext by their names in templates."""

    @cache
    def parts(translated: str) -> tuple[Markup, tuple[tuple[str, str], ...]]:
        """Return what stands before the first value, and each value's name with what stands behind it."""
        plain = _PLACE.sub(_HOLE, translated).replace("%%", "%")
        begins = not plain[:1].isalpha()  # a label such as `Disputed:` begins nothing else
        first, *between = str(escape(plain, begins)).split(_HOLE)
        return Markup(first), tuple(zip(_PLACE.findall(translated), between, strict=True))

    def say(translated: str, values: Mapping[str, object]) -> Markup:
        first, between = parts(translated)
        if not between:
            return first
        said = str(first)
        for name, after in between:
            said = f"{said}{escape(values[name], not said)}{after}"
        return Markup(said)

    def gettext(message: str, /, **values: object) -> Markup:
        return say(words.catalogue.gettext(message), values)

    def pgettext(context: str, message: str, /, **values: object) -> Markup:
        return say(words.catalogue.pgettext(context, message), values)

    def ngettext(one: str, many: str, amount: int, /, **values: object) -> Markup:
        return say(words.catalogue.ngettext(one, many, amount), {"num": words.number(amount), **values})

    return {"_": gettext, "gettext": gettext, "pgettext": pgettext, "ngettext": ngettext}
