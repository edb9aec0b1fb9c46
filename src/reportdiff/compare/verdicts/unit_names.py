"""Units by the names that a reader knows: ``metric tons``, ``km²``, ``TEU``."""

from __future__ import annotations

from decimal import Decimal

NAMES = {
    "km2": "km²",
    "m2": "m²",
    "km3": "km³",
    "m3": "m³",
    "degree-celsius": "°C",
    "degree-fahrenheit": "°F",
    "Mbit-per-second": "Mbit/s",
    "Gbit-per-second": "Gbit/s",
    "grt": "GRT",
    "dwt": "DWT",
    "teu": "TEU",
}
"""One name for any number. A unit that is in neither table is a symbol, or a word that has no plural."""

SINGULARS_AND_PLURALS = {
    "percentage-point": ("percentage point", "percentage points"),
    "square-mile": ("square mile", "square miles"),
    "square-foot": ("square foot", "square feet"),
    "cubic-foot": ("cubic foot", "cubic feet"),
    "acre": ("acre", "acres"),
    "mile": ("mile", "miles"),
    "nautical-mile": ("nautical mile", "nautical miles"),
    "foot": ("foot", "feet"),
    "inch": ("inch", "inches"),
    "yard": ("yard", "yards"),
    "metric-ton": ("metric ton", "metric tons"),
    "ton": ("ton", "tons"),
    "microgram": ("microgram", "micrograms"),
    "pound": ("pound", "pounds"),
    "ounce": ("ounce", "ounces"),
    "barrel": ("barrel", "barrels"),
    "barrel-oil-equivalent": ("barrel of oil equivalent", "barrels of oil equivalent"),
    "ton-oil-equivalent": ("ton of oil equivalent", "tons of oil equivalent"),
    "gallon": ("gallon", "gallons"),
    "liter": ("liter", "liters"),
    "bit-per-second": ("bit per second", "bits per second"),
    "century": ("century", "centuries"),
    "decade": ("decade", "decades"),
    "year": ("year", "years"),
    "month": ("month", "months"),
    "week": ("week", "weeks"),
    "day": ("day", "days"),
    "hour": ("hour", "hours"),
    "minute": ("minute", "minutes"),
    "second": ("second", "seconds"),
}


def name_unit(unit: str, amount: Decimal | None) -> str:
    """The name of *unit* behind *amount*, None for many; a unit without a name of its own by its words.

    >>> name_unit("foot", Decimal(1)), name_unit("foot", Decimal("1.5")), name_unit("teu", None), name_unit("kg", None)
    ('foot', 'feet', 'TEU', 'kg')
    """
    if unit not in SINGULARS_AND_PLURALS:
        return NAMES.get(unit, unit.replace("-", " "))
    one, many = SINGULARS_AND_PLURALS[unit]
    return one if amount is not None and abs(amount) == 1 else many
