"""What a record, a column and a table are. Pydantic is imported here, and so never on a reading path."""
