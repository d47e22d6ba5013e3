"""Write sbom.cdx.json, the bill of materials (CycloneDX 1.6): the packages that the program runs with, and what it carries.

`python tools/sbom.py` writes it; `make lock` does so after each change of the locked packages. Packages, versions and hashes come
from requirements.txt, licences from the packages as they are installed. The same packages give the same bytes: it holds no
time, and its serial number follows from what is in it. No address from which packages are fetched stands in it.
"""

import re
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from importlib.metadata import metadata
from pathlib import Path

from cyclonedx.contrib.license.factories import LicenseFactory
from cyclonedx.model import ExternalReference, ExternalReferenceType, HashAlgorithm, HashType, XsUri
from cyclonedx.model.bom import Bom, BomMetaData
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.output.json import JsonV1Dot6
from packageurl import PackageURL

import generator

ROOT = Path(__file__).parent.parent
LOCK = ROOT / "requirements.txt"
PAGE = ROOT / "sbom.cdx.json"
OWN = "briefs"

SAID_LOOSELY = {
    "colorama": "BSD-3-Clause",
    "ghp-import": "Apache-2.0",
    "jinja2": "BSD-3-Clause",
    "mergedeep": "MIT",
    "pathspec": "MPL-2.0",
}
"""Licences of packages whose metadata names them in words or by a family; read in the packages themselves."""


@dataclass(frozen=True)
class Carried:
    """What somebody else made and lies in our folders: its files relative to `generator/`, and the package it was taken from."""

    name: str
    version: str
    licence: str
    files: tuple[str, ...]
    origin: str


_FONTS = "graphics/fonts"
_LETTERS = "theme/assets/fonts/source-serif-4"
CARRIED = (
    Carried(
        "Natural Earth",
        "4.1.0",
        "Public domain",
        ("graphics/data/earth.topojson.gz",),
        "world-atlas 2.0.2 and others, simplified: see generator/graphics/data/README.md",
    ),
    Carried(
        "Source Serif 4",
        "4.004",
        "OFL-1.1",
        (f"{_FONTS}/SourceSerif4_600SemiBold.ttf",),
        "pkg:npm/%40expo-google-fonts/source-serif-4@0.4.1",
    ),
    Carried(
        "Source Sans 3",
        "3.052",
        "OFL-1.1",
        (f"{_FONTS}/SourceSans3_600SemiBold.ttf",),
        "pkg:npm/%40expo-google-fonts/source-sans-3@0.4.1",
    ),
    Carried(
        "Noto Serif Armenian",
        "2.005",
        "OFL-1.1",
        (f"{_FONTS}/NotoSerifArmenian-Bold.ttf",),
        "pkg:deb/debian/fonts-noto-core@20201225",
    ),
    Carried(
        "Noto Serif Georgian",
        "2.001",
        "OFL-1.1",
        (f"{_FONTS}/NotoSerifGeorgian-Bold.ttf",),
        "pkg:deb/debian/fonts-noto-core@20201225",
    ),
    Carried(
        "Source Serif 4 (WOFF2)",
        "5.3.1",
        "OFL-1.1",
        tuple(
            f"{_LETTERS}/{subset}-{weight}.woff2"
            for subset in ("latin", "latin-ext")
            for weight in ("400-italic", "400-normal", "600-normal")
        ),
        "pkg:npm/%40fontsource/source-serif-4@5.3.1",
    ),
)


@dataclass(frozen=True)
class Locked:
    """A package as the lock has it: its hashes are those of all files in which it is published."""

    name: str
    version: str
    hashes: tuple[str, ...]
    needed_by: tuple[str, ...]


def locked(text: str) -> Iterator[Locked]:
    """Yield the packages of a lock, with the packages that need each."""
    for entry in re.split(r"\n(?=[a-z0-9])", text)[1:]:
        name, version = re.match(r"([\w.-]+)==([^\s;]+)", entry).groups()  # type: ignore[union-attr]
        via = entry.partition("# via")[2]
        hashes = tuple(re.findall(r"sha256:([0-9a-f]{64})", entry))
        needed_by = tuple(
            OWN if word == "requirements.in" else word for word in re.findall(r"[\w.-]+(?= \(|$)", via, re.MULTILINE)
        )
        yield Locked(name, version, hashes, needed_by)


def bill() -> str:
    """Return the bill of materials as JSON."""
    packages = tuple(locked(LOCK.read_text("utf-8")))
    parts = {package.name: _package(package) for package in packages}
    carried = [_carried(what) for what in CARRIED]
    own = Component(
        name=OWN,
        version=generator.__version__,
        type=ComponentType.APPLICATION,
        bom_ref=OWN,
        licenses=[LicenseFactory().make_from_string("MIT")],
    )
    seed = "\n".join(f"{part.bom_ref} {part.hashes}" for part in carried) + LOCK.read_text("utf-8")
    bom = Bom(
        components=[*parts.values(), *carried],
        serial_number=uuid.uuid5(uuid.NAMESPACE_URL, sha256(seed.encode()).hexdigest()),
        metadata=BomMetaData(component=own),
    )
    bom.metadata.timestamp = None  # type: ignore[assignment]
    bom.register_dependency(own, [parts[package.name] for package in packages if OWN in package.needed_by])
    bom.register_dependency(own, carried)
    for name, part in parts.items():
        bom.register_dependency(part, [parts[package.name] for package in packages if name in package.needed_by])
    return f"{JsonV1Dot6(bom).output_as_string(indent=1)}\n"


def _package(package: Locked) -> Component:
    address = PackageURL("pypi", None, package.name, package.version)
    published = ExternalReference(
        type=ExternalReferenceType.DISTRIBUTION,
        url=XsUri(str(address)),
        comment="The files in which this version is published; one of them is installed, and held against its hash.",
        hashes=[HashType(alg=HashAlgorithm.SHA_256, content=content) for content in package.hashes],
    )
    return Component(
        name=package.name,
        version=package.version,
        type=ComponentType.LIBRARY,
        bom_ref=str(address),
        purl=address,
        licenses=[LicenseFactory().make_from_string(licence_of(package.name))],
        external_references=[published],
    )


def licence_of(name: str) -> str:
    """Return the licence of an installed package as an SPDX expression."""
    about = metadata(name)
    return SAID_LOOSELY.get(name) or str(about["License-Expression"] or about["License"])


def _carried(what: Carried) -> Component:
    files = [
        Component(
            name=f"generator/{file}",
            type=ComponentType.FILE,
            bom_ref=f"generator/{file}",
            hashes=[HashType(alg=HashAlgorithm.SHA_256, content=sha256((ROOT / "generator" / file).read_bytes()).hexdigest())],
        )
        for file in what.files
    ]
    return Component(
        name=what.name,
        version=what.version,
        type=ComponentType.DATA,
        bom_ref=f"carried:{what.name}",
        description=f"From {what.origin}",
        licenses=[LicenseFactory().make_from_string(what.licence)],
        components=files,
    )


if __name__ == "__main__":
    PAGE.write_text(bill(), encoding="utf-8", newline="\n")
