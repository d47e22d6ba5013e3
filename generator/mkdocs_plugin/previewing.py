"""The live preview: what lasts from one build of MkDocs to the next, and how a save is followed without it."""

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date as Date
from functools import partial
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page as MkDocsPage

from generator import build, live, press, publish
from generator.build import Checked
from generator.diagnostics import Diagnostic
from generator.mkdocs_plugin.publishing import report, report_of
from generator.pages import Page, template
from generator.settings import Settings

Shown = publish.Proof | Page
"""A page of the preview."""


@dataclass(frozen=True, slots=True)
class Known:
    """What a build of MkDocs went by. As long as nothing of it changes, a save can be followed without MkDocs."""

    config: MkDocsConfig
    text: str
    """The text of `mkdocs.yml`."""
    faults: tuple[Diagnostic, ...]
    day: Date
    others: Sequence[live.State]
    """All files but the briefs that the preview watches, as they were before anything was read."""
    frame: press.Frame
    addresses: Mapping[str, str]
    """The addresses of the files that are not ours."""
    menus: Mapping[str, MkDocsPage]
    """The pages that a menu names, by the paths of their Markdown files."""
    built: frozenset[str]
    """The files that it has put into the folder of the preview."""


class Preview:
    """A preview while it lasts."""

    def __init__(self) -> None:
        self.site: build.Site | None = None
        """The site as it was read last; None where that failed, for then nothing of it is believed."""
        self.begun_with: build.Site | None = None
        """The site as the last build of MkDocs read it."""
        self.reader = build.Reader()
        self.showcase = live.Showcase()
        self.serves = False
        """Whether it answers already. Then it runs threads, and cannot be copied into several processes."""
        self.looks = publish.state_of_looks()
        self.same_looks = True
        """Whether pages look as they did when this program began; what is kept on disk rests on that."""
        self._proofs: publish.Proofs | None = None
        self._known: Known | None = None
        self._findings: frozenset[Diagnostic] = frozenset()

    def look_again(self) -> None:
        """Begin anew where templates have changed, for every page rests on them."""
        if (looks := publish.state_of_looks()) != self.looks:
            self.site, self.looks, self.same_looks = None, looks, False
            template.read_anew()

    def hands(self) -> int:
        """Return how many processes may work."""
        return 1 if self.serves or os.environ.get(build.ONE_HAND) else build.hands()

    def taken(self) -> build.Site | None:
        """Take the site as it was read last. It must be given back as `site` once all has gone well."""
        found, self.site = self.site, None
        return found

    def made(self, checked: Checked) -> tuple[Mapping[str, Shown], Mapping[str, publish.Beside]]:
        """Return the pages of an edition, by the paths of their Markdown files, and the files beside them by their names.

        Nothing of them is made yet. The files are only named: what is in them is told to whoever asks.
        """
        if self._proofs is None or self._proofs.edition is not checked.edition:
            self._proofs = publish.Proofs(checked.edition, self.hands())
        else:
            self._proofs.follow()
        pages = publish.with_findings(self._proofs.pages.values(), checked, partial(report_of, checked))
        return {page.uri: page for page in pages}, dict.fromkeys(self._proofs.names(), publish.ready(b""))

    def new(self, checked: Checked) -> Checked:
        """Keep those findings that were not told before."""
        told, self._findings = self._findings, frozenset(checked.findings)
        return replace(checked, findings=tuple(finding for finding in checked.findings if finding not in told))

    def show(self, pages: Mapping[str, Shown], known: Known, fresh: Iterable[str], *, alone: bool = True) -> None:
        """Show pages, by the paths of their Markdown files, and what lies beside them. What is `fresh` lies there already.

        Where we are not `alone`, and other plugins take part in the making of pages, each save needs MkDocs.
        """
        proofs, folders = self._proofs, known.frame.folders
        assert proofs
        redirects = dict(map(publish.redirect_file, proofs.redirects))
        ours = publish.addresses(pages, (*proofs.names(), *redirects), folders=folders)
        frame = replace(known.frame, links=press.Links({**known.addresses, **ours}))
        sheets, uris = press.Sheets(pages, frame), {press.path_of(uri, folders=folders): uri for uri in pages}

        def make(name: str) -> bytes | None:
            if uri := uris.get(name):
                with _marked(known.menus.get(uri)):
                    return press.press(sheets[uri]._replace(page=publish.page_of(pages[uri])), frame)
            return redirects[name].encode() if name in redirects else proofs.file(name)

        self._known = known if alone else None
        self.showcase.fill(make, fresh)

    @property
    def follows(self) -> bool:
        """Whether a save can be shown without MkDocs at all."""
        return self._known is not None

    def follow(self) -> bool:
        """Show what has changed in the briefs; tell whether that is all that has changed, else MkDocs must build again."""
        known = self._known
        if not known or not self.site or publish.state_of_looks() != self.looks:
            return False
        config_file = Path(known.config.config_file_path)
        text, settings, _ = build.read_settings(config_file)
        day = build.edition_day(None, os.environ, settings.options.timezone)
        if text != known.text or day != known.day or others(known.config, settings) != known.others:
            return False
        inputs = build.gather(config_file.parent, settings, config_file.name, text, self.reader)
        if build.traps_for_mkdocs(inputs, settings):
            return False
        site = self.taken()
        assert site
        checked = site.read(inputs, settings, day, settings_findings=known.faults)
        report(self.new(checked))
        fits: bool = publish.frame(checked.edition, preview=True) == known.config.extra["frame"]
        if fits:
            pages, _ = self.made(checked)
            self.show(pages, known, known.built - {press.path_of(uri, folders=known.frame.folders) for uri in pages})
        self.site = site
        return fits


@contextmanager
def _marked(page: MkDocsPage | None) -> Iterator[None]:
    """Let menus mark a page as the one that is read, as MkDocs does while it builds it."""
    if page is None:
        yield
        return
    page.active = True
    try:
        yield
    finally:
        page.active = False


def others(config: MkDocsConfig, settings: Settings) -> Sequence[live.State]:
    """Tell what all files but the briefs are like that a preview watches."""
    root = Path(config.config_file_path).parent
    briefs = (root / settings.options.briefs_dir).resolve()
    watched = {str(root / settings.docs_dir), str(config.theme.custom_dir or ""), *config.watch} - {"", str(briefs)}
    return [live.state(path, recursive=True) for path in sorted(watched - set(map(str, publish.looks())))]
