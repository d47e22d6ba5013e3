"""`briefs serve`: the live preview."""

import socket
import sys
from datetime import date as Date
from pathlib import Path

import click

from generator import build
from generator.cli.parts import as_of, config_file
from generator.cli.parts.mkdocs import run


@click.command(name="serve")
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True, help="The port on this computer.")
@click.option("--open", "browser", is_flag=True, help="Open the preview in the browser.")
@config_file
@as_of
def command(port: int, browser: bool, config_file: Path, as_of: Date | None) -> None:
    """Show the site on this computer, and again at each save. A broken brief shows what is wrong with it."""
    if _taken(port):
        raise click.ClickException(f"Port {port} is in use. Try another one: briefs serve --port {port + 1}")
    _, settings, _ = build.read_settings(config_file)
    words = ["serve", "--config-file", str(config_file), "--dev-addr", f"127.0.0.1:{port}"]
    click.echo(f"The preview is at http://127.0.0.1:{port}/ once it is built. Ctrl-C ends it.", err=True)
    sys.exit(run([*words, *(["--open"] if browser else [])], as_of, settings.options.timezone))


def _taken(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return True
    return False
