"""The names that are read without the vocabulary are those of the vocabulary."""

from __future__ import annotations

from reportdiff.vocabulary.loader import load_vocabulary
from reportdiff.vocabulary.names import load_country_names, load_measure_names, name_measure


def test_every_measure_has_its_name() -> None:
    assert dict(load_measure_names()) == {key: measure.name for key, measure in load_vocabulary().measures.items()}


def test_every_country_has_its_name() -> None:
    assert dict(load_country_names()) == dict(load_vocabulary().countries.names)


def test_a_name_tells_what_pins_the_measure_down_and_nothing_twice() -> None:
    two_way = (("flow", "two-way"), ("partner", "USA"))
    assert name_measure("trade.two-way", two_way) == "two-way trade with the United States"
    assert name_measure("trade.exports", (("flow", "exports"), ("partner", "PER"), ("reporter", "USA"))) == (
        "exports of the United States to Peru"
    )
    assert name_measure("open:container-port", (("counted", "port"),)) == "container port"
    assert name_measure("poverty.rate", (("change", "relative"), ("window_start", "2009"))) == (
        "poverty rate (change, since 2009)"
    )


def test_a_balance_without_its_sign_is_called_by_its_side() -> None:
    assert name_measure("trade.balance", (("flow", "deficit"), ("partner", "CHN"))) == "trade deficit with China"
    assert name_measure("trade.balance", ()) == "trade balance"


def test_a_name_with_a_digit_is_written_in_capitals() -> None:
    assert [name_measure(key, ()) for key in ("open:4g-coverage", "open:co2-emissions", "open:top-10-share")] == [
        "4G coverage",
        "CO2 emissions",
        "top 10 share",
    ]
