"""Charts as data: `kinds` is one file a kind, `build` fills them from the tables, `draw` makes a picture of each."""
