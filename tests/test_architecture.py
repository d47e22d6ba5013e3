"""The rooms and their borders: what each may import, held against the code."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

GENERATOR = Path(__file__).parent.parent / "generator"

MAY_IMPORT = {
    "diagnostics": "",
    "asking": "",
    "settings": "diagnostics",
    "reader": "diagnostics",
    "text": "diagnostics",
    "model": "diagnostics text",
    "words": "model",
    "edition": "model text settings diagnostics asking",
    "rules": "edition model text diagnostics asking",
    "explained": "rules",
    "graphics": "edition model text words",
    "outputs": "edition model text words graphics asking",
    "pages": "edition model text words graphics outputs asking diagnostics",
    "press": "pages",
    "build": "reader rules graphics edition model text settings diagnostics asking",
    "publish": "build press pages outputs edition text words diagnostics asking",
    "live": "build diagnostics",
    "delivery": "",
    "reporters": "diagnostics",
    "scaffold": "model edition diagnostics",
    "fix": "reader model edition diagnostics",
    "history": "model edition text reporters diagnostics",
    "theme": "",
    "cli": "build publish delivery reporters settings diagnostics rules explained model scaffold fix history asking",
    "mkdocs_plugin": "build publish live delivery press reporters settings diagnostics pages asking",
    "__main__": "cli",
}
"""The table of the design, each room below all that it may import. What readers see is said in `words`, so it stands below
all rooms that speak to them; it knows the values that it says, `model`, and nothing of what is made of them. A room
may always import itself; the faces may also name the findings, and the plugin the pages, that they hand on."""

WORLD = frozenset(
    (
        *(
            "asyncio",
            "glob",
            "http",
            "io",
            "logging",
            "multiprocessing",
            "os",
            "platform",
            "random",
            "secrets",
            "shutil",
            "signal",
        ),
        *("socket", "ssl", "subprocess", "sys", "tempfile", "threading", "time", "urllib.request", "uuid"),
    )
)
"""What reaches the disk, the clock, the network, the log, chance or the machine."""

OUTSIDE = {
    "asking": ("io",),  # answers are written down in memory
    "settings": (),
    "words": ("io",),  # gettext reads catalogues from files alone, if only from one in memory
    "graphics": ("io",),  # a picture is written to a file, if only to one in memory
    "reporters": (),
    "build": (
        "multiprocessing",
        "os",
        "secrets",
        "sys",
        "time",
    ),  # copies of itself work; no link is followed; a cache key is made by chance; a file that is being written is waited for
    "publish": ("multiprocessing", "os"),  # pages are pressed by copies of itself; they wait in files that many write
    "live": ("os", "threading", "time"),  # it looks at files again and again while it answers
    "delivery": ("os", "shutil", "sys"),  # its business is a folder on disk
    "cli": ("click", "os", "shutil", "signal", "socket", "subprocess", "sys", "tempfile", "time"),
    "mkdocs_plugin": ("logging", "mkdocs", "os", "platform", "shutil", "sys", "tempfile", "time"),
}
"""The rooms outside the core, and what of the world each of them needs."""

READS = frozenset(
    ("read_text", "read_bytes", "write_text", "write_bytes", "iterdir", "glob", "rglob", "exists", "is_file", "stat")
)
CLOCK = frozenset(("now", "today", "utcnow", "monotonic", "time_ns", "sleep"))
DELIVERY = ("beside", "exchange", "gathering", "ground", "manifest", "parts", "piecewise", "standing", "workshop")
AT_THE_DOOR = {
    "build/clock.py": "the one place that reads the clock",
    "build/folder.py": "the site's folder",
    "build/listing.py": "the site's folder",
    "build/seal.py": "the key of a cache is a file of the user, made by chance; nothing that is published knows it",
    "build/recall.py": "the cache is files of the site, its version the files of the package",
    "build/whole.py": "the files of the cache",
    **{f"delivery/{module}.py": "the site's folder" for module in DELIVERY},
    "live/lookout.py": "it looks again and again",
    "live/showcase.py": "the folder of the preview",
    "publish/printing.py": "what MkDocs has built lies in files",
    "publish/versions.py": "the version of a room is that of its files",
    "publish/project.py": "the theme is files of the package",
    "graphics/earth.py": "the map is a file of the package",
    "explained/__init__.py": "the explanations are files of the package",
    "words/catalogue.py": "the catalogues are files of the package",
    "scaffold/site.py": "the new site is files of the package",
}
"""The modules that touch disk or clock nevertheless, each with its reason."""
FACES = ("cli", "mkdocs_plugin")
LONGEST = 260
NAMES_THAT_SAY_NOTHING = frozenset(("utils", "util", "helpers", "helper", "manager", "common", "misc", "base"))

MODULES = {path.relative_to(GENERATOR).as_posix(): path.read_text("utf-8") for path in sorted(GENERATOR.rglob("*.py"))}
every_module = pytest.mark.parametrize("module", MODULES)


def room_of(module: str) -> str:
    """Return the room of a module, such as `edition/claims.py`; that of the package itself is empty."""
    return module.partition("/")[0].removesuffix(".py").replace("__init__", "")


def imports(module: str) -> Iterator[str]:
    """Yield the full name of everything that a module imports, also inside its functions."""
    package = ["generator", *Path(module).parent.parts]
    for node in ast.walk(ast.parse(MODULES[module])):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package[: len(package) - node.level + 1] if node.level else []
            origin = ".".join([*above, *([node.module] if node.module else [])])
            yield from (f"{origin}.{name.name}" for name in node.names)


@every_module
def test_a_room_imports_only_what_the_table_allows(module: str) -> None:
    room = room_of(module)
    allowed = {room, "__version__", *MAY_IMPORT.get(room, "").split()}
    used = {name.split(".")[1] for name in imports(module) if name.startswith("generator.")}
    assert used <= allowed, f"{room or 'generator'} may not import {sorted(used - allowed)}"


def test_every_room_stands_in_the_table_and_no_import_leads_up() -> None:
    assert {room_of(module) for module in MODULES} - {""} <= set(MAY_IMPORT)
    line = list(MAY_IMPORT)
    for room, others in MAY_IMPORT.items():
        assert set(others.split()) <= set(line[: line.index(room)]), f"{room} may only import what stands above it"


@every_module
def test_only_the_plugin_imports_mkdocs(module: str) -> None:
    assert room_of(module) == "mkdocs_plugin" or not any(name.split(".")[0] == "mkdocs" for name in imports(module))


@every_module
def test_only_the_faces_reach_the_world(module: str) -> None:
    reached = {name for name in imports(module) if name.split(".")[0] in WORLD or name.rpartition(".")[0] in WORLD}
    allowed = OUTSIDE.get(room_of(module), ())
    assert not {name for name in reached if name.split(".")[0] not in allowed}


@pytest.mark.parametrize("module", [module for module in MODULES if room_of(module) not in FACES])
def test_the_core_touches_neither_disk_nor_clock(module: str) -> None:
    called = {node.func for node in ast.walk(ast.parse(MODULES[module])) if isinstance(node, ast.Call)}
    names = {call.attr for call in called if isinstance(call, ast.Attribute)}
    touches = names & (READS | CLOCK) or {call.id for call in called if isinstance(call, ast.Name)} & {"open", "print", "input"}
    assert bool(touches) == (module in AT_THE_DOOR), touches


@every_module
def test_a_module_is_small_says_what_it_is_for_and_has_a_name(module: str) -> None:
    docstring = ast.get_docstring(ast.parse(MODULES[module])) or ""
    assert docstring.partition("\n")[0].strip(), "a module opens with what it is for"
    assert MODULES[module].count("\n") <= LONGEST, "a module this long has two subjects"
    assert not NAMES_THAT_SAY_NOTHING & set(Path(module).with_suffix("").parts)
