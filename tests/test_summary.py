"""The honest summary: open conversations in date order, the verdict over all, the rest counted."""

from coalition_tui.summary import Summary, Told, summarise, to_markdown
from tests.rules.briefing import ago, brief, talk

TALKS = (
    talk("ask", "legal", "sales", days=1, said="Ask\nfor it", told=("why", "work")),
    talk("listen", "sales", days=None, heard="Undated"),
    talk("context", "legal", days=9, said="SECRET", confidential=True, disclosable="no"),
    talk("context", "sales", days=5, said="First"),
)


def summary() -> Summary:
    return summarise(brief(conversations=TALKS))


def test_conversations_stand_in_date_order_without_confidences():
    assert [(each.on, each.said) for each in summary().conversations] == [
        (ago(5), "First"),
        (ago(1), "Ask\nfor it"),
        (None, ""),
    ]
    assert summary().conversations[1] == Told(
        ago(1), "ask", ("Legal", "Sales"), "Ask\nfor it", "", ("the work", "why it matters")
    )


def test_the_verdict_is_over_all_and_the_withheld_are_counted():
    found = summary()
    assert found.withheld == 1
    assert found.transparency.verdict == "would_not_survive"
    assert found.verdict == "Would not survive the room: 1 conversation."


def test_as_markdown():
    assert to_markdown(summary()) == (
        "# B: what was said to whom\n\n"
        "Would not survive the room: 1 conversation.\n\n"
        "3 conversations, 1 withheld, told in confidence.\n\n"
        "## 16 Nov 2026 · context · Sales\n\n- Said: First\n\n"
        "## 20 Nov 2026 · ask · Legal, Sales\n\n- Said: Ask for it\n"
        "- Told: the work, why it matters\n\n"
        "## listen · Sales\n\n- Heard: Undated\n"
    )


def test_without_conversations_that_is_said():
    text = to_markdown(summarise(brief()))
    assert "Not enough data" in text
    assert "0 conversations, 0 withheld" in text
