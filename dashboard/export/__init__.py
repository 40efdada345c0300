"""What is shown, as files: CSV, XLSX, Parquet, JSON, each with a passport; the whole as a data package."""
