"""The table that bench/README.md publishes."""

from tests.chaos.figures import table

RUN = {
    "faults": {"502, late": 3, "503, late": 1, "read: list short": 2},
    "troubles": {"worker killed": 4},
    "lost": 0,
    "doubled": 1,
    "untrue": 2,
}


def test_table_counts_failures_of_a_run_under_each_of_its_fault_kinds() -> None:
    untroubled = {"faults": {"502, late": 4}, "troubles": {}, "lost": 0, "doubled": 0, "untrue": 0}
    assert table([RUN, untroubled]) == [
        "| fault | times | lost per 1,000 | doubled per 1,000 | told wrong per 1,000 |",
        "|---|---|---|---|---|",
        "| read answered falsely | 2 | 0 | 500 | 1000 |",
        "| worker killed | 4 | 0 | 250 | 500 |",
        "| write answered with another 4xx or 5xx, its effect late | 8 | 0 | 125 | 250 |",
    ]
