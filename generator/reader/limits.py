"""How large a file may be. Each limit is far above any real brief; a wrong or hostile file must not stop the build."""

MAX_BYTES = 1_000_000
"""A brief has a few thousand bytes; a million is a pasted image or a wrong file, and would hold up every build."""

MAX_DEPTH = 32
"""Forms nest about six levels deep. Beyond a thousand levels, YAML libraries and Python's own stack give way."""

MAX_VALUES = 20_000
"""A brief has a few hundred values. The limit keeps memory small for a file that is nothing but brackets and commas."""

MAX_DIGITS = 18
"""A number of up to 18 digits keeps its exact value in every program that reads our JSON as 64-bit integers."""

MAX_FINDINGS = 100
"""Nobody reads more findings of one file at once, and the first few usually explain the rest."""
