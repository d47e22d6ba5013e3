"""A word that judges, in our own sentence.

## What it does
Finds adjectives and asides that tell readers what to feel or to think: “brutal”, “heroic”, “unprovoked”, “so-called”, “of
course”. Quoted words are left alone, and so is our analysis, `why_it_matters`. The words are a short list in the rule; those of
your own subject belong into `briefs/terms/`.

## Why it matters
A fact that is grave needs no adjective. With one, readers of the other side stop reading, and rightly ask what else was
coloured.

## Example
```yaml
what_happened: |
  A brutal attack cost four lives. [@mt]
```

## Use instead
```yaml
what_happened: |
  An attack cost four lives; Armenia called it “brutal”. [@mt, says armenia]
```
"""

from collections.abc import Iterator

from generator.diagnostics import Severity
from generator.edition import Document, Edition
from generator.rules.parts import Found, has_any, our_words, phrases, small, states_facts

SEVERITY = Severity.WARNING

_WORDS = (
    "brutal brutally barbaric barbarian savage savagely heinous cowardly ruthless ruthlessly bloodthirsty vicious viciously",
    "despicable evil monstrous horrific horrendous appalling shocking shockingly outrageous shameful shamefully disgraceful",
    "heroic heroically valiant valiantly glorious legendary unprovoked senseless treacherous notorious infamous so-called",
    "self-styled obviously clearly undoubtedly undeniable undeniably unsurprisingly unfortunately sadly regrettably thankfully",
    "mercifully tragically",
)
JUDGING_WORDS = (*(word for line in _WORDS for word in line.split()), "of course", "needless to say")
JUDGING = phrases(rf"\b(?:{'|'.join(JUDGING_WORDS)})\b")
_LONGEST = frozenset(max(words.split(), key=len) for words in JUDGING_WORDS)
SIGNS = sorted(sign for sign in _LONGEST if not any(other in sign for other in _LONGEST - {sign}))
"""Words by which a file is passed over that has none of them."""


def check(document: Document, edition: Edition) -> Iterator[Found]:
    """Find words that judge in what is told as fact."""
    for path, prose in document.parsed.texts if has_any(SIGNS, document) else ():
        if states_facts(path) or path == ("bottom_line",):
            for found in JUDGING.finditer(small(our_words(prose.source))):
                message = f"“{' '.join(found[0].split())}” judges what this sentence tells."
                yield Found(path, message, "Take it out, or quote who says so.", within=found.span())
