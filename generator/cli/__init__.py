"""The command line. A command is one module here with a `command`.

Exit status: 0 fine, 1 errors found (with `--strict`, warnings too), 2 wrong usage.
"""

from importlib import import_module
from pkgutil import iter_modules

import click

from generator import __version__

_NAMES = tuple(sorted(module.name for module in iter_modules(__path__) if not module.ispkg))


class _Commands(click.Group):
    """Loads a command when it is called: none waits for the rooms that only others need."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_NAMES)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _NAMES:
            return None
        command: click.Command = import_module(f"{__name__}.{cmd_name}").command
        return command


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="briefs")
def main() -> None:
    """Turn briefs, one YAML file for each development, into a briefing site."""
