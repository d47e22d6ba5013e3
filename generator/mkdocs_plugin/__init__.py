"""The MkDocs face: puts our pages among those that MkDocs publishes. The only room that knows MkDocs.

It checks first. A build with errors prints the whole report and stops before anything is written; the live preview shows what
can be shown and prints the report. In the preview nothing here may raise: MkDocs would leave the browser waiting.

MkDocs itself is given the pages that are written by hand, and of ours those that a menu names. It builds them into a folder of
its own; all others are pressed by `generator.press`, in the same frame and with the same bytes, and then the whole site is
published at once. Where another plugin or a hook looks at pages, MkDocs is given all of them.
"""

from generator.mkdocs_plugin.plugin import BriefsConfig, BriefsPlugin

__all__ = ["BriefsConfig", "BriefsPlugin"]
