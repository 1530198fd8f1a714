"""What `quality.md` promises, measured: each figure beside a bare Textual app in the same run."""
