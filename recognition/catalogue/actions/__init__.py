"""What a person can do with the catalogue; what other rooms ask of it."""

from recognition.catalogue.actions.awards import (
    award_type,
    award_types,
    change_award_type,
    confirm_award_type,
    create_award_type,
    money,
)
from recognition.catalogue.actions.holidays import add_holiday, all_holidays, holidays, remove_holiday
from recognition.catalogue.actions.issuers import (
    add_signer,
    all_signers,
    change_issuer,
    change_signer,
    create_issuer,
    how_it_numbers,
    issuer,
    issuers,
    signers,
)
from recognition.catalogue.actions.letterheads import letterhead
from recognition.catalogue.actions.regulations import (
    add_regulation,
    base_salary,
    change_regulation,
    confirm_regulation,
    regulation_on,
    regulations,
    regulations_on,
    threshold_for,
)
from recognition.catalogue.actions.seed import seed_catalogue

__all__ = [
    "add_holiday",
    "add_regulation",
    "add_signer",
    "all_holidays",
    "all_signers",
    "award_type",
    "award_types",
    "base_salary",
    "change_award_type",
    "change_issuer",
    "change_regulation",
    "change_signer",
    "confirm_award_type",
    "confirm_regulation",
    "create_award_type",
    "create_issuer",
    "holidays",
    "how_it_numbers",
    "issuer",
    "issuers",
    "letterhead",
    "money",
    "regulation_on",
    "regulations",
    "regulations_on",
    "remove_holiday",
    "seed_catalogue",
    "signers",
    "threshold_for",
]
