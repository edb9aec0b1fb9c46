"""Documents in Arrow's batches: the same claims as anywhere else, by themselves and inside Spark."""

from __future__ import annotations

import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from reportdiff.api.about import Told
from reportdiff.api.batch import Document, Reading, read_batch
from reportdiff.model.errors import UsageProblem
from reportdiff.records.claim_rows import CLAIM_COLUMNS

pa = pytest.importorskip("pyarrow", reason="the extra `dataset` is not installed")
pq = pytest.importorskip("pyarrow.parquet")

from reportdiff.api.arrow import claims_in_arrow, read_in_arrow  # noqa: E402

TEXTS = (
    ("a.txt", b"Two-way trade rose from $9 billion in 2009 to $14 billion in 2015.\n", "2017-01-25"),
    ("b.txt", b"\0", "2018-01-25"),
    ("c.txt", b"The poverty rate fell to 20% in 2019. GDP grew 2.7 percent in 2022.\n", "2024-01-10"),
)
ROWS = [
    {"place": place, "data": data, "subject": "utopia", "publisher": "state", "published": day}
    for place, data, day in TEXTS
]

IN_SPARK = """
import os, sys
import pyarrow.parquet as pq
from pyspark.sql import SparkSession
from reportdiff.api.arrow import claims_in_arrow, read_in_arrow  # noqa: E402
from reportdiff.records.claim_rows import CLAIM_COLUMNS

folder = sys.argv[1]
os.environ["PYSPARK_PYTHON"] = sys.executable
builder = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false")
builder = builder.config("spark.driver.bindAddress", "127.0.0.1").config("spark.driver.host", "127.0.0.1")
spark = builder.config("spark.sql.execution.arrow.maxRecordsPerBatch", "2").getOrCreate()
given = spark.read.parquet(f"{folder}/given.parquet").repartition(2)
read = given.mapInArrow(read_in_arrow, spark_schema(READING_COLUMNS))
pq.write_table(read.toArrow(), f"{folder}/read.parquet")
claims = read.mapInArrow(claims_in_arrow, spark_schema(CLAIM_COLUMNS))
pq.write_table(claims.toArrow(), f"{folder}/claims.parquet")
spark.stop()
"""


def documents(at_once: int = 2) -> list[object]:
    return pa.Table.from_pylist(ROWS).to_batches(max_chunksize=at_once)


def rows(batches: object) -> list[dict[str, object]]:
    return pa.Table.from_batches(batches).to_pylist()


def test_each_document_gives_the_very_record_that_a_store_holds() -> None:
    found = rows(read_in_arrow(documents()))
    told = {"subject": "utopia", "publisher": "state"}
    plain = read_batch(
        [Document(place=p, name=p, data=data, told=Told(published=day, **told)) for p, data, day in TEXTS]
    )
    assert [row["place"] for row in found] == ["a.txt", "b.txt", "c.txt"]
    assert "NUL byte" in str(found[1]["refused"]) and found[1]["record"] is None
    for row, reading in ((found[0], plain[0]), (found[2], plain[2])):
        assert isinstance(reading, Reading) and row["refused"] is None
        assert (row["snapshot"], row["claims"]) == (reading.head.id, reading.claims)
        assert (str(row["record"]).encode(), row["text"]) == (reading.record, reading.text)


def test_how_the_documents_are_divided_changes_nothing() -> None:
    assert rows(read_in_arrow(documents(1))) == rows(read_in_arrow(documents(3)))


def test_each_claim_is_a_row_of_the_dataset() -> None:
    found = rows(claims_in_arrow(read_in_arrow(documents())))
    assert [column.name for column in CLAIM_COLUMNS] == list(found[0])
    assert [(row["snapshot"], row["value"]) for row in found] == [
        ("utopia/state-2017-01-25", "$9 billion"),
        ("utopia/state-2017-01-25", "$14 billion"),
        ("utopia/state-2024-01-10", "20%"),
        ("utopia/state-2024-01-10", "2.7 percent"),
    ]


def test_a_column_that_is_missing_is_named() -> None:
    with pytest.raises(UsageProblem, match="'data'"):
        list(read_in_arrow(pa.table({"place": ["a.txt"]}).to_batches()))


@pytest.mark.skipif(
    find_spec("pyspark") is None or find_spec("pandas") is None, reason="pyspark is not installed, or not with pandas"
)
@pytest.mark.skipif(shutil.which("java") is None, reason="Java is not installed")
def test_spark_gives_the_same_rows(tmp_path: Path) -> None:
    pq.write_table(pa.Table.from_pylist(ROWS), tmp_path / "given.parquet")
    subprocess.run([sys.executable, "-c", IN_SPARK, str(tmp_path)], check=True, cwd=tmp_path)
    read, claims = (pq.read_table(tmp_path / f"{name}.parquet").to_pylist() for name in ("read", "claims"))
    assert sorted(map(str, read)) == sorted(map(str, rows(read_in_arrow(documents()))))
    assert sorted(map(str, claims)) == sorted(map(str, rows(claims_in_arrow(read_in_arrow(documents())))))
