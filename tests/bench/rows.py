"""What `compare` costs on a store of many rows: CPU seconds and memory; no test.

    python tests/bench/rows.py 1000000

The articles of the demonstration are read once; their rows are then repeated under other articles and other events,
by the same sources, until there are so many.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

from growth import ENVIRONMENT, ROOT, finish, start

sys.path.insert(0, str(ROOT))

from framing.evidence.disk import open_duckdb, parquet_of, quote_path
from framing.evidence.saved import TABLES
from framing.store.layout import read_store_record, table_path, table_paths, write_store_record

RENAMED = ("id", "article", "article_a", "article_b", "event", "duplicate_of")


def repeat_rows(store: Path, wanted: int) -> int:
    """Repeats the tables of a store until it holds so many rows of evidence; gives their number."""
    record, files = read_store_record(store), {}
    with open_duckdb() as connection:
        evidence = parquet_of(table_paths(store, record, "evidence"))
        held = connection.execute(f"SELECT count(*) FROM {evidence}").fetchone()[0]
        times = -(-wanted // held)
        for name, columns in TABLES.items():
            cells = [
                f"CASE {column} WHEN '' THEN '' ELSE {column} || '-' || copy END AS {column}" if column in RENAMED
                else f'"{column}"'
                for column in columns
            ]  # fmt: skip
            copies = "(SELECT 1)" if name == "actors" else f"range({times}) AS copies(copy)"
            query = f"SELECT {', '.join(cells)} FROM {parquet_of(table_paths(store, record, name))}, {copies}"
            files[name] = (f"{name}-repeated.parquet",)
            connection.execute(f"COPY ({query}) TO {quote_path(table_path(store, files[name][0]))} (FORMAT parquet)")
    write_store_record(store, replace(record, tables=files))
    return int(held * times)


def main() -> None:
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    with tempfile.TemporaryDirectory(prefix="rows-") as box:
        store = Path(box) / "store"
        finish(start(ROOT / "corpus" / "demo", store, []))
        rows = repeat_rows(store, wanted)
        command = [sys.executable, "-m", "framing", "compare", str(store)]
        run = subprocess.Popen(command, stdout=subprocess.DEVNULL, env=ENVIRONMENT)
        cpu, peak = finish(run)
        print(json.dumps({"rows": rows, "cpu_s": round(cpu, 1), "peak_mb": round(peak)}))


if __name__ == "__main__":
    main()
