"""Write ARCHITECTURE.md from the opening comments of the modules, so that the page says what the code says.

`python tools/architecture.py` writes the page; with `--check` it only tells whether the page is up to date (exit status 1
if it is not).
"""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "ARCHITECTURE.md"

OPENING = """# Architecture

The generator is a straight line of pure functions. What each room and each module is for stands in its own first lines,
from which `python tools/architecture.py` makes this page. A test holds the imports of the rooms against
[the table in it](tests/test_architecture.py).

```
read  →  parse  →  link  →  check  →  render  →  publish
text     model     edition   diagnostics  pages      files or MkDocs
```
"""

ROOMS = (
    "diagnostics",
    "asking",
    "settings",
    "reader",
    "text",
    "model",
    "words",
    "edition",
    "rules",
    "explained",
    "graphics",
    "outputs",
    "pages",
    "press",
    "build",
    "publish",
    "live",
    "delivery",
    "reporters",
    "scaffold",
    "fix",
    "history",
    "cli",
    "mkdocs_plugin",
)
"""The rooms in the order of the line."""


def page() -> str:
    """Return the text of the page."""
    generator = ROOT / "generator"
    found = {path.stem for path in generator.iterdir() if path.suffix == ".py" or (path / "__init__.py").exists()}
    missing = sorted(found - set(ROOMS) - {"__init__", "__main__"})
    assert not missing, f"Add to ROOMS: {missing}"
    return OPENING + "".join(part for room in ROOMS if room in found for part in _room(generator / room))


def _room(path: Path) -> Iterator[str]:
    if not path.is_dir():
        yield f"\n## {path.name}\n\n{_opening(path.with_suffix('.py'))}\n"
        return
    yield f"\n## {path.name}\n\n{_opening(path / '__init__.py')}\n\n| module | for |\n| --- | --- |\n"
    for module in sorted(path.rglob("*.py")):
        name = module.relative_to(path).as_posix().removesuffix(".py").removesuffix("/__init__")
        if name != "__init__":
            yield f"| `{name}` | {_opening(module).split(chr(10) * 2)[0].replace(chr(10), ' ')} |\n"


def _opening(module: Path) -> str:
    opening = ast.get_docstring(ast.parse(module.read_text("utf-8")))
    assert opening, f"{module} says nothing about itself"
    return opening


if __name__ == "__main__":
    if "--check" in sys.argv:
        sys.exit(0 if PAGE.is_file() and PAGE.read_text("utf-8") == page() else "ARCHITECTURE.md is out of date.")
    PAGE.write_text(page(), "utf-8")
