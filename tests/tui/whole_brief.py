"""A brief as a person writes it on the first day: ten sections, four parties."""

from datetime import date

from coalition_tui.model import Brief
from coalition_tui.model.parts import (
    Accountability,
    Channel,
    Commitment,
    Credit,
    DecisionRight,
    Guardrail,
    Interest,
    Party,
    Room,
    Tradeoff,
)


def _interests(need: str, fear: str, own: str, protect: str) -> tuple[Interest, ...]:
    return (
        Interest(stance="need", text=need),
        Interest(stance="fear", text=fear),
        Interest(stance="own", text=own),
        Interest(stance="protect", text=protect),
    )


BRIEF = Brief(
    id="",
    title="One repair desk for both factories",
    outcome="From 1 March every repair order of both factories runs through one desk.",
    measure="Nine of ten orders planned within two days; no machine waits for a form.",
    why_now="The lease of the second workshop ends in March, and two planners retire in spring.",
    tradeoffs=(
        Tradeoff(
            id="slow",
            statement="One desk before a faster one",
            kind="delay",
            moves_down="The planning software waits until the desk has run for one quarter.",
            absorbed_by=("nord", "works"),
            standard="A machine that stands still comes before a tidy plan.",
            stop_condition="More than three lines stopped for a whole shift in one month.",
        ),
        Tradeoff(
            id="spare",
            statement="Shared spare parts instead of two full stores",
            kind="risk",
            absorbed_by=("south",),
            risk_accepted="A rare part can be two hours away.",
            executive_decision="Whether a store may fall below its minimum.",
        ),
    ),
    parties=(
        Party(
            id="nord",
            name="Nord factory",
            brings=("authority", "resources"),
            dependency_owner=True,
            must_believe="Its urgent orders are never second.",
            early_warning="Orders that are phoned in past the desk.",
            interests=_interests(
                "A planner who knows the old presses",
                "Orders that vanish in a queue far away",
                "The shift plan and its fitters",
                "Its agreement with the works council",
            ),
        ),
        Party(
            id="south",
            name="South factory",
            brings=("expertise", "resources"),
            must_believe="The desk costs it no more fitters than now.",
            early_warning="Overtime of its fitters, week by week.",
            interests=_interests(
                "Fewer calls to its foremen at night",
                "Becoming the workshop of the other site",
                "The larger store of spare parts",
                "Its date for the press line in May",
            ),
        ),
        Party(
            id="works",
            name="Works council",
            brings=("trust", "legitimacy"),
            must_believe="Nobody is moved against their will.",
            early_warning="Questions about the rota at the weekly hour.",
            interests=_interests(
                "A rota that is known four weeks ahead",
                "A desk that measures single fitters",
                "The agreement on working hours",
                "Colleagues who can't travel to the other site",
            ),
        ),
        Party(
            id="fin",
            name="Finance",
            brings=("authority",),
            must_believe="The saved lease shows in this year's budget.",
            early_warning="Parts that are bought outside the frame contracts.",
            interests=_interests(
                "The lease gone before the half-year report",
                "A second desk that is never closed",
                "The maintenance budget of both sites",
                "The frame contracts with three suppliers",
            ),
        ),
    ),
    commitments=(
        Commitment(
            by="nord",
            to="works",
            what="Four weeks of notice for any new rota",
            due=date(2026, 12, 1),
        ),
        Commitment(
            by="south",
            to="nord",
            what="Two fitters trained on the old presses",
            due=date(2027, 1, 15),
        ),
        Commitment(
            by="works",
            what="An answer on the draft in two weeks",
            due=date(2026, 11, 15),
        ),
        Commitment(
            by="fin",
            to="south",
            what="The whole budget of the shared store",
            due=date(2026, 12, 15),
        ),
        Commitment(
            by="nord",
            to="fin",
            what="The list of parts to give up",
            due=date(2026, 11, 30),
        ),
    ),
    decision_rights=(
        DecisionRight(
            decision="Which order goes first",
            deciders=("nord",),
            informed=("south",),
            escalation="Both plant managers, in an hour",
        ),
        DecisionRight(
            decision="What the shared store keeps",
            deciders=("south",),
            consulted=("fin",),
            escalation="The head of operations",
        ),
    ),
    channels=(
        Channel(
            name="Desk call on Monday",
            purpose="The orders of the week, and who is short",
            cadence_days=7,
            members=("nord", "south"),
        ),
        Channel(
            name="Page of open questions",
            purpose="Every question, its owner, its day",
            members=("works",),
        ),
    ),
    rooms=(
        Room(name="Monthly review of operations", advocates=("south",)),
        Room(name="Council's open hour", advocates=("works",)),
    ),
    credits=(
        Credit(
            party="nord",
            person="Ilse Brandt",
            contribution="expertise",
            what="Wrote down how the old presses are repaired",
            shown_where="Monthly review of operations",
        ),
        Credit(
            party="works",
            person="Tom Okafor",
            contribution="trust",
            what="Spoke for the draft before it was popular",
            shown_where="Council's open hour",
        ),
    ),
    accountabilities=(
        Accountability(
            party="south",
            for_what="Parts are there when an order is planned",
            consequence="The store goes back to two sites, at its own cost",
        ),
        Accountability(
            party="fin",
            for_what="The saved lease pays for the training",
            consequence="The training is paid out of the reserve",
        ),
    ),
    guardrails=(
        Guardrail(text="We tell neither site that the other has agreed."),
        Guardrail(text="Nobody's overtime is used as an argument for the desk."),
    ),
)
