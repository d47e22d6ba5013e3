"""In which languages a brief can be read."""

from markupsafe import Markup

from generator.edition import Edition, Key
from generator.edition.addresses import address_of
from generator.pages.sheet import Sheet
from generator.text import address, escape
from generator.words import direction, own_name


def versions(sheet: Sheet, key: Key) -> tuple[Markup, ...]:
    """Link a brief and its translations, the original first, each by what its speakers call the language; nothing for one."""
    return tuple(_version(sheet, other, key) for other in _keys(sheet.edition, key))


def meta(edition: Edition, key: Key) -> dict[str, list[dict[str, str]]]:
    """Return the `alternates` of a brief for `hreflang`: each language with the path of its page; `x-default` is the original."""
    keys = _keys(edition, key)
    found = [{"lang": edition.versions.language(other), "path": address_of(other)} for other in keys]
    return {"alternates": [*found, {"lang": "x-default", "path": address_of(keys[0])}]} if keys else {}


def _keys(edition: Edition, key: Key) -> tuple[Key, ...]:
    original = edition.versions.originals.get(key, key)
    found = (original, *edition.versions.translations.get(original, ()))
    return found if len(found) > 1 and key in found and not edition.documents[original].withdrawn else ()


def _version(sheet: Sheet, key: Key, here: Key) -> Markup:
    lang = sheet.edition.versions.language(key)
    name, attributes = escape(own_name(lang), start=False), f'lang="{lang}" dir="{direction(lang)}"'
    if key == here:
        return Markup(f'<span {attributes} aria-current="true">{name}</span>')
    return Markup(f'[{name}]({address(sheet.relative(address_of(key)))}){{: {attributes} hreflang="{lang}" }}')
