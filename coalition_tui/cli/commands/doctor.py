"""`coalition-tui doctor`."""

from contextlib import suppress

import click

from coalition_tui.cli import in_force, output
from coalition_tui.cli.asking import answer
from coalition_tui.cli.errors import BadInput
from coalition_tui.cli.opening import PATIENCE, options_of, path_of, store_of
from coalition_tui.session import Recovery, StoreError
from coalition_tui.store.checkup import examine
from coalition_tui.store.contents import Corrupt

PROBLEMS = 1


@click.command()
@click.option("--repair", is_flag=True, help="Do what can be done; the originals are kept.")
@click.pass_context
def command(context: click.Context, repair: bool) -> None:
    """Say how the files are, and what is used from where."""
    if repair:
        _repair(context)
    try:
        found = list(examine(path_of(context)))
    except Corrupt:
        _list_choices(context)
        return
    for each in found:
        would = f" (--repair would {each.remedy})" if each.remedy else ""
        mark = "! " if each.is_problem else "  "
        output.write(f"{mark}{each.text}{would}\n")
    wrong = list(in_force.problems(options_of(context)))
    for said in wrong:
        output.write(f"! {said}\n")
    with suppress(ValueError):  # told above
        rows = list(in_force.rows(options_of(context)))
        output.write("\n")
        output.write_table(in_force.HEAD, rows)
    context.exit(PROBLEMS if wrong or any(each.is_problem for each in found) else 0)


def _list_choices(context: click.Context) -> None:
    """Open it as the app would, which fails with what can be recovered, or why nothing can."""
    try:
        store_of(context, edits=False).load()
    except Recovery as recovery:
        if not recovery.choices:
            raise
        _list(recovery)
        output.write("Nothing has been changed; --repair asks which of these to take.\n")
        raise StoreError(recovery.found) from None


def _list(recovery: Recovery) -> None:
    output.write(f"{recovery.found}\nWhat can be recovered:\n")
    for number, each in enumerate(recovery.choices, 1):
        output.write(f"  {number}  {each.title}: {each.detail}\n")


def _repair(context: click.Context) -> None:
    store = store_of(context, wait=PATIENCE)
    try:
        store.load()
    except Recovery as recovery:
        if not recovery.choices:
            raise
        if store.read_only:
            raise StoreError(f"{store.location}: {store.read_only}") from None
        _list(recovery)
        choice = recovery.choices[_asked(len(recovery.choices))]
        aside = store.recover(choice)
        output.write(f"Recovered: {choice.title}. The files as they were are in {aside}\n")
    if store.read_only:
        raise StoreError(f"{store.location}: {store.read_only}")
    if made := store.accept():
        output.write(f"Taken as it is; a backup of it is {made}\n")
    if store.notice:
        output.write(f"{store.notice}\n")
    store.checkpoint()
    store.close()


def _asked(count: int) -> int:
    number = answer(f"Which one? [1-{count}, empty for none] ")
    if not (number.isdecimal() and 1 <= int(number) <= count):
        raise BadInput(f"nothing was chosen (1 to {count}), and nothing has changed")
    return int(number) - 1
