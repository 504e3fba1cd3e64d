"""The parts of the report, in the order of the story; each turns a comparison into one section of blocks."""
