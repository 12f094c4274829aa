"""The unit, its people and the secretary, as the cases' own tests have them."""

from tests.nominations.conftest import place

__all__ = ["place"]
