"""The edition of a site, read as fast as this machine can. What comes out is what `read_edition` gives by itself."""

from datetime import date as Date

from generator.build.collector import without_collector
from generator.build.hands import checking, reading
from generator.build.pipeline import Checked, Inputs, read_edition
from generator.diagnostics import Diagnostic
from generator.settings import Settings


def read_site(
    inputs: Inputs,
    settings: Settings,
    day: Date,
    *,
    preview: bool = False,
    settings_findings: tuple[Diagnostic, ...] = (),
    hands: int = 1,
) -> Checked:
    """Read, parse, link and check all files of a site as of `day`, in so many processes."""
    with without_collector():
        return read_edition(
            inputs,
            settings,
            day,
            preview=preview,
            settings_findings=settings_findings,
            read_all=reading(hands),
            check_all=checking(hands),
        )
