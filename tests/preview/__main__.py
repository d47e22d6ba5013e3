"""The long run: `python -m tests.preview 1000 [SEED]` lets so many random edits happen to a site while it is previewed.

Run it with `nice`: it takes a quarter of an hour. It says every hundred edits what happened, how long the slowest answer took and
how the memory went, and ends with status 1 where the preview did not live.
"""

import sys
import tempfile
from pathlib import Path

from tests.preview.edits import mend
from tests.preview.run import run
from tests.preview.running import preview

if __name__ == "__main__":
    number, seed = (int(word) for word in (*sys.argv[1:], "1000", "1711")[:2])
    with tempfile.TemporaryDirectory() as folder:
        site, log = Path(folder, "site"), Path(folder, "log")
        site.mkdir()
        mend(site)
        try:
            with preview(site, log, patience=600) as server:
                outcome = run(server, number, seed)
        except (AssertionError, OSError):
            print(log.read_text("utf-8", "replace")[-5000:])
            raise
        print(f"The server said {log.stat().st_size:,} bytes.")
    sys.exit(0 if outcome.lived else 1)
