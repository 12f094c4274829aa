"""The papers that an award asks for (Luật, Điều 84)."""

from collections.abc import Iterable

from recognition.nominations.terms import Commendation, EvidenceKind

#: Part of an award's dossier (codes of the catalogue) → the kinds of file of which one must be attached.
PARTS: dict[str, tuple[EvidenceKind, ...]] = {
    "submission": (EvidenceKind.SIGNED_SUBMISSION,),
    "achievement_report": (EvidenceKind.SIGNED_REPORT,),
    "achievement_summary": (EvidenceKind.SIGNED_REPORT, EvidenceKind.SIGNED_SUBMISSION),
    "review_minutes": (EvidenceKind.SIGNED_MINUTES,),
    "model_file": (EvidenceKind.SIGNED_REPORT,),
    "initiative_proof": (EvidenceKind.PAPER,),
    "evidence": (EvidenceKind.PICTURE, EvidenceKind.PAPER),
}


def dossier_of(dossier: Iterable[str], commendation: Commendation) -> tuple[str, ...]:
    """What an award asks for by the kind of commendation: a spot one goes without the unit's minutes, with a summary.

    Source: Luật, Điều 84 and Điều 85 (simplified procedure); Nghị định 152/2025, Điều 33(8); what a province adds is the
    catalogue's.
    """
    if commendation is not Commendation.SPOT:
        return tuple(dossier)
    shorter = {"achievement_report": "achievement_summary", "review_minutes": ""}
    return tuple(dict.fromkeys(part for part in (shorter.get(each, each) for each in dossier) if part))


def missing_parts(dossier: Iterable[str], attached: frozenset[EvidenceKind]) -> tuple[EvidenceKind, ...]:
    """The kinds of file that an award's dossier still lacks, each once, in the dossier's order (Luật, Điều 84)."""
    missing: list[EvidenceKind] = []
    for kinds in (PARTS[part] for part in dossier if part in PARTS):
        if not (attached | set(missing)).intersection(kinds):
            missing.append(kinds[0])
    return tuple(missing)
