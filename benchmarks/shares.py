"""What drawing a share image costs: `python -m benchmarks.shares FOLDER` prints the milliseconds for each, the median of many."""

import re
import statistics
import sys
import time
from pathlib import Path

from generator.graphics import Share, share_image

MANY = 50


def each(folder: Path) -> float:
    """Draw images for the first briefs of an archive, each of them new; return the milliseconds of one."""
    took = []
    for path in sorted(folder.glob("briefs/2*/*.yml"))[:MANY]:
        text = path.read_text("utf-8")
        told = [found[1] for field in ("title", "storyline", "status") if (found := re.search(rf"^{field}: (.*)", text, re.M))]
        start = time.process_time()
        share_image(Share("The archive", *told))
        took.append((time.process_time() - start) * 1000)
    return statistics.median(took)


if __name__ == "__main__":
    print(each(Path(sys.argv[1])))
