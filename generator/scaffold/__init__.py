"""New files: a brief to fill in, and another site that uses this generator.

Everything here is a pure function: names and texts come in, names and texts go out. Writing them is the face's business.
"""

from generator.scaffold.brief import Drafted, new_brief
from generator.scaffold.editors import editor_files, schema_files
from generator.scaffold.site import new_site

__all__ = ["Drafted", "editor_files", "new_brief", "new_site", "schema_files"]
