"""Questions, their answers, and what each answer rests on, so that only what a change touches is worked out again.

A question is a pure function of what is asked and of its arguments. While it is answered, everything that it asks in turn is
noted. When something given has changed, only those answers are worked out anew that rest on it, and only as far as they come
out differently: the method is that of verifying traces (Mokhov, Mitchell and Peyton Jones, *Build systems à la carte*, 2018).
"""

from generator.asking.asked import Asked
from generator.asking.kinds import given, kept, large, opaque
from generator.asking.memory import Memory
from generator.asking.parcel import pack, unpack
from generator.asking.prints import print_of
from generator.asking.table import Table

__all__ = ["Asked", "Memory", "Table", "given", "kept", "large", "opaque", "pack", "print_of", "unpack"]
