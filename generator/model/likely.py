"""What an editor likely meant who wrote a date, a time or a number in other words than the forms take.

Each function returns the form to write instead, or nothing where the words can be read in two ways or in none.
"""

import re
from collections.abc import Iterable
from datetime import date as Date
from difflib import SequenceMatcher, get_close_matches

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>[12]\d{3})"
_WEEKDAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?"
_DATES = tuple(
    re.compile(_WEEKDAY + form)
    for form in (
        rf"{_DAY} (?:of )?{_MONTH},? {_YEAR}",
        rf"{_MONTH} {_DAY},? {_YEAR}",
        rf"{_MONTH},? {_YEAR}",
        r"(?P<year>[12]\d{3})[-./](?P<number>\d{1,2})[-./](?P<day>\d{1,2})(?:t| |, ).*\d:\d\d.*",
        r"(?P<year>[12]\d{3})[-./](?P<number>\d{1,2})(?:[-./](?P<day>\d{1,2}))?",
        r"(?P<year>[12]\d{3})(?P<number>\d\d)(?P<day>\d\d)",
        _YEAR,
    )
)
_EDTF = re.compile(r"([12]\d{3})-(\d\d)(?:-(\d\d))?")
BULLET = re.compile(r"(?:^|\s+)[•●◦▪‣–—*]\s+")
"""What word processors begin the items of a list with."""
_NUMBERS = re.compile(r"(\d{1,2})[-./ ](\d{1,2})[-./ ]([12]\d{3})")
_RANGE = re.compile(r"(?:from |between )?(.+?)(?: (?:to|until|till|through|and|[-–—]) |[–—]|(?<=\d{4})[-/](?=\d{4}))(.+)")
_DAYS = re.compile(rf"(\d{{1,2}}) ?[-–—] ?(?P<rest>\d{{1,2}} (?:of )?{_MONTH},? {_YEAR})")
_ABOUT = re.compile(r"(?:about|around|circa|ca\.?|c\.) ?")
_SINCE = re.compile(r"(?:since|from) ")

_BOUNDS = {
    "more than": ("over", "above", "upwards of", "in excess of", "more then", ">"),
    "at least": ("no fewer than", "no less than", "not less than", "minimum", "a minimum of", ">=", "≥"),
    "nearly": ("almost", "close to", "just under", "just below"),
    "about": ("around", "approximately", "approx.", "approx", "roughly", "some", "circa", "ca.", "c.", "~", "≈"),
    "fewer than": ("under", "below", "less than", "<"),
    "up to": ("at most", "no more than", "not more than", "maximum", "a maximum of", "<=", "≤"),
}
_MEANT = {words: bound for bound, others in _BOUNDS.items() for words in (bound, *others)}
_FACTORS = {"thousand": 3, "million": 6, "billion": 9, "k": 3, "m": 6, "bn": 9}
_NO_UNIT = r"(?:.* )?(?:dozens?|hundreds?|lakh|crore|and|or|to|of)\b"
_BOUND = "|".join(re.escape(words) for words in sorted(_MEANT, key=len, reverse=True))
_AMOUNT = re.compile(
    rf"(?P<bound>{_BOUND})? ?(?P<number>\d[\d.,'’_ ]*)"
    rf"(?P<factor> ?(?:{'|'.join(_FACTORS)})\b)?(?: (?!{_NO_UNIT})[a-z ]+)?"
)
_GROUPED = re.compile(r"\d{1,3}(?:(?P<mark>[, _'’])\d{3}(?:(?P=mark)\d{3})*)(?:\.\d+)?|\d+(?:\.\d+)?")


def likely_date(words: str) -> str:
    """Return the date in EDTF that an editor who wrote it in English or with other signs likely meant, else nothing."""
    words = re.sub(r"(?<=\d)[‐‑‒–—−](?=\d)", "-", " ".join(words.lower().split()).strip("\"'“”‘’«»„"))
    if found := _EDTF.fullmatch(words):  # it was written with other dashes, or in quotation marks
        return _valid(*found.groups())
    if found := _ABOUT.match(words):
        date = likely_date(words[found.end() :])
        return f"{date}~" if date and date[-1].isdigit() and "/" not in date else ""
    if date := _one_date(words):
        return date
    if found := _DAYS.fullmatch(words):
        last = _one_date(found["rest"])
        return f"{first}/{last}" if last and (first := _valid(last[:4], last[5:7], found[1])) else ""
    if found := _RANGE.fullmatch(words):
        first, last = _one_date(found[1]), _one_date(found[2])
        return f"{first}/{last}" if first and last and first <= last else ""
    if found := _SINCE.match(words):
        return f"{date}/.." if (date := _one_date(words[found.end() :])) else ""
    return ""


def either_date(words: str) -> tuple[str, str] | None:
    """Return the two days that numbers such as 11/12/2021 may mean, where nobody can tell which comes first."""
    found = _NUMBERS.fullmatch(words.strip())
    either = (_valid(found[3], found[2], found[1]), _valid(found[3], found[1], found[2])) if found else ("", "")
    return either if all(either) and either[0] != either[1] else None


def date_advice(words: str, *, day: bool = False) -> str:
    """Say what to write instead of these words; with `day`, nothing less than a day will do."""
    if either := either_date(words):
        return f"This may mean {either[0]} or {either[1]}: write the one that it is."
    likely = likely_date(words)
    if not day:
        return f"Write `{likely}`." if likely else f"Write the year first, in digits. {OTHER_DATES}"
    return (
        f"Write `{likely}`."
        if len(likely) == 10 and likely[-1].isdigit()
        else "Write year, month and day in digits, in this order."
    )


def sure_word(word: str, known: Iterable[str], least: float = 0.85) -> str:
    """Return the known word that is spelt nearly like `word`, if only one comes close and no number differs; else nothing."""
    close = get_close_matches(word, known, n=2, cutoff=least - 0.05)
    if len(close) != 1 or re.sub(r"\D", "", word) != re.sub(r"\D", "", close[0]):
        return ""
    return close[0] if SequenceMatcher(None, word, close[0]).ratio() >= least else ""


def sure_date(words: str, *, day: bool = False) -> str:
    """Return the date that these words mean where writing it in EDTF loses nothing, such as a time or a weekday."""
    likely = likely_date(words)
    loses = ":" in words or re.search(r"day\b", words, re.IGNORECASE)
    return "" if loses or (day and not re.fullmatch(r"\d{4}-\d\d-\d\d", likely)) else likely


OTHER_DATES = (
    "There are also `2021~` for about, `2021-11-16?` for not sure, `2021-11-17/2021-11-23` for from and to, "
    "`2021-11-17/..` for since."
)


def _one_date(words: str) -> str:
    if found := _NUMBERS.fullmatch(words):
        day, month = int(found[1]), int(found[2])
        if month > 12:  # the month stands first
            day, month = month, day
        return _valid(found[3], month, day) if day > 12 or day == month else ""
    for form in _DATES:
        if found := form.fullmatch(words):
            parts = found.groupdict()
            name, number = parts.get("month"), parts.get("number")
            month_of_name = _MONTHS.index(name[:3]) + 1 if name else None
            return _valid(parts["year"], month_of_name or number, parts.get("day"))
    return ""


def _valid(year: str, month: str | int | None = None, day: str | int | None = None) -> str:
    """Return a date in EDTF, if the calendar has it."""
    try:
        date = Date(int(year), int(month or 1), int(day or 1)).isoformat()
    except ValueError:
        return ""
    return date[: 10 if day else 7 if month else 4]


def likely_amount(words: str) -> str:
    """Return the number, with its bound, that an editor who wrote it in another way likely meant, else nothing."""
    words = " ".join(words.lower().split()).removesuffix("%")
    if re.fullmatch(r"\d[\d,]*\+", words):
        words = f"at least {words[:-1]}"
    elif re.fullmatch(r"\d+,\d{1,2}", words):  # many write a fraction with a comma
        words = words.replace(",", ".")
    found = _AMOUNT.fullmatch(words)
    number = found["number"].strip(" .,") if found else ""
    if not found or not _GROUPED.fullmatch(number):
        return ""
    digits = re.sub(r"[^\d.]", "", number)
    if found["factor"]:
        whole, _, fraction = digits.partition(".")
        zeros = _FACTORS[found["factor"].strip()] - len(fraction)
        if zeros < 0:
            return ""
        digits = (whole + fraction + "0" * zeros).lstrip("0")
    return f"{_MEANT[found['bound']]} {digits}" if found["bound"] else digits


def sure_amount(words: str) -> str:
    """Return the number that these words mean where only its signs change and no word is lost, as in `6,500`."""
    likely = likely_amount(words)
    if "%" in words or ("." in likely and "." not in words):
        return ""
    letters = [re.sub(r"[^a-z]", "", form.lower()) for form in (words, likely)]
    return likely if letters[0] == letters[1] else ""


def likely_range(words: str) -> tuple[str, str] | None:
    """Return the two ends, where somebody wrote a range as one value, such as `20-30`."""
    found = re.fullmatch(r"(?:between |from )?(\S+?)(?: ?[-–—] ?| to | and )(\d\S*)", words.strip().lower())
    ends = (likely_amount(found[1]), likely_amount(found[2])) if found else ("", "")
    return ends if all(end[:1].isdigit() for end in ends) else None


def likely_time(words: str) -> str:
    """Return the time of day, and its offset if there is one, as RFC 3339 writes it, else nothing."""
    found = re.fullmatch(
        r"(\d{1,2})(?:[:.h](\d{2}))?(?::\d{2})? ?([ap]\.?m\.?)? ?(z|utc|[-+]\d{1,2}(?::?\d{2})?)?", words.strip().lower()
    )
    if not found or not (found[2] or found[3]):
        return ""
    hour, minute, half, offset = int(found[1]), found[2] or "00", found[3], found[4] or ""
    if half and not 1 <= hour <= 12:
        return ""
    hour = hour % 12 + (12 if half[0] == "p" else 0) if half else hour
    if hour > 23 or int(minute) > 59:
        return ""
    if offset[:1] in ("z", "u"):
        offset = "Z"
    elif offset:
        digits = offset[1:].replace(":", "")
        offset = f"{offset[0]}{digits[:-2] if len(digits) > 2 else digits:>02}:{digits[-2:] if len(digits) > 2 else '00'}"
    return f"{hour:02}:{minute}{offset}"


def time_advice(words: str) -> str:
    """Say what to write instead of these words for a time of day with its offset."""
    likely = likely_time(words)
    if re.search(r"Z$|[+-]\d\d:\d\d$", likely):
        return f"Write `{likely}`."
    if likely:
        return f"Add the offset of the place, as in `{likely}+04:00`, or `{likely}Z` for UTC."
    if re.match(r"(2[4-9]|[3-9]\d)[:.]\d\d|\d\d?[:.][6-9]\d", words):
        return "A day has the hours 00 to 23, and an hour the minutes 00 to 59. Check it against the source."
    return "Add the offset of the place, as in 13:00+04:00, or Z for UTC."
