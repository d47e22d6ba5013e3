"""`python -m generator` is the same as `briefs`."""

from generator.cli import main

main(prog_name="briefs")
