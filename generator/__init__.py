"""Briefs: a static briefing-site generator. One YAML file for each development becomes a briefing page with its background."""

__version__ = "0.1.0"
