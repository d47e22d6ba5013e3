"""Cautions: what readers are told of retracted sources, of what rests on them, and of misprints, as plain words."""

from generator.edition import Document, Edition, KnownSource
from generator.edition.retractions import Fallen, fallen
from generator.model.parts import Misprint
from generator.text import real_host
from generator.words import Words


def retracted_on(words: Words, source: KnownSource) -> str:
    """Say when and why a source was retracted; nothing where it was not."""
    if source.retracted is None:
        return ""
    day, why = words.day(source.retracted.date), words.sentence(source.retracted.why)
    return words._("Retracted by its publisher on %(day)s: %(why)s", day=day, why=why)


def supported(words: Words, state: Fallen | None) -> str:
    """Say of a statement that it rests on a retracted source, alone or among others; nothing where it does not."""
    if state is None:
        return ""
    alone = words._("Retracted; nothing else supports this.")
    return alone if state == "alone" else words._("Retracted in part; other sources support this.")


def retracted_first(edition: Edition, document: Document, words: Words) -> str:
    """Say what rests on nothing but retracted sources of that which readers of a brief read first."""
    claims = edition.claims_of.get(document.key, ()) if edition.ask(fallen) else ()
    alone = {claim.path for claim in claims if edition.ask(fallen).get(claim.id) == "alone"}
    points = sum(1 for path in alone if path[0] == "key_points")
    said = [words._("The bottom line rests on nothing else.")] if ("bottom_line",) in alone else []
    if points:
        said.append(
            words.ngettext("%(num)s key point rests on nothing else.", "%(num)s key points rest on nothing else.", points)
        )
    return " ".join(said)


def real_hosts(source: KnownSource) -> tuple[str, ...]:
    """Return, in brackets, the hosts to which the links of a source lead, where readers would take them for others."""
    title = source.title or source.about or ""
    hosts = [real_host(source.url, title)] if source.url else []
    hosts += [real_host(source.retracted.address)] if source.retracted and source.retracted.address else []
    return tuple(f"({host})" for host in dict.fromkeys(hosts) if host)


def misprinted(words: Words, misprint: Misprint) -> str:
    """Say what a source prints by mistake, and what it must mean."""
    prints, means = words.quoted(misprint.prints), misprint.means
    told = words._("It prints %(words)s, for %(meaning)s", words=prints, meaning=words.quoted(means)) if means else ""
    told = words.sentence(told or words._("It prints %(words)s", words=prints))
    return f"{told} {words.sentence(misprint.why)}" if misprint.why else told
