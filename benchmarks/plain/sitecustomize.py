"""Lets a build draw no share images: Python reads this file first where its folder stands in `PYTHONPATH`.

The peers make none, so a comparison without them is fair too. In place of each image a dot is put; all else is as it would be.
"""

import generator.graphics

DOT = b"\x89PNG"

generator.graphics.share_image = lambda share: DOT
