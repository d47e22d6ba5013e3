"""Pictures made at build time: timelines and locator maps as SVG, share images as PNG.

All are pure functions: the same input gives the same bytes. Words come in ready and as plain text; whatever is shown is
escaped here. An SVG says in `title` and `desc` what it shows, carries no script and no style, and takes its colours from the
classes of `theme/assets/stylesheets/graphics.css`; the colours in its attributes serve where there is no style sheet.
"""

from generator.graphics.locator import Locator, Spot, locator
from generator.graphics.marks import Dated
from generator.graphics.share import Share, share_image
from generator.graphics.timeline import Timeline, timeline

__all__ = ["Dated", "Locator", "Share", "Spot", "Timeline", "locator", "share_image", "timeline"]
