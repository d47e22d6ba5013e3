"""The live preview's server: it notices what is saved, puts what is asked for into its folder, and outlives every fault."""

from generator.live.keeping import in_words, is_here, keep_alive
from generator.live.lookout import Lookout, State, state
from generator.live.showcase import Showcase

__all__ = ["Lookout", "Showcase", "State", "in_words", "is_here", "keep_alive", "state"]
