"""`briefs explain`: what a finding means, why it matters, wrong and right."""

import shutil
from difflib import get_close_matches

import click

from generator.explained import explanations
from generator.explained.reading import as_list, as_text

WIDEST = 100
"""Characters of a line; a longer one is hard to read."""


@click.command(name="explain")
@click.argument("rule", required=False)
def command(rule: str | None) -> None:
    """Explain RULE, the name in brackets before a finding. Without RULE, list all."""
    every = explanations()
    if rule is None:
        click.echo(as_list(every.values()), nl=False)
        return
    name = rule.strip("[]").lower()
    if name not in every:
        likely = get_close_matches(name, every, n=1)
        advice = f"Did you mean `{likely[0]}`?" if likely else "`briefs explain` lists all."
        raise click.UsageError(f"There is no rule `{rule}`. {advice}")
    click.echo(as_text(every[name], min(WIDEST, shutil.get_terminal_size().columns)), nl=False)
