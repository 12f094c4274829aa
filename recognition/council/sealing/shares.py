"""A secret split among several people so that any two of them can put it together and one alone knows nothing.

Shamir's scheme over GF(256) with the polynomial of AES (x^8 + x^4 + x^3 + x + 1), byte by byte.
"""

from collections.abc import Callable, Iterable, Mapping

#: Gives so many random bytes.
Random = Callable[[int], bytes]


def _tables() -> tuple[list[int], list[int]]:
    power, log, value = [0] * 510, [0] * 256, 1
    for exponent in range(255):
        power[exponent] = power[exponent + 255] = value
        log[value] = exponent
        value ^= (value << 1) ^ (0x11B if value & 0x80 else 0)  # times 3, a generator
    return power, log


_POWER, _LOG = _tables()


def times(a: int, b: int) -> int:
    """The product of two field elements."""
    return _POWER[_LOG[a] + _LOG[b]] if a and b else 0


def over(a: int, b: int) -> int:
    """The quotient of two field elements. Raises ZeroDivisionError."""
    if b == 0:
        raise ZeroDivisionError("division by zero in GF(256)")
    return _POWER[_LOG[a] + 255 - _LOG[b]] if a else 0


def split(secret: bytes, people: int, needed: int, random: Random) -> dict[int, bytes]:
    """Shares 1 … `people` of the secret, each as long as it; any `needed` of them give it back.

    Raises ValueError for numbers that make no sense.
    """
    if not 2 <= needed <= people <= 255:
        raise ValueError("2 <= needed <= people <= 255")
    rest = [random(len(secret)) for _ in range(needed - 1)]
    polynomials = list(zip(secret, *rest, strict=True))
    return {number: bytes(_at(each, number) for each in polynomials) for number in range(1, people + 1)}


def _at(coefficients: tuple[int, ...], x: int) -> int:
    value = 0
    for each in reversed(coefficients):
        value = times(value, x) ^ each
    return value


def combine(shares: Mapping[int, bytes]) -> bytes:
    """The secret from enough of its shares. With too few or wrong ones the answer is simply another secret.

    Raises ValueError for shares of different lengths or impossible numbers.
    """
    if len({len(share) for share in shares.values()}) != 1 or not all(0 < number < 256 for number in shares):
        raise ValueError("shares do not belong together")
    weights = {number: _weight(number, [other for other in shares if other != number]) for number in shares}
    length = len(next(iter(shares.values())))
    return bytes(_sum(times(weights[number], share[at]) for number, share in shares.items()) for at in range(length))


def _weight(number: int, others: list[int]) -> int:
    value = 1
    for other in others:
        value = times(value, over(other, number ^ other))
    return value


def _sum(values: Iterable[int]) -> int:
    total = 0
    for each in values:
        total ^= each
    return total
