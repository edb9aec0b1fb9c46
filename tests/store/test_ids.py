from __future__ import annotations

from datetime import date

import pytest

from reportdiff.model.errors import NotFound, UsageProblem
from reportdiff.store.ids import check_id, folder_of, is_id, match_id, slug, snapshot_id, subject_of, subjects_of

IDS = (
    "ghana/crs-2023-05-01",
    "peru/crs-2024-01-10",
    "peru/crs-2024-01-10.2",
    "peru/crs-2024-01-10.10",
    "peru/crs-if12372-2023-03-30",
    "peru/crs-north-2025-01-01",
    "peru/state-2017-01-25",
    "peru/usaid-2022-04-26",
    "peru/usaid-undated-0123abcd",
)
PUBLISHERS = {"peru/crs-north-2025-01-01": "crs-north"}


def publisher_of(known: str) -> str:
    return PUBLISHERS.get(known, known.partition("/")[2].partition("-")[0])


@pytest.mark.parametrize(
    "words, made",
    [
        ("Peru", "peru"),
        ("Côte d'Ivoire", "cote-d-ivoire"),
        ("  U.S.  State/Dept. ", "u-s-state-dept"),
        ("日本", ""),
        ("../../etc", "etc"),
        ("x" * 99, "x" * 32),
        ("a" * 31 + "-b", "a" * 31),
    ],
)
def test_slug(words: str, made: str) -> None:
    assert slug(words) == made


@pytest.mark.parametrize(
    "document, published, made",
    [
        (None, date(2024, 1, 10), "peru/crs-2024-01-10"),
        ("crs/peru", date(2024, 1, 10), "peru/crs-2024-01-10"),
        ("crs/IF12372", date(2024, 1, 10), "peru/crs-if12372-2024-01-10"),
        ("IF 12372", date(2024, 1, 10), "peru/crs-if-12372-2024-01-10"),
        ("crs/ペルー", date(2024, 1, 10), "peru/crs-document-2024-01-10"),
        ("crs/IF12372", None, "peru/crs-undated-0123abcd"),
    ],
)
def test_an_id_is_made_of_publisher_document_and_day(document: str | None, published: date | None, made: str) -> None:
    found = snapshot_id(
        subject="peru", publisher="crs", document=document, published=published, sha256="0123abcd" + "f" * 56
    )
    assert found == made
    assert is_id(found)


def test_the_longest_names_still_make_an_id() -> None:
    made = snapshot_id(
        subject="s" * 500, publisher="p" * 500, document="d" * 500, published=date(2024, 1, 1), sha256=""
    )
    assert is_id(made)
    assert is_id(f"{made}.99")


def test_a_name_without_letters_is_refused() -> None:
    with pytest.raises(UsageProblem, match="give --publisher with letters"):
        snapshot_id(subject="peru", publisher="日本", document=None, published=None, sha256="0" * 64)


HOSTILE = [
    "", "/", "peru", "peru/", "/peru", "../x", "peru/..", "peru/../x", "peru/a/b", "peru/a..b", "peru/.git", ".git/config",
    "peru/a.", "peru/con", "con/a", "peru/nul.txt", "aux/lpt1", "peru/com3.2", "Peru/a", "peru/A", "peru/a b", "peru/a\n", "peru/a\0",
    "peru\\a", "peru/..%2f", "peru/%2e%2e", "~/a", "peru/~a", "peru/" + "a" * 82, "a" * 300, "peru/-a", "peru/_a", "//etc/passwd",
    "/etc/passwd", "C:/a", "peru/a:b", "peru/a*", "peru/a?", "peru/é", "peru/\u202ea", "peru/ａ", "....//a", "peru/./a",
]  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_nothing_else_is_an_id(name: str) -> None:
    assert not is_id(name)
    with pytest.raises(UsageProblem) as refusal:
        check_id(name)
    assert "\n" not in str(refusal.value)


@pytest.mark.parametrize(
    "name, found",
    [
        ("peru/crs-2024-01-10", "peru/crs-2024-01-10"),
        ("crs-2024-01-10", "peru/crs-2024-01-10"),
        ("state", "peru/state-2017-01-25"),
        ("peru/state", "peru/state-2017-01-25"),
        ("if12372", "peru/crs-if12372-2023-03-30"),
        ("2022-04", "peru/usaid-2022-04-26"),
        ("ghana", "ghana/crs-2023-05-01"),
        ("undated", "peru/usaid-undated-0123abcd"),
        ("peru/crs@2024-06-01", "peru/crs-2024-01-10.10"),
        ("peru/crs@2023-12-31", "peru/crs-if12372-2023-03-30"),
        ("peru/crs-if12372@2026-01-01", "peru/crs-if12372-2023-03-30"),
        ("peru/crs-north@2026-01-01", "peru/crs-north-2025-01-01"),
        ("peru/crs@2026-01-01", "peru/crs-2024-01-10.10"),
        ("usaid@2022-04-26", "peru/usaid-2022-04-26"),
        ("peru@2017-12-31", "peru/state-2017-01-25"),
        ("ghana@2024-01-01", "ghana/crs-2023-05-01"),
    ],
)
def test_what_a_name_means(name: str, found: str) -> None:
    assert match_id(name, IDS, publisher_of) == found


@pytest.mark.parametrize(
    "name, said",
    [
        ("crs", "'crs' may be any of ghana/crs-2023-05-01, peru/crs-2024-01-10,"),
        ("peru/usaid", "may be any of peru/usaid-2022-04-26, peru/usaid-undated-0123abcd; name one"),
        ("peru/crs-2024-01-11", "no snapshot 'peru/crs-2024-01-11'; the nearest are peru/crs-2024-01-10"),
        ("stat-2017-01-25", "the nearest are peru/state-2017-01-25"),
        ("zzzz", "no snapshot 'zzzz'; reportdiff list shows all 9"),
        ("", "no snapshot ''"),
        ("peru/state@2016-01-01", "no edition of 'peru/state' is known by 2016-01-01"),
        ("peru@2024-06-01", "may be any of"),
        ("crs@2024-06-01", "may be any of"),
        ("peru/crs@soon", "'soon' in 'peru/crs@soon' is no day"),
        ("peru/crs@20240601x", "is no day"),
    ],
)
def test_what_is_not_there_or_not_clear_is_said(name: str, said: str) -> None:
    with pytest.raises(NotFound) as refusal:
        match_id(name, IDS, publisher_of)
    assert said in str(refusal.value)
    assert "\n" not in str(refusal.value)


def test_an_empty_store_says_so() -> None:
    with pytest.raises(NotFound, match="the store is empty; add one with reportdiff add"):
        match_id("peru", (), publisher_of)


def test_an_id_tells_its_subject_and_folder() -> None:
    assert subject_of("peru/crs-2024-01-10.2") == "peru"
    assert folder_of("peru/crs-2024-01-10.2") == "crs-2024-01-10.2"
    assert subjects_of(IDS) == ("ghana", "peru")
    assert subjects_of(()) == ()
