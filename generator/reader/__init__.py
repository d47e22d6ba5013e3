"""The reader: bytes become data that knows where it stands, and every slip a finding with the lines put right.

The YAML parser only delivers events; what they mean, where they stand and what a brief forbids is decided here.
"""

from generator.reader.decode import decode
from generator.reader.nodes import Mapping, Node, Scalar, Sequence, node_at, place_of
from generator.reader.positions import Positions, ReadAgain
from generator.reader.quick import read_quickly
from generator.reader.reading import Reading, read
from generator.reader.resolve import DecimalNumber, WholeNumber, plain

__all__ = [
    "DecimalNumber",
    "Mapping",
    "Node",
    "Positions",
    "ReadAgain",
    "Reading",
    "Scalar",
    "Sequence",
    "WholeNumber",
    "decode",
    "node_at",
    "place_of",
    "plain",
    "read",
    "read_quickly",
]
