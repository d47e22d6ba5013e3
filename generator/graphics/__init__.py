"""Pictures made at build time: timelines and locator maps as SVG, share images as PNG.

All are pure functions: the same input gives the same bytes. Words come in ready and as plain text; whatever is shown is
escaped here. An SVG says in `title` and `desc` what it shows, carries no script and no style, and takes its colours from the
classes of `theme/assets/stylesheets/graphics.css`; the colours in its attributes serve where there is no style sheet.
"""
