"""XML documents as bytes: the same tree always gives the same bytes."""

from xml.etree.ElementTree import Element, SubElement, indent, tostring


def put(parent: Element, tag: str, text: str = "", **attributes: str) -> Element:
    """Add an element with its text. Attributes without a value are left out; `xml_lang` stands for `xml:lang`."""
    named = {name.replace("xml_", "xml:").rstrip("_"): value for name, value in attributes.items() if value}
    child = SubElement(parent, tag, named)
    child.text = text or None
    return child


def document(root: Element) -> bytes:
    """Return the document in UTF-8, with its declaration."""
    indent(root)
    body = tostring(root, encoding="unicode").encode("utf-8", "replace")
    return b'<?xml version="1.0" encoding="utf-8"?>\n' + body + b"\n"
