"""The commands: each module here is one, named like it, and holds it as `command`.

A name that Python keeps for itself has an underscore after it (`import_`).
"""
