"""Grammar that several annotators need: quotation marks, heads, roles, shapes of words, an index of mentions."""
