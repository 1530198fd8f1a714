"""A person who mends findings: what they write at each, by keys, where Enter has led them."""

from collections.abc import Awaitable, Callable

from tests.tui.desk import Desk

Writing = Callable[[Desk], Awaitable[None]]


async def say(desk: Desk) -> None:
    """Write a sentence into the field in focus."""
    await desk.type("Agreed.")


async def take(desk: Desk, label: str, name: str = "") -> None:
    """Take a choice of a field, the one in focus unless another is named, by arrows and space."""
    if name:
        await desk.go(name)
    editor = desk.field.editor
    for _ in range(30):
        cursor = editor.labels[editor.options[editor.cursor]]  # type: ignore[attr-defined]  # a choice
        if cursor == label:
            break
        await desk.press("right")
    if f"[ ] {label}" in desk.text or f"( ) {label}" in desk.text:
        await desk.press("space")


async def _questions(desk: Desk) -> None:
    await desk.go("absorbed_by")
    await desk.press("space")
    await desk.fill(
        risk_accepted="A weak Q2.",
        standard="Plain.",
        stop_condition="Churn.",
    )


async def _conflict(desk: Desk) -> None:
    await desk.type("Hours.")
    await desk.go("decision")
    await desk.press("right")


async def _transparency(desk: Desk) -> None:
    await desk.go("disclosable")
    await desk.press("y")
    await desk.go("effect")
    await desk.press("m")


async def _earlier(desk: Desk) -> None:
    await desk.press("end", "ctrl+u")
    await desk.type("2026-05-04")
    await desk.fill(said="Early.")


async def _credit(desk: Desk) -> None:
    await desk.press("right")
    await desk.fill(what="Nights.")


WRITINGS: dict[str, Writing] = {
    "recruited-late": _earlier,
    "disguised-decision": _earlier,
    "transparency": _transparency,
    "overpowered-concern": say,
    "not-aligned-enough": _conflict,
    "mood": _questions,
    "motion": lambda desk: take(desk, "accepted", "state"),
    "overdue": lambda desk: take(desk, "kept"),
    "decider": lambda desk: desk.press("right"),
    "sponsor-only-credit": _credit,
}
"""What is written for each rule that fails in the samples."""
