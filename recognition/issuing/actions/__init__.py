"""What people do with certificates, and what anybody may ask."""

from recognition.issuing.actions.ground import KIND, known_layouts
from recognition.issuing.actions.issuing import awards, batches, check, issue, preview, sign_anew, to_issue, waiting
from recognition.issuing.actions.paper_books import begin, first_number, may_begin, on_paper
from recognition.issuing.actions.printing import issued_picture, print_one, print_pdf
from recognition.issuing.actions.publishing import (
    publications,
    publish,
    published,
    published_one,
    published_photo,
    story_of,
    unpublish,
)
from recognition.issuing.actions.register import (
    books,
    hand_over,
    public_keys,
    register,
    register_excel,
    register_facts,
    register_pdf,
    replace,
    spoil,
)
from recognition.issuing.actions.verifying import of_certificate, verify_code

__all__ = [
    "KIND", "awards", "batches", "begin", "books", "check", "first_number", "hand_over", "issue", "issued_picture", "known_layouts", "may_begin", "of_certificate", "on_paper", "preview", "print_one",
    "print_pdf", "public_keys", "publications", "publish", "published", "published_one", "published_photo", "register", "register_excel", "register_facts", "register_pdf", "replace", "sign_anew", "spoil", "story_of", "to_issue",
    "unpublish", "verify_code", "waiting",
]  # fmt: skip
