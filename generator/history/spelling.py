"""When two words are one: slips of the finger, and forms of the same word.

A *slip* is a word spelt wrong: two neighbours that changed places, a letter too few or too many of a pair, a last letter that
is missing or wrong or, in long words, one letter that was added, dropped or mistaken. No list of all words is at hand, so
short words, where one letter makes another word (talks, tanks), get no such benefit, nor do longer ones that are known to be
two. *Forms* of a word are its tenses and its plural, read off English endings.
"""

import re
from functools import cache

_SWAPPED = 3
"""From how many letters on two of them may have changed places; and so on, each kind of slip with its own."""
_OF_A_PAIR = 4
_LAST_MISSING = 4
_LAST_WRONG = 7
_ANY_LETTER = 8
_LETTERS_OF_A_STEM = 2


def listed(*lines: str) -> frozenset[str]:
    """Return the words of lines."""
    return frozenset(word for line in lines for word in line.split())


_TWO_WORDS = frozenset(
    frozenset(pair.split("/"))
    for pair in listed(
        "act/cat angel/angle arm/ram brunt/burnt calm/clam casual/causal corps/crops dairy/diary east/eats files/flies",
        "fired/fried fires/fries form/from lost/lots marital/martial nuclear/unclear own/won post/pots quiet/quite",
        "sacred/scared sign/sing signed/singed silver/sliver sue/use tired/tried trail/trial trails/trials unite/untie",
        "united/untied desert/dessert deserts/desserts later/latter loose/lose looses/loses loses/losses planed/planned",
        "filed/filled filing/filling hoped/hopped robed/robbed scraped/scrapped scraping/scrapping staring/starring taped/tapped",
        "planing/planning hoping/hopping coma/comma batted/bated adapting/adopting changing/charging cleaning/clearing",
        "complement/compliment contacts/contracts contacted/contracted contract/contrast contracts/contrasts",
        "contracted/contrasted counties/countries courting/counting crashing/crushing defected/deflected defected/detected",
        "defended/depended defending/depending detailed/detained detected/detested distract/district election/erection",
        "excelled/expelled expanded/expended exploded/explored exploding/exploring infected/injected infected/inflected",
        "marching/matching mediated/meditated mediation/meditation national/notional painting/pointing planning/planting",
        "pointing/printing protected/protested protecting/protesting refusing/refuting reported/resorted",
        "reporting/resorting resolved/revolved retailed/retained shelling/spelling shipping/shopping shooting/shouting",
        "stationary/stationery stepping/stopping stranger/stronger strapped/stripped tracking/trucking protects/protests",
    )
)
"""Words that differ as slips do, and are two."""
_ENDINGS = ("ed", "er", "es", "en", "or", "ee", "al", "ic", "ly", "ty", "ry", "cy", "an", "ng", "ts", "ns", "rs")
"""Ends of words: where both words have one, the last letter is no slip (attacked, attacker)."""
_MAKES_A_WORD = re.compile(r"s|(?<=e)d|(?<=[^aeiou]e)r|(?<=[nv])a|(?<=\w)e")
"""Last letters that make another word or form of what stands before them: office and officer, Aliyev and Aliyeva."""

_FORMS = {
    form: forms.split()[0]
    for line in (
        "say said/begin began begun/break broke broken/bring brought/build built/buy bought/come came/fall fell fallen",
        "fight fought/find found/fly flew flown/give gave given/go goes went gone/hold held/keep kept/know knew known/lead led",
        "leave left/lose lost/make made/meet met/pay paid/rise rose risen/run ran/see saw seen/send sent/shoot shot/stand stood",
        "speak spoke spoken/strike struck/take took taken/tell told/think thought/win won/withdraw withdrew withdrawn",
        "write wrote written/man men/woman women/child children/person people/will would/can could/may might/until till",
        "he him his himself/she her hers herself/we us our ours ourselves/i me my mine myself/you your yours",
    )
    for forms in line.split("/")
    for form in forms.split()
}
"""Forms that no ending tells, each with the first of its line."""
_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_NUMBERS = {word: str(number) for number, word in enumerate(_ONES.split())} | {
    word: str(10 * number) for number, word in enumerate(_TENS.split(), 2)
}
_KEPT = _NUMBERS.keys() | listed("dozen half hundred thousand million billion not never now none nor")
"""Words that nobody may guess at: another one turns the sense."""


_SUFFIXES = ("s", "es", "d", "ed", "ing")
_DOUBLES = re.compile(r"[^aeiou]*[aeiou][^aeiouwxy]")
"""Words that double their last letter before an ending: `planned` is a form of `plan`, `planed` is none."""


def is_slip(one: str, other: str) -> bool:
    """Tell whether of two words one is a misspelling of the other."""
    pair = frozenset((one, other))
    if not one.isalpha() or not other.isalpha() or pair & _KEPT or pair in _TWO_WORDS:
        return False
    if len(one) == len(other):
        return _is_mistaken(one, other)
    short, long = sorted((one, other), key=len)
    return len(long) == len(short) + 1 and _is_dropped(short, long)


def _is_mistaken(one: str, other: str) -> bool:
    first, *more = [at for at, (a, b) in enumerate(zip(one, other, strict=True)) if a != b] or [0]
    if more == [first + 1]:
        return len(one) >= _SWAPPED and one[first] == other[first + 1] and one[first + 1] == other[first]
    if more or first == 0:
        return False
    if first == len(one) - 1:
        return len(one) >= _LAST_WRONG and not (one.endswith(_ENDINGS) and other.endswith(_ENDINGS))
    return len(one) >= _ANY_LETTER


def _is_dropped(short: str, long: str) -> bool:
    if long[:-1] == short:
        is_end = long[-1] == "y" and len(short) < _LAST_WRONG
        return len(short) >= _LAST_MISSING and not is_end and not _MAKES_A_WORD.fullmatch(long, len(short))
    places = [at for at in range(1, len(long) - 1) if long[:at] + long[at + 1 :] == short]
    is_of_a_pair = any(long[at] in (long[at - 1], long[at + 1]) for at in places)
    return bool(places) and len(short) >= (_OF_A_PAIR if is_of_a_pair else _ANY_LETTER)


def canonical(word: str) -> str:
    """Return the first form of a word whose forms no ending tells; of the words for a number, its digits."""
    return _NUMBERS.get(word) or _FORMS.get(word, word)


def is_form(one: str, other: str) -> bool:
    """Tell whether two words are tenses of one verb, or the singular and plural of one noun."""
    return bool(_stems(one) & _stems(other))


@cache
def _stems(word: str) -> frozenset[str]:
    """Return what a word may be a form of, itself among it."""
    found = {word}
    for ending in _SUFFIXES:
        bare = word.removesuffix(ending)
        if bare == word or len(bare) <= _LETTERS_OF_A_STEM or word.endswith(("ss", "us", "is")):
            continue
        if ending == "ing":
            found.add(f"{bare}e")
        if ending == "es" and not bare.endswith(("s", "x", "z", "ch", "sh", "o")):
            continue
        if ending not in ("ed", "ing") or not _DOUBLES.fullmatch(bare):
            found |= {bare, re.sub(r"([^aeiou])\1$", r"\1", bare)}
    if re.fullmatch(r"\w{2,}ie[sd]", word):
        found.add(f"{word[:-3]}y")
    return frozenset(found | {canonical(each) for each in found})
