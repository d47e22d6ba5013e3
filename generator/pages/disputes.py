"""Who says what: the accounts of a disputed question side by side."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from generator.edition import Document
from generator.model.parts import Dispute
from generator.pages.sheet import Sheet


@dataclass(frozen=True, slots=True)
class AccountView:
    """One party's version."""

    by: Markup
    says: Markup


@dataclass(frozen=True, slots=True)
class DisputeView:
    """A disputed question with its accounts side by side."""

    anchor: str
    question: str
    note: Markup
    accounts: tuple[AccountView, ...]


def disputes(sheet: Sheet, document: Document, found: Sequence[Dispute]) -> tuple[DisputeView, ...]:
    """Set the disputes of a file."""
    return tuple(
        DisputeView(
            f"dispute-{dispute.id or number}",
            dispute.question,
            sheet.text(document, dispute.note),
            tuple(
                AccountView(sheet.link(sheet.speaker(account.by)), sheet.text(document, account.says, speaker=str(account.by)))
                for account in dispute.accounts
            ),
        )
        for number, dispute in enumerate(found, 1)
    )
