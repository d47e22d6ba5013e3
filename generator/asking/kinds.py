"""The kinds of question. Whoever writes a question says of which kind it is, and nothing else about how it is remembered."""

from collections.abc import Callable
from typing import Any, TypeVar

Question = TypeVar("Question", bound=Callable[..., Any])

_GIVEN, _OPAQUE, _KEPT = "is_given", "is_opaque", "is_kept"


def given(question: Question) -> Question:
    """Mark a question whose answer comes from outside, such as the bytes of a file. It asks nothing and costs nearly nothing."""
    setattr(question, _GIVEN, True)
    return question


def opaque(question: Question) -> Question:
    """Mark a question whose answer counts as changed whenever something that it rests on has changed."""
    setattr(question, _OPAQUE, True)
    return question


def kept(question: Question) -> Question:
    """Mark a question whose answer is small, asked for often, and kept on disk with what it rests on."""
    setattr(question, _KEPT, True)
    return question


def is_given(question: object) -> bool:
    """Whether the answer comes from outside."""
    return hasattr(question, _GIVEN)


def is_opaque(question: object) -> bool:
    """Whether nobody compares its answers."""
    return hasattr(question, _OPAQUE)


def is_kept(question: object) -> bool:
    """Whether its answers are kept on disk."""
    return hasattr(question, _KEPT)
