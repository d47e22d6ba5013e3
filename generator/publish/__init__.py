"""From an edition to all that a publisher takes: pages, the files beside them, and the print run of the whole site."""

from generator.publish.frame import STYLES, frame
from generator.publish.markdown import markdown_file, redirect_file
from generator.publish.preview import with_findings
from generator.publish.printing import TIMINGS, PrintRun, addresses
from generator.publish.project import looks, project, state_of_looks, theme_files, theme_folder
from generator.publish.proofs import Proof, Proofs
from generator.publish.publication import AHEAD, Beside, Publication, announced, page_of, publication, ready
from generator.publish.versions import press_version, versions

__all__ = [
    "AHEAD",
    "STYLES",
    "TIMINGS",
    "Beside",
    "PrintRun",
    "Proof",
    "Proofs",
    "Publication",
    "addresses",
    "announced",
    "frame",
    "looks",
    "markdown_file",
    "page_of",
    "press_version",
    "project",
    "publication",
    "ready",
    "redirect_file",
    "state_of_looks",
    "theme_files",
    "theme_folder",
    "versions",
    "with_findings",
]
