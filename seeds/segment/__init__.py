"""The units in which a reader moves and marks: graphemes, words, names, quotations, sentences. Pure."""
