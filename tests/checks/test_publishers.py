"""Whom a text means by the name that it credits."""

from __future__ import annotations

import pytest

from reportdiff.checks.publishers import are_one_source, names_publisher
from reportdiff.model.document import Publisher


@pytest.mark.parametrize(
    ("credited", "publisher", "name", "same"),
    [
        ("Congressional Research Service", "crs", None, True),
        ("CRS", "crs", None, True),
        ("U.S. State Department", "state", None, True),
        ("State Statistics Office of Utopia", "state", None, False),
        ("United States", "state", None, False),
        ("World Bank", "wb", "World Bank", True),
        ("International Monetary Fund", "imf", None, True),
        ("International Monetary Fund", "world-bank", None, False),
        ("Bank", "world-bank", None, False),
        ("Ministry", "ministry-of-health", None, False),
        ("Peru", "p", None, False),
        ("US Bureau of Mines", "mines", None, True),
        ("U.S. Bureau of Mines", "mines", None, True),
        ("Utopian Bureau of Mines", "mines", None, False),
        ("The Ministry of Mines", "ministry-of-mines", None, True),
        ("Mines Ministry", "ministry-of-mines", None, True),
        ("Mines", "ministry-of-mines", None, False),
        ("Ministry of Health’s", "health-ministry", None, True),
        ("U.S. Census Bureau", "census", None, True),
        ("Census Bureau", "census", "United States Census Bureau", True),
        ("Department of State", "dos", "U.S. Department of State", True),
        ("State Department", "dos", "U.S. Department of State", True),
        ("State Department of Bavaria", "dos", "U.S. Department of State", False),
        ("Department", "dos", "U.S. Department of State", False),
        ("U.S. Agency for International Development", "usaid", None, True),
        ("US Agency for International Development", "usaid", None, True),
        ("United States Agency for International Development", "usaid", None, True),
        ("UN Development Programme", "undp", None, True),
        ("UNDP", "un", "United Nations Development Programme", True),
        ("U.N.", "un", None, True),
        ("Department of Defence", "dod", None, True),
        ("Defense Department", "dod", "Department of Defence", True),
        ("Food & Agriculture Organisation", "fao", None, True),
        ("Food and Agriculture Organization", "f-a-o", "Food & Agriculture Organisation", True),
        ("INEI", "statistics", "Instituto Nacional de Estadística e Informática", True),
        ("Instituto Nacional de Estadistica e Informatica", "inei", None, True),
        ("National Institute of Statistics and Informatics", "inei", None, False),
        ("World Bank Group", "world-bank", None, True),
        ("World Bank", "wbg", "World Bank Group", True),
        ("WB", "world-bank", None, True),
        ("Office of the UN High Commissioner for Refugees", "unhcr", None, True),
        ("OHCHR", "un", "Office of the High Commissioner for Human Rights", True),
        ("EPA’s", "epa", None, True),
        ("World", "world-bank", None, False),
        ("National Institute", "nis", "National Institute of Statistics", False),
        ("National Statistics Office of Utopia", "nso", "National Statistics Office", False),
        ("Bank of Utopia", "bank-of-erewhon", None, False),
        ("", "crs", None, False),
        ("…", "crs", "…", False),
        ("CRS" * 5000, "crs", None, False),
    ],
)
def test_whom_a_text_credits(credited: str, publisher: str, name: str | None, same: bool) -> None:
    assert names_publisher(credited, Publisher(id=publisher, name=name)) is same


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("World Bank", "the World Bank", True),
        ("World Bank", "World Bank Group", True),
        ("IMF", "International Monetary Fund", True),
        ("I.M.F.", "International Monetary Fund", True),
        ("Ministry of Health", "Ministry of Mines", False),
        ("Ministry", "Ministry of Mines", False),
        ("Health", "Ministry of Health", False),
        ("National Institute", "National Institute of Statistics", False),
        ("", "", False),
    ],
)
def test_two_names_of_one_source(one: str, other: str, same: bool) -> None:
    assert are_one_source(one, other) is same
    assert are_one_source(other, one) is same


def test_aliases_of_one_publisher_are_one_source() -> None:
    aliases = (("imf", ("the Fund",)), ("inei", ("Statistics Office",)))
    assert are_one_source("the Fund", "International Monetary Fund", aliases)
    assert are_one_source("Statistics Office", "INEI", aliases)
    assert not are_one_source("the Fund", "INEI", aliases)
