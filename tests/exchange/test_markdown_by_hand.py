"""Markdown that a person wrote: little is enough, and a mistake is told with its line."""

import re
from datetime import UTC, date, datetime
from pathlib import Path
from textwrap import dedent

import pytest

from coalition_tui.exchange.importing import ImportFault, import_edit, read_bundle
from coalition_tui.exchange.markdown import MarkdownFault, parse, render
from coalition_tui.exchange.markdown.layout import front_fields
from coalition_tui.model import Brief, Bundle, Coalition, Person
from coalition_tui.workspace import Workspace

NOW = datetime(2026, 10, 3, 9, tzinfo=UTC)


def read(text: str) -> Brief:
    (brief,) = parse(dedent(text))
    return brief


def test_a_title_and_three_headings_are_enough():
    brief = read("""
        # One warehouse

        ## Outcome
        One warehouse is live by 30 September.

        ## 4. required PARTIES
        * Legal
        * **Finance**

        ## commitments:
        - **Finance -> Legal:** Weekly burn
            - due: 2026-07-12
            - State: Accepted
    """)
    assert brief.title == "One warehouse"
    assert brief.outcome == "One warehouse is live by 30 September."
    assert [(party.id, party.name) for party in brief.parties] == [
        ("legal", "Legal"),
        ("finance", "Finance"),
    ]
    (commitment,) = brief.commitments
    assert (commitment.by, commitment.to, commitment.what) == ("finance", "legal", "Weekly burn")
    assert (commitment.due, commitment.state) == (date(2026, 7, 12), "accepted")


@pytest.mark.parametrize(
    "heading", ["Why now", "why_now", "2", "2. Why now", "2 why NOW", "Why now:"]
)
def test_a_section_is_found_by_title_name_or_digit(heading: str):
    assert read(f"# T\n## {heading}\nBecause.\n").why_now == "Because."


def test_front_matter_is_read_as_people_write_it():
    brief = read(
        """
        ---
        Title: 'It''s ours'
        status: Moving  # since May
        tags:
          - a
          - "b, c"
        Landed: 2026-10-01
        sponsor: legal
        ---
        ## 4
        - Legal
    """.lstrip("\n")
    )
    assert (brief.title, brief.status, brief.tags) == ("It's ours", "moving", ("a", "b, c"))
    assert (brief.landed_on, brief.sponsor) == (date(2026, 10, 1), "legal")


def test_what_editors_add_is_accepted():
    brief = read(
        "\ufeff---\r\n---\r\n# T  \r\n<!-- a note -->\r\n## Outcome\r\n\r\nA\x07b\r\n\r\n---\r\n"
    )
    assert (brief.title, brief.outcome) == ("T", "Ab")


def test_interests_stand_under_their_party_or_inside_it():
    brief = read("""
        # T
        ## 4
        - Legal
          - Interests
            - **Need:** A signature
        ## Interests
        ### legal
        - fear: Claims
          - Confidential
    """)
    stances = [(each.stance, each.text, each.confidential) for each in brief.parties[0].interests]
    assert stances == [("need", "A signature", False), ("fear", "Claims", True)]


def test_a_long_item_may_be_wrapped():
    brief = read("""
        # T
        ## 0
        - No promise
        on behalf of others
        - No ranking

          of people
    """)
    assert [each.text for each in brief.guardrails] == [
        "No promise\non behalf of others",
        "No ranking\n\nof people",
    ]


def test_in_a_fence_every_line_is_text_as_it_stands():
    brief = read(
        """
        # T
        ## Outcome
        ```diff
        ---
        b: 2
        ---
        <!-- keep -->
        - old

        # install
        \\# x
        ~~~
        ```
        ## Guardrails
        - ~~~
          - no item

          # no title
          ~~~~
        - Second
          ```
        - third is none
          ```
    """.replace("- third", "  - third")
    )
    assert brief.outcome == (
        "```diff\n---\nb: 2\n---\n<!-- keep -->\n- old\n\n# install\n\\# x\n~~~\n```"
    )
    assert [each.text for each in brief.guardrails] == [
        "~~~\n- no item\n\n# no title\n~~~~",
        "Second\n```\n- third is none\n```",
    ]


def test_a_fence_belongs_to_the_text_of_its_field_and_keeps_its_blanks():
    brief = read(
        "# T\n## 4\n- Legal\n  - Must believe:\n    ~~~\n      - a \n\n    ## b\n    ~~~\n  - Me\n"
    )
    (party,) = brief.parties
    assert (party.must_believe, party.me) == ("~~~\n  - a \n\n## b\n~~~", True)


def test_a_fence_after_a_list_that_is_over_stands_in_none():
    brief = read("# T\n## 1\n- a\n\nb\n\n  ```\nc\n  ```\n## 0\n- a\n")
    assert brief.outcome == "- a\n\nb\n\n  ```\nc\n  ```"


def test_ids_are_made_of_headlines_once_each():
    brief = read("# T\n## 0\n- No!\n- No?\n- ---\n- \u5426\n- x <!-- #no-2 -->\n")
    assert [each.id for each in brief.guardrails] == [
        "no",
        "no-3",
        "guardrail",
        "guardrail-2",
        "no-2",
    ]


def test_several_briefs_follow_one_another():
    first, second, third = parse("# A\n## 1\nx\n---\nid: b\n---\n# B\n# C\n")
    assert (first.title, first.outcome, second.id, third.title) == ("A", "x", "b", "C")


FAULTS = {
    "no title": ("## Outcome\nx", 1, 'expected the title of the brief first: "# Title"'),
    "text before the title": ("hello", 1, 'stands in no section; expected the title of the brief'),
    "only front matter": ("---\nid: x\n---\n", 1, 'this brief has no title; expected "# Title"'),
    "two titles": ("---\ntitle: A\n---\n# B", 4, "holds another title"),
    "title too long": ("# " + "x" * 201, 1, "title has 201 characters; at most 200 fit"),
    "unknown section": ("# T\n\n## Outcom", 3, 'no section "Outcom"; did you mean "Outcome"?'),
    "section twice": ("# T\n## 1\n## Outcome", 3, "stands here twice (first on line 2)"),
    "unknown part": ("# T\n## 1\n### Mesure", 3, 'did you mean "Measure"?'),
    "part without section": ("# T\n### Measure", 2, "expected a section first"),
    "deep heading": ("# T\n## 1\n#### x", 3, 'headings have one to three "#"'),
    "text outside sections": ("# T\n\nhello", 3, 'expected a heading like "## Outcome"'),
    "no list": ("# T\n## 3\nSpeed", 3, 'expected a list, each tradeoff begun with "- "'),
    "stray line": ("# T\n## 3\n- Speed\n\nso", 5, '"so" stands outside the list'),
    "unknown key": ("---\nstats: x\n---\n# T", 2, 'no key "stats" in the front matter; did'),
    "no key": ("---\nid: x\nhello\n---\n# T", 3, 'expected "key: value"'),
    "key twice": ("---\nid: x\nid: y\n---\n# T", 3, "id stands here twice"),
    "open front matter": ("---\nid: x\n# T", 1, 'the front matter has no end; expected "---"'),
    "open fence": ("# T\n## 1\n````py\n# U\n```", 3, 'the fence has no end; expected "````" below'),
    "fence left": ("# T\n## 0\n- a\n  ```\n- b\n  ```", 4, "the fence has no end"),
    "bad status": ("---\nstatus: drafd\n---\n# T", 2, 'did you mean "draft"?'),
    "bad id": ("---\nid: A b\n---\n# T", 2, "is no id"),
    "bad quotes": ('---\ntags: ["a]\n---\n# T', 2, "do not close"),
    "bad list": ("---\ntags: [a\n---\n# T", 2, "does not end with ]"),
    "bad moment": ("---\ncreated_at: 2026-01-01\n---\n# T", 2, "is no moment"),
    "bad date": ("# T\n## 6\n- x\n  - Due: 30 Feb", 4, 'Due: "30 Feb" is no date; write it like'),
    "no such day": ("# T\n## 6\n- x\n  - Due: 2026-02-30", 4, "there is no day"),
    "bad number": ("# T\n## 8\n- x\n  - cadence_days: often", 4, "is no whole number"),
    "bad flag": ("# T\n## 4\n- x\n  - My side: maybe", 4, "is neither yes nor no"),
    "unknown field": ("# T\n## 6\n- x\n  - Deu: 1", 4, 'no field "Deu" in this commitment; did'),
    "field twice": ("# T\n## 6\n- x\n  - To: none · to: none", 4, "To stands here twice"),
    "unknown party": (
        "# T\n## 4\n- Legal\n## 8\n- x\n  - Members: Legl",
        6,
        'Members: no party "Legl"; did you mean "Legal"?',
    ),
    "unknown owner": ("# T\n## 4\n- Legal\n## 5\n### Legl", 5, 'no party "Legl"; did you mean'),
    "no owner": ("# T\n## 4\n- Legal\n## 5\n- Need: x", 5, 'expected a heading with a party'),
    "no stance": ("# T\n## 4\n- L\n## 5\n### L\n- x", 6, 'begin it with "**Need:**"'),
    "no contribution": ("# T\n## 9\n- x", 3, 'add below it "- Contribution: cost"'),
    "after a name": ("# T\n## 4\n- **Legal**: x", 3, "nothing follows a name"),
    "two arrows": ("# T\n## 6\n- **a → b → c:** x", 3, "one arrow too many"),
    "crowded lead": ("# T\n## Log\n### Signals\n- **x · y:** z", 4, "is too much before the colon"),
    "date of a lead": (
        "# T\n## 4\n- A\n## Log\n### Conversations\n- **1 June 2026 · ask · A:** hi",
        6,
        'Date: "1 June 2026" is no date; write it like 2026-09-30',
    ),
    "date without more": ("# T\n## Log\n### Signals\n- **1.6.2026:** x", 4, "is no date"),
    "no choice": ("# T\n## Log\n### Conversations\n- **asked:** x", 4, '"asked" is none of'),
    "party of a lead": ("# T\n## Log\n### Signals\n- **2026-06-01 · L:** x", 4, 'no party "L"'),
    "id twice": ("# T\n## 0\n- a <!-- #x -->\n- b <!-- #x -->", 4, 'the id "x" stands here twice'),
    "long text": ("# T\n## 1\n" + "x" * 20_001, 2, "20,001 characters; at most 20,000 fit"),
    "long name": ("# T\n## 4\n- " + "x" * 201, 3, "at most 200 fit"),
    "two lines of name": ("# T\n## 4\n- a\n  b", 3, "name is one line"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "line", "message"), FAULTS.values(), ids=FAULTS.keys())
def test_a_mistake_is_told_with_its_line(text: str, line: int, message: str):
    with pytest.raises(MarkdownFault) as caught:
        parse(text)
    assert caught.value.line == line
    assert message in caught.value.message


GUIDE = (Path(__file__).parents[2] / "docs" / "markdown.md").read_text("utf-8")
EXAMPLES = re.findall(r"```markdown\n(.*?)```", GUIDE, re.DOTALL)


@pytest.mark.parametrize("example", EXAMPLES)
def test_the_examples_of_the_guide_are_read(example: str):
    (brief,) = parse(example)
    assert brief.title == "One warehouse"
    assert [party.name for party in brief.parties][-1] == "Finance"


def test_the_first_example_is_what_the_program_writes():
    assert render(Bundle(briefs=parse(EXAMPLES[0]))) == EXAMPLES[0]


def test_the_guide_names_every_key_of_the_front_matter():
    keys = re.search(r"The keys are (.*?);", GUIDE)
    assert keys is not None
    named = re.findall("`(.*?)`", keys[1])
    assert sorted(named) == sorted(["title", *(item.name for item in front_fields())])


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("---\ntags: [a]\ncoalition: Movers\n---\n# X\n", 'line 3: no coalition "movers"'),
        (
            "# X\n## Required parties\n\n- Legal\n  - Function: L\n  - Level: lead · Person: Ada\n",
            'line 6: no person "ada"',
        ),
        (
            "# X\n\n## Required parties\n\n- Legal\n  - My side\n- Finance\n  - My side\n",
            'line 8: "Legal" is your side already',
        ),
        ("# W\n\n---\nid: there\n---\n\n# X\n", 'line 4: "there" is in the workspace already'),
        ("---\nid: a\n---\n# X\n\n---\nid: a\n---\n# Y\n", 'line 7: the id "a" stands in'),
        ("---\ncreated_at: 9999-12-31T00:00:00Z\n---\n# X\n", "line 2: the year is out of range"),
        ("# A\n\n# \n", "line 3: title can't be empty"),
        ("---\nid: x\ntitle: ' '\n---\n", "line 3: title can't be empty"),
    ],
)
def test_what_is_wrong_beside_other_records_is_told_with_its_line(text: str, said: str) -> None:
    there = Workspace(briefs={"there": Brief(id="there", title="There")})
    reading = read_bundle(text.encode(), "x.md")
    with pytest.raises(ImportFault) as fault:
        import_edit(there, [reading], replace=False, now=NOW, new_id=lambda: "new")
    assert str(fault.value).startswith(f"x.md: {said}")


def imported(text: str, there: Workspace) -> Brief:
    edit = import_edit(
        there, [read_bundle(text.encode(), "x.md")], replace=False, now=NOW, new_id=lambda: "new"
    )
    (change,) = edit.changes
    assert isinstance(change.after, Brief)
    return change.after


NAMED = """\
---
coalition: The Movers
---

# X

## Required parties

- Legal
  - Person: Ada Marsh
"""


def test_people_and_coalitions_that_are_there_are_found_by_their_names():
    there = Workspace(
        people={"k3j5": Person(id="k3j5", name="Ada Marsh")},
        coalitions={"x8y2": Coalition(id="x8y2", name="The movers")},
    )
    brief = imported(NAMED, there)
    assert (brief.coalition, brief.parties[0].person) == ("x8y2", "k3j5")


def test_an_id_goes_before_a_name_and_two_of_one_name_are_none():
    ada = Person(id="ada-marsh", name="Another")
    movers = Coalition(id="the-movers", name="M")
    named = Person(id="k3j5", name="Ada Marsh")
    there = Workspace(people={ada.id: ada, named.id: named}, coalitions={"the-movers": movers})
    assert imported(NAMED, there).parties[0].person == "ada-marsh"
    twins = {key: Person(id=key, name="Ada Marsh") for key in ("a1", "a2")}
    with pytest.raises(ImportFault, match='line 10: no person "ada-marsh"'):
        imported(NAMED, Workspace(people=twins, coalitions={"the-movers": movers}))
