"""How briefs leave and come in: one module a format, and one to bring files in."""
