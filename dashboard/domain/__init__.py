"""Definitions that need neither a database nor a screen."""
