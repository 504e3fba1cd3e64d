"""What is measured: one file a question, with its record, its measure and its sentences."""
