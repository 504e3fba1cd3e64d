"""How files are read that people have: exports, tables, saved pages, documents; described before there was a reader."""

from __future__ import annotations

from collections import Counter

import pytest
from quality.files import judge, load_files

pytestmark = pytest.mark.quality


@pytest.mark.parametrize("entry", load_files(), ids=[entry["path"] for entry in load_files()])
def test_a_file_is_read_as_a_careful_reader_would(entry):
    assert not judge(entry).wrong


def test_the_list_is_whole():
    wanted = sum((judge(entry).wanted for entry in load_files()[:3]), Counter())
    assert len(load_files()) == 127 and wanted["articles"] > 5
