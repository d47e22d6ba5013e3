"""An edition in which every field of every form is filled in, made by walking the forms: nobody lists a field here.

Each text is a token, `word0007`; a test puts what it likes in their places. Fields that exclude each other (`title` and
`about` of a source) are spread over several entries.
"""

import json
from collections.abc import Iterator, Mapping
from functools import cache
from io import BytesIO
from itertools import combinations, product
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from PIL import Image
from pydantic import ValidationError, WithJsonSchema

from generator.model import KINDS
from generator.model.amounts import Amount
from generator.model.dates import When
from generator.model.parts import Form, Source
from generator.model.picture_files import PictureFile
from generator.model.references import Ref
from generator.model.values import Address, Day, Id, Language, OldId, Prose, Time, Yes

ADDRESS = "https://example.org/*a*/_b_/~c~/(d)/:smile:?e=[f]&copy=1&amp=2#^g^"
PLAIN: tuple[tuple[Any, Any], ...] = (
    (Address, ADDRESS),
    (Day, "2021-11-16"),
    (Time, "13:00+04:00"),
    (PictureFile, "picture.png"),
    (Language, "hy"),
    (When, "2021-11-16"),
    (Amount, "more than 6500"),
    (float, 40.5),
    (int, 30),
)


class Filler:
    """Fills in forms; `texts` holds the tokens that it gave out, each with the kind of text that it stands for."""

    def __init__(self) -> None:
        self.texts: dict[str, Any] = {}
        self.ids = 0

    def value(self, hint: Any, default: Any) -> Any:
        """Return a value for a field with this annotation."""
        origin, arguments = get_origin(hint), [part for part in get_args(hint) if part is not NoneType]
        if hint is Prose or is_text(hint):
            token = f"word{len(self.texts):04}"
            self.texts[token] = hint
            return f"{token} {CITED}" if hint is Prose else token
        if origin in (Union, UnionType):
            return self.value(arguments[0], default)
        if hint in (Id, OldId):
            self.ids += 1
            return f"id-{self.ids}"
        if hint == Yes:
            return default if default is not None else True
        for kind, plain in PLAIN:
            if hint == kind:
                return plain
        if origin is Literal:
            return default if default in arguments else arguments[0]
        if isinstance(hint, type) and issubclass(hint, Ref):
            return f"2021/{hint.kinds[0]}-1" if hint.kinds[0] == "brief" else f"{hint.kinds[0]}-1"
        if isinstance(hint, type) and issubclass(hint, Form):
            return next(self.variants(hint))
        if origin is tuple:
            item = arguments[0]
            several = isinstance(item, type) and issubclass(item, Form)
            return list(self.variants(item)) if several else [self.value(item, None), self.value(item, None)]
        if origin is dict:
            prefix = "own" if arguments[1] is Source else "id"
            return {f"{prefix}-{n}": filled for n, filled in enumerate(self.variants(arguments[1]), 1)}
        raise NotImplementedError(f"no value for {hint}: teach this walk the new kind of field")

    def variants(self, form: type[Form]) -> Iterator[dict[str, Any]]:
        """Yield filled forms that together have every field."""
        hints = get_type_hints(form, include_extras=True)
        for names, fixed in selections(form):
            yield {name: self.value(hints[name], form.model_fields[name].default) for name in names} | fixed


def is_text(hint: Any) -> bool:
    """Tell whether a field takes any words: text of any form, as its schema says."""
    found = [part.json_schema or {} for part in getattr(hint, "__metadata__", ()) if isinstance(part, WithJsonSchema)]
    return any(schema.get("type") == "string" and not {"pattern", "format"} & set(schema) for schema in found)


Selection = tuple[tuple[str, ...], dict[str, str]]


@cache
def selections(form: type[Form]) -> list[Selection]:
    """Return sets of fields that may stand together, and in which every field occurs.

    Each comes with the words that some fields must have for that, such as `stage: withdrawn`.
    """
    trial, hints = Filler(), get_type_hints(form, include_extras=True)
    fields = list(form.model_fields)
    every = {name: trial.value(hints[name], form.model_fields[name].default) for name in fields}
    words = [{}, *({name: word} for name in fields for word in get_args(hints[name]) if get_origin(hints[name]) is Literal)]
    chosen: list[Selection] = []
    for wanted in fields:
        if not any(wanted in names for names, _ in chosen):
            optional = [name for name in fields if name != wanted and not form.model_fields[name].is_required()]
            chosen.append(
                next(
                    (names, fixed)
                    for fewer, fixed in sorted(product(range(4), words), key=lambda way: way[0] + 2 * len(way[1]))
                    for without in combinations(optional, fewer)
                    for names in [tuple(name for name in fields if name not in without)]
                    if _fits(form, {name: every[name] for name in names} | fixed)
                )
            )
    return chosen


def _fits(form: type[Form], data: Mapping[str, Any]) -> bool:
    try:
        form.model_validate(data)
    except ValidationError:
        return False
    return True


CITED = "[@source-1, says actor-1, via publisher-1]"


def edition() -> tuple[dict[str, Any], dict[str, Any]]:
    """Return the data of every entry by its file, and the kind of text that each token stands for."""
    filler = Filler()
    files: dict[str, Any] = {}
    for kind, form in KINDS.items():
        folder = form.folder or "2021"
        for number, data in enumerate(filler.variants(form), 1):
            files[f"briefs/{folder}/{kind}-{number}.yml"] = data
    for file, data in files.items():
        if "translates" in data:  # one is the original, the others are in languages of their own
            number = int(file.removesuffix(".yml").rpartition("-")[2])
            data |= {"lang": ("hy", "de", "fr", "ar")[number - 1]}
            if number == 1:
                del data["translates"]
        if "/publishers/" in file:  # else its own sources would be called copies
            data["url"] = ADDRESS.replace("://", "://publisher.")
        for allowance in data["allow"]:
            allowance["rule"] = "unused-source"
        data["allow"].append({"rule": "rests-on-retracted-source", "reason": "Every source is filled in as a retracted one."})
        if own := "; ".join(f"@{id}, says actor-1" for id in data.get("sources", {})):
            key = "about" if "about" in data else next(name for name in ("summary", "in_short", "bottom_line") if name in data)
            data[key] = data[key].replace(CITED, f"[{own}]")
    return files, filler.texts


def pictures(files: Mapping[str, Any]) -> dict[str, bytes]:
    """Return the pictures that the briefs among the entries name."""
    written = BytesIO()
    Image.new("1", (40, 30)).save(written, "PNG")
    names = {f"{file.removesuffix('.yml')}/{image['file']}" for file, data in files.items() for image in data.get("images", ())}
    return dict.fromkeys(sorted(names), written.getvalue())


def as_yaml(files: Mapping[str, Any], words: Mapping[str, str]) -> dict[str, str]:
    """Write the entries with these words in the places of their tokens; JSON is YAML."""
    far = any(sign > "\uffff" for text in words.values() for sign in text)  # JSON writes these as pairs that YAML does not know
    return {file: json.dumps(_put(data, words), ensure_ascii=not far) for file, data in files.items()}


def _put(data: Any, words: Mapping[str, str]) -> Any:
    if isinstance(data, dict):
        return {key: _put(value, words) for key, value in data.items()}
    if isinstance(data, list):
        return [_put(value, words) for value in data]
    token = data[:8] if isinstance(data, str) else ""
    return words[token] + data[8:] if token in words else data
