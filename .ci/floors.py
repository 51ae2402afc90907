#!/usr/bin/env python3
"""Compares what the scorer prints (standard input) with the floors in a file: floors.py FLOORS. Standard library only.

A floor is the name of one of the scorer's lines and `at least N of M`, `at most N`, or `F1 at least X`.
"""
import re
import sys

FLOOR = re.compile(r"(?P<name>\S.*?)\s+(?P<f1>F1 )?at (?P<sense>least|most) (?P<bound>[\d.]+)(?: of (?P<of>\d+))?$")


def reading(line, f1):
    """(number, out of) that a line of the scorer gives after its name."""
    found = re.search(r"\bF1 ([\d.]+)()", line) if f1 else re.search(r"(\d+)/(\d+)", line)
    return found and (float(found[1]), found[2])


def verdict(floor, lines):
    """What to print for one floor, and whether it holds."""
    name, bound = floor["name"], float(floor["bound"])
    line = next((line for line in lines if line.startswith(name)), None)
    got = line and reading(line[len(name):], floor["f1"])
    if not got:
        return f"{name}: the scorer does not tell", False
    number, of = got
    holds = number >= bound if floor["sense"] == "least" else number <= bound
    if floor["of"] and of != floor["of"]:
        return f"{name}: counted out of {of}, the floor is out of {floor['of']}", False
    return f"{name}: {number:g}, must be at {floor['sense']} {bound:g}", holds


def main():
    printed = sys.stdin.read()
    print(printed, end="")
    lines = [line.strip() for line in printed.splitlines()]
    failed = []
    with open(sys.argv[1], encoding="utf-8") as floors:
        for number, line in enumerate(floors, 1):
            line = line.split("#")[0].strip()
            if not line:
                continue
            floor = FLOOR.match(line)
            told, holds = verdict(floor, lines) if floor else (f"line {number} of {sys.argv[1]} is no floor: {line}", False)
            if not holds:
                failed.append(told)
    for told in failed:
        print(f"BELOW THE FLOOR  {told}")
    if not failed:
        print("all floors hold")
    return bool(failed)


if __name__ == "__main__":
    sys.exit(main())
