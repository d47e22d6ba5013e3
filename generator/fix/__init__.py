"""Safe fixes: what nobody can doubt is written into the files, and every other byte stays as it was.

Nothing is believed: a file is read again after each change, and a change is dropped unless its finding is gone, nothing
new is wrong at its place, and no other value of the file is different.
"""

from generator.fix.fixing import Fixed, fix

__all__ = ["Fixed", "fix"]
