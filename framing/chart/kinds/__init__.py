"""The kinds of chart, one file each: its records, its marks, its alternative text and its numbers."""
