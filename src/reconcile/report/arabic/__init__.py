"""The report's words in Arabic: names, dates, values, voices and readings."""
