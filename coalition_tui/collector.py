"""The garbage collector, out of the way while many records are made at once."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def paused() -> Iterator[None]:
    """No search for unreachable cycles meanwhile, and none later among what was made.

    Records hold no cycles: searching them again and again doubles the time of decoding many, and
    would make a screen that shows a few wait for all of them.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if was_on:
            gc.enable()
