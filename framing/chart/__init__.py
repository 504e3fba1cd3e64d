"""Charts as data: `specs` says what is shown, `build` fills it from the tables, `draw` turns it into a picture."""
