"""What each part of the long run found, kept as JSON so that parts can be run apart and told together."""

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from pathlib import Path

from tests.hostile.outputs import Look

FOLDER = Path(__file__).parents[2] / ".cache" / "hostile"


@dataclass
class Result:
    """What a part of the run tried, what it looked at, and what it found wrong."""

    tried: dict[str, int] = field(default_factory=dict)
    looks: dict[str, int] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)

    def add(self, looks: Iterable[Look], case: object) -> None:
        """Add what was seen in one case."""
        for look in looks:
            self.looks[look.output] = self.looks.get(look.output, 0) + 1
            if look.fault:
                self.faults.append(f"{case}: {look.output}, {look.name}: {look.fault}")

    def join(self, other: "Result") -> None:
        """Add what another part of the same kind found."""
        self.tried = dict(Counter(self.tried) + Counter(other.tried))
        self.looks = dict(Counter(self.looks) + Counter(other.looks))
        self.faults += other.faults


def keep(part: str, result: Result) -> None:
    """Keep the result of a part."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    (FOLDER / f"{part}.json").write_text(json.dumps(asdict(result), indent=1, sort_keys=True), "utf-8")


def kept(part: str) -> Result:
    """Return the kept result of a part."""
    return Result(**json.loads((FOLDER / f"{part}.json").read_text("utf-8")))


def is_kept(part: str) -> bool:
    """Tell whether there is a result of a part."""
    return (FOLDER / f"{part}.json").is_file()


def forget(parts: Iterable[str]) -> None:
    """Forget the results of these parts."""
    for part in parts:
        (FOLDER / f"{part}.json").unlink(missing_ok=True)
