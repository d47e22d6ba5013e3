"""The site's own settings, read from its `mkdocs.yml`: what it is called, where it is published, its language and time zone.

The settings of the generator itself stand there under `plugins: - briefs:`; a site says nothing twice.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from difflib import get_close_matches
from typing import Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, available_timezones

import yaml
from babel import Locale, UnknownLocaleError
from yaml_env_tag import construct_env_tag  # type: ignore[import-untyped]

from generator.diagnostics import Diagnostic, Place, Severity, Span

DEFAULT_FILE = "mkdocs.yml"


@dataclass(frozen=True, slots=True)
class Options:
    """What a site may set under `plugins: - briefs:`."""

    briefs_dir: str = "briefs"
    """The folder of the briefs and the shared entries, beside `mkdocs.yml`."""
    timezone: str = "Etc/UTC"
    """The time zone in which a day of publication begins (IANA name)."""
    language: str = "en"
    """The language of the site (BCP 47)."""


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings that pages and checks depend on. `url` is empty where the site does not say where it is published."""

    name: str = "Briefs"
    url: str = ""
    description: str = ""
    docs_dir: str = "docs"
    site_dir: str = "site"
    options: Options = Options()
    faulty: bool = False
    """Whether a fault hides what the file sets. It is reported, so nothing needs to be called missing as well."""

    @property
    def public_url(self) -> str:
        """The site's address, with a final slash, where others can reach it; empty for one on the editor's own machine."""
        host = urlsplit(self.url).hostname or ""
        return "" if host in ("localhost", "127.0.0.1", "::1") or not host else f"{self.url.rstrip('/')}/"


class _Loader(yaml.SafeLoader):
    """Reads `mkdocs.yml`, where other plugins may use tags that mean nothing to us."""


_Loader.add_constructor("!ENV", construct_env_tag)
_Loader.add_multi_constructor("", lambda loader, suffix, node: None)


def read(text: str, file: str = DEFAULT_FILE) -> tuple[Settings, dict[str, Any], tuple[Diagnostic, ...]]:
    """Read the text of a `mkdocs.yml`; return the settings, the file's plain data, and what is wrong with it."""
    try:
        config = yaml.load(text, _Loader)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        span = Span(mark.line + 1, mark.column + 1, mark.line + 1, mark.column + 2) if mark else None
        help = "Look for a missing colon, quote or bracket, or a wrong indentation, here and in the line above."
        found = Diagnostic("settings", Severity.ERROR, "These settings cannot be read.", Place(file, span), help=help)
        return Settings(faulty=True), {}, (found,)
    if not isinstance(config, dict):
        found = Diagnostic("settings", Severity.ERROR, "This file sets nothing; `site_name` is needed.", Place(file))
        return Settings(), {}, (found,)
    settings, findings = of_config(config, file, text)
    return settings, config, findings


def of_config(config: Mapping[str, Any], file: str = DEFAULT_FILE, text: str = "") -> tuple[Settings, tuple[Diagnostic, ...]]:
    """Take the settings from the data of a `mkdocs.yml`; `text` serves to point at the line."""
    findings: list[Diagnostic] = []

    def wrong(name: str, message: str, help: str) -> None:
        findings.append(Diagnostic("settings", Severity.ERROR, message, Place(file, _line_of(name, text)), help=help))

    chosen: dict[str, str] = {}
    known = [field.name for field in fields(Options)]
    for name, value in _own_options(config).items():
        if name not in known:
            likely = get_close_matches(str(name), known, n=1)
            wrong(
                str(name),
                f"`{name}` is not a setting of briefs.",
                f"Did you mean `{likely[0]}`?" if likely else f"There are: {', '.join(known)}.",
            )
        elif not isinstance(value, str) or not value:
            wrong(name, f"`{name}` takes a text.", "Write it after the colon, in quotes.")
        else:
            chosen[name] = value
    options = Options(**chosen)
    if not _is_zone(options.timezone):
        wrong(
            "timezone",
            f"`timezone` takes a time zone such as Europe/London, not “{options.timezone}”.",
            _zone_advice(options.timezone),
        )
        options = replace(options, timezone=Options().timezone)
    if not _is_language(options.language):
        wrong(
            "language",
            f"`language` takes the short sign of a language, such as en, de or fr, not “{options.language}”.",
            "English is `en`, German `de`, French `fr`, Armenian `hy`.",
        )
        options = replace(options, language=Options().language)
    plugins = config.get("plugins") or []
    if not isinstance(plugins, list | dict):
        wrong("plugins", "`plugins` takes a list: one `- ` for each plugin.", "Write `- briefs` and the others below it.")
    elif not all(isinstance(plugin, str) or (isinstance(plugin, dict) and len(plugin) == 1) for plugin in plugins):
        wrong(
            "plugins",
            "An item of `plugins` is not the name of a plugin.",
            "Give each plugin a `- ` and a name, such as `- search`.",
        )
    url = str(config.get("site_url") or "")
    hidden = bool(url) and not _is_address(url)
    if hidden:
        wrong("site_url", f"`site_url` takes a web address, not “{url}”.", "Write it in full, as in https://example.org/.")
        url = ""
    settings = Settings(
        name=str(config.get("site_name") or "Briefs"),
        url=url,
        description=str(config.get("site_description") or ""),
        docs_dir=str(config.get("docs_dir") or "docs"),
        site_dir=str(config.get("site_dir") or "site"),
        options=options,
        faulty=hidden,
    )
    return settings, tuple(findings)


def missing_url(settings: Settings, file: str, *, preview: bool) -> tuple[Diagnostic, ...]:
    """Find a missing `site_url`: without it a published page has no canonical address and feeds no links."""
    if settings.url or settings.faulty:
        return ()
    severity = Severity.WARNING if preview else Severity.ERROR
    message = "`site_url` is missing: the published pages would not know their own address."
    return (Diagnostic("settings", severity, message, Place(file), help="Add `site_url: https://…`, ending in a slash."),)


def _own_options(config: Mapping[str, Any]) -> Mapping[str, Any]:
    plugins = config.get("plugins") or []
    items = [plugins] if isinstance(plugins, dict) else plugins if isinstance(plugins, list) else []
    for item in items:
        if isinstance(item, dict) and isinstance(options := item.get("briefs"), dict):
            return options
    return {}


def _zone_advice(name: str) -> str:
    words = name.strip().replace(" ", "_").lower()
    likely = [zone for zone in sorted(available_timezones()) if zone.lower().rpartition("/")[2] == words]
    return f"Did you mean `{likely[0]}`?" if likely else "Write the continent and a large city of the zone, or `Etc/UTC`."


def _is_address(url: str) -> bool:
    try:
        parts = urlsplit(url)
        return parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        return False


def _is_zone(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        return False
    return True


def _is_language(tag: str) -> bool:
    try:
        Locale.parse(tag, sep="-")
    except (UnknownLocaleError, ValueError):
        return False
    return True


def _line_of(name: str, text: str) -> Span | None:
    for number, line in enumerate(text.splitlines(), 1):
        column = line.find(f"{name}:")
        if column >= 0 and not line[:column].strip(" -"):
            return Span(number, column + 1, number, column + 1 + len(name))
    return None
