"""The press: a page becomes the HTML file that readers get, by itself and without a publisher's loop over all pages.

The plugin hands over what all pages share, as a `Frame`: the templates of the theme, the settings and the navigation, none of
which is looked into here. What comes out is, byte for byte, what MkDocs makes of the same page. A page's `key` changes
whenever its HTML may, so that whoever has the HTML of that key need not press it again.
"""

from generator.press.frame import Frame, Neighbour, Sheets, Stock, edit_address, neighbour
from generator.press.keys import fingerprint, key_of
from generator.press.links import Links, address_of, path_of
from generator.press.pressing import Listing, anchors, press
from generator.press.shared import with_shared_parts

__all__ = [
    "Frame",
    "Links",
    "Listing",
    "Neighbour",
    "Sheets",
    "Stock",
    "address_of",
    "anchors",
    "edit_address",
    "fingerprint",
    "key_of",
    "neighbour",
    "path_of",
    "press",
    "with_shared_parts",
]
