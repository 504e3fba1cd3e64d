"""Rules as data: rosters of actors, frame packs and word lists in TOML, each entry with its source and examples."""
