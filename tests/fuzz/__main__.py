"""A coverage-guided run outside of the suite: `python -m tests.fuzz TARGET [--seconds N]`. Needs `pip install atheris` (Linux).

What is found is written to `.cache/fuzz/TARGET/`; `python -m tests.fuzz TARGET FILE` tries one of these again. Before a bug is
mended, its input becomes a test.
"""

import argparse
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parents[2] / ".cache" / "fuzz"
LONGEST = 20_000
SLOWEST = 20
"""After so many seconds an input counts as one that hangs."""
MEMORY = 2048
"""Megabytes that a run may take; more is a bug."""


def main() -> int:
    """Run one target until the time is over or a bug is found."""
    words = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    words.add_argument("target", choices=["reader", "text", "model", "edition"])
    words.add_argument("inputs", nargs="*", type=Path, help="try these files alone")
    words.add_argument("--seconds", type=int, default=600)
    told = words.parse_args()
    try:
        atheris: Any = import_module("atheris")
    except ImportError:
        sys.exit("This run is guided by coverage: `pip install atheris` first. It needs Linux.")
    with atheris.instrument_imports(include=["generator"]):
        from tests.fuzz.targets import TARGETS, seeds
    if told.inputs:
        for path in told.inputs:
            TARGETS[told.target](path.read_bytes())
        return 0
    folder = FOLDER / told.target
    corpus = folder / "corpus"
    corpus.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(seeds(told.target)):
        (corpus / f"seed-{number}").write_bytes(seed)
    limits = (f"-max_total_time={told.seconds}", f"-max_len={LONGEST}", f"-timeout={SLOWEST}", f"-rss_limit_mb={MEMORY}")
    atheris.Setup([sys.argv[0], str(corpus), f"-artifact_prefix={folder}/", *limits], TARGETS[told.target])
    atheris.Fuzz()
    return 0


if __name__ == "__main__":
    sys.exit(main())
