"""The kinds of question. Whoever writes a question says of which kind it is, and nothing else about how it is remembered."""

from collections.abc import Callable
from typing import Any, TypeVar

Question = TypeVar("Question", bound=Callable[..., Any])

_GIVEN, _OPAQUE, _KEPT, _LARGE = "is_given", "is_opaque", "is_kept", "is_large"


def given(question: Question) -> Question:
    """Mark a question whose answer comes from outside, such as the bytes of a file. It asks nothing and costs nearly nothing."""
    setattr(question, _GIVEN, True)
    return question


def opaque(question: Question) -> Question:
    """Mark a question whose answer counts as changed whenever something that it rests on has changed: nobody compares it."""
    setattr(question, _OPAQUE, True)
    return question


def kept(question: Question) -> Question:
    """Mark a question whose answer is small and asked for often: it is kept on disk, and handed from process to process."""
    setattr(question, _KEPT, True)
    return question


def large(question: Question) -> Question:
    """Mark a question whose answer takes long: it is looked for when somebody asks for it, and not to see what has changed."""
    setattr(question, _LARGE, True)
    return question


def is_given(question: object) -> bool:
    """Whether the answer comes from outside."""
    return hasattr(question, _GIVEN)


def is_opaque(question: object) -> bool:
    """Whether nobody compares its answers."""
    return hasattr(question, _OPAQUE)


def is_kept(question: object) -> bool:
    """Whether its answers are kept."""
    return hasattr(question, _KEPT)


def waits(question: object) -> bool:
    """Whether it is not asked only to see what has changed."""
    return hasattr(question, _LARGE) or hasattr(question, _OPAQUE)
