"""Whatever somebody types into a form of issuers, units, people, awards or rules: it is stored tidied, or refused with sentences."""

from collections.abc import Callable
from datetime import date
from uuid import UUID

from hypothesis import given, settings
from hypothesis import strategies as st

from recognition.catalogue import entries as catalogue
from recognition.catalogue import values
from recognition.catalogue.terms import AwardTypeForm, IssuerForm, SignerForm
from recognition.hall.errors import Invalid
from recognition.people import entries as people
from recognition.people.terms import HouseholdForm, PersonForm, PostForm
from recognition.units import entries as units
from recognition.units.terms import UnitForm

TODAY, ID = date(2026, 11, 26), UUID(int=1)
TYPED = st.one_of(
    st.text(max_size=40),
    st.sampled_from(("31/02/2026", "29/02/2025", "2026", "-1", "1e9", "0,3", "x" * 20_000, "\0", "Ông", "ĐUCCQ", "{number}-{kind}/{sign}", "079080001234", "٣/٤/٢٠٢٦", "²")),
)


def _sentences(call: Callable[[], object]) -> list[str]:
    """What a form is refused with; nothing when it is taken."""
    try:
        call()
    except Invalid as wrong:
        return list(wrong.fields.values()) or [""]
    except ValueError as wrong:
        return [str(wrong)]
    return []


@settings(max_examples=150, deadline=None)
@given(st.lists(TYPED, min_size=8, max_size=8))
def test_no_typing_breaks_a_form(said: list[str]) -> None:
    a, b, c, d, e, f, g, h = said
    for call in (
        lambda: catalogue.issuer(IssuerForm(a, b, c, d, e, "party", "term", f, g, "dong_chi", None, h, a), ID, 1),
        lambda: catalogue.signer(SignerForm(a, b, c, d, e), ID, ID, 1),
        lambda: catalogue.award(AwardTypeForm(a, b, c, level=d, position=e, money="fixed", amount=f, amount_collective=g, from_date=h, to_date=a), ID, 1),
        lambda: catalogue.holiday(a, b),
        lambda: units.unit(UnitForm(a, b, c, d, from_date=e), ID, 1, today=TODAY),
        lambda: people.person(PersonForm(a, b, c, d, e, f, g), ID, 1, today=TODAY, secret=b"k"),
        lambda: people.post(PostForm(ID, a, b, c, d), ID, ID),
        lambda: people.household(HouseholdForm(a, b, c, d)),
    ):
        assert all(sentence.endswith(".") for sentence in _sentences(call))


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(sorted(values.MEANINGS)), TYPED)
def test_no_typing_breaks_a_rules_value(key: str, said: str) -> None:
    refused = _sentences(lambda: values.read_value(key, said))
    assert all(sentence.endswith((".", ").")) for sentence in refused)
    if not refused:
        value = values.read_value(key, said)
        assert values.read_value(key, values.typed(key, value)) == value
