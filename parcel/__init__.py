"""Parcels between two installations: signed ZIP files for a USB stick, closed for one receiver. No memory: keys come as arguments.

    data = parcel.pack(Contents(…), own_keys, own_card, receiver_card)
    label = parcel.inspect(data)         # who, to whom, what: all that can be known without a key
    opened = parcel.opened(data, own_keys)
"""

from parcel.cards import Card, Keys, card_of, fingerprint_digits, new_keys, read_card
from parcel.errors import Refused
from parcel.packing import Contents, pack
from parcel.reading import LIMITS, Label, Limits, Opened, inspect, opened

__all__ = [
    "LIMITS",
    "Card",
    "Contents",
    "Keys",
    "Label",
    "Limits",
    "Opened",
    "Refused",
    "card_of",
    "fingerprint_digits",
    "inspect",
    "new_keys",
    "opened",
    "pack",
    "read_card",
]
