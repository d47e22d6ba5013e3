"""The other parts of the long run: places of a page, values that are no text, what is refused, damaged files."""

import random
import re
from collections.abc import Iterable, Iterator

from generator import model, reader
from generator.diagnostics import Severity, Span
from generator.model.values import LONGEST_HEADLINE
from generator.text import parse, to_markdown
from generator.text.escape import shown
from tests.fuzz.targets import TARGETS, seeds
from tests.fuzz.test_fuzz import damaged
from tests.hostile.corpora import every
from tests.hostile.dealing import can_stand, is_words, readable
from tests.hostile.judging import seen
from tests.hostile.outputs import KINDS, Look, html
from tests.hostile.results import Result
from tests.hostile.values import looks
from tests.reader.suite import ACCEPTED, OTHERWISE, REFUSED, cases
from tests.text.test_hostile import BATCH, PLACES, Pages, breaking, with_words

IN_PLACES = "places of a page, all Markdown extensions on"
DAMAGED = {"reader": 10_000, "text": 10_000, "model": 5_000, "edition": 500}
"""How many damaged examples each target gets."""


def places(hands: int, *, go_on: bool = False) -> Result:
    """Set every string into every place of a page, with every extension of the Markdown parser on."""
    result, strings = Result(), with_words(every())
    for place in PLACES:
        broken = [each for at in range(0, len(strings), BATCH) for each in breaking(place, strings[at : at + BATCH])]
        result.faults += [f"{place}: {IN_PLACES}, {string!r}" for string in broken]
        result.looks[IN_PLACES] = result.looks.get(IN_PLACES, 0) + len(strings)
    result.tried = {"strings": len(strings), "places": len(PLACES)}
    return result


def values(hands: int, *, go_on: bool = False) -> Result:
    """Give every string to every kind of value that is no text."""
    result = Result({"strings": len(every())})
    result.add(looks(every()), "values")
    return result


def refused(hands: int, *, go_on: bool = False, strings: Iterable[str] | None = None) -> Result:
    """Look at what becomes of the strings that no field can hold as words: a finding, or markup of ours and nothing else."""
    result = Result()
    for string in every() if strings is None else strings:
        if not all(can_stand(string, kind) for kind in set(KINDS.values())):
            result.join(Result({"strings": 1}))
            result.add(_in_prose(string), repr(string))
    return result


ALLOWED = ("html", "head", "body", "p", "em", "strong", "a", "ul", "ol", "li", "blockquote")
LEADS = ("http://", "https://", "mailto:")
SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_ROOT = reader.Mapping((), Span(1, 1, 1, 1))


def _in_prose(string: str) -> Iterator[Look]:
    if not "".join(shown(string).split()):
        return
    if not readable(string):
        data = b'a: "' + "".join(f"\\U{ord(sign):08x}" for sign in string).encode() + b'"\n'
        yield Look("texts refused with words", "a file", "" if reader.read(data, "x.yml").diagnostics else "no finding")
    elif len(string) > LONGEST_HEADLINE:
        _, faults = model.parse({"title": string}, "brief", reader.Positions("x.yml", _ROOT))
        told = any(f"at most {LONGEST_HEADLINE}" in fault.message for fault in faults)
        yield Look("texts refused with words", "a headline", "" if told else "no finding")
    if readable(string) and not is_words(string):
        text = parse(string)
        page = seen(html(to_markdown(text, Pages())))
        odd = [tag for tag in page.shape if tag[0] not in ALLOWED or set(tag[2:]) - {"class", "href"}]
        odd += [(link,) for link in page.links if SCHEME.match(link) and not link.lower().startswith(LEADS)]
        grave = any(problem.severity is Severity.ERROR for problem in text.problems)
        yield Look("texts refused with words" if grave else "texts with markup of ours", "a text", f"{odd[0]}" if odd else "")


def suite(hands: int, *, go_on: bool = False) -> Result:
    """Read every case of the public test suite of YAML."""
    result = Result()
    for case in cases():
        reading = reader.read(case.yaml.encode(), "x.yml")
        grave = any(finding.severity is Severity.ERROR for finding in reading.diagnostics)
        right = not grave and case.inside and reading.root is not None and reader.plain(reading.root) == case.value
        known = case.id in {**REFUSED, **ACCEPTED, **OTHERWISE}
        told = "" if known or right or (grave and not case.inside) else "read otherwise"
        result.add([Look("cases of yaml-test-suite", case.id, told)], case.id)
    return result


def damage(hands: int, *, go_on: bool = False) -> Result:
    """Give each target of the fuzzing damaged examples, from dice that fall the same each time."""
    result = Result()
    for target, amount in DAMAGED.items():
        dice, known = random.Random(target), seeds(target)
        for number in range(amount):
            data = damaged(dice.choice(known), dice, dice.randint(1, 8))
            try:
                TARGETS[target](data)
            except Exception as error:
                result.faults.append(f"number {number}: damaged files: {target}, {error!r}")
        result.looks[f"damaged files: {target}"] = amount
    return result
