"""From rows to facts: values cleaned, names tied to schools, records inferred. Pure: no database, no files."""
