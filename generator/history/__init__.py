"""What changed in meaning from one state of a site to another: claims, quotes, figures, sources, questions, whole entries.

Two states come in, data goes out, and from it a report in one of the formats in `report/`. How the states are got, from
Git or from a folder, is the face's business; no page depends on it.
"""

from generator.history.change import Change, Comparison, Detail, EntryChanges, How, What
from generator.history.comparing import compare
from generator.history.side import Side
from generator.history.unnoted import unnoted

__all__ = ["Change", "Comparison", "Detail", "EntryChanges", "How", "Side", "What", "compare", "unnoted"]
