"""What one article says: actors, quotes, voice, wording, agency, tone. Each file is one reading, from records to records."""
