"""What one article says: actors, quotes, voice, wording, agency, tone; each a reading from records to records."""
