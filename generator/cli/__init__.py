"""The command line. A command is one module here with a `command`.

Exit status: 0 fine, 1 errors found (with `--strict`, warnings too), 2 wrong usage.
"""

from importlib import import_module
from pkgutil import iter_modules

import click

from generator import __version__


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="briefs")
def main() -> None:
    """Turn briefs, one YAML file for each development, into a briefing site."""


for _module in iter_modules(__path__):
    if not _module.ispkg:
        main.add_command(import_module(f"{__name__}.{_module.name}").command)
