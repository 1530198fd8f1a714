"""Days as a person types them: `2026-09-30`, `30 sep`, `yesterday`, `-3`."""

from datetime import date

import click

from coalition_tui.fields import Problem
from coalition_tui.session import utc_now
from coalition_tui.typed import parse_date


def today() -> date:
    """The day it is where the program runs."""
    return utc_now().astimezone().date()


def as_day(context: click.Context, parameter: click.Parameter, value: str | None) -> date | None:
    """An option's text as a day, counted from today; None when the option was not given.

    The callback of the option. BadParameter when the text is no day.
    """
    if value is None:
        return None
    try:
        day = parse_date(value, today())
    except Problem as problem:
        raise click.BadParameter(str(problem), context, parameter) from None
    if day is None:
        raise click.BadParameter("An empty text is no date.", context, parameter)
    return day
