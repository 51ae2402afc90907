"""Holds figures against floors. Standard library only.

A file of floors has a `[section]` for each labelled set. A floor is the name of one of its figures and
`at least N of M`, `at least N`, `at most N`, or `F1 at least X`.
"""
import re

from scoring import sections

FLOOR = re.compile(r"(?P<name>\S.*?)\s+(?P<f1>F1 )?at (?P<sense>least|most) (?P<bound>[\d.]+)(?: of (?P<of>\d+))?$")


def failures(text, measured):
    """What does not hold of the floors in `text`, in words; `measured` holds the figures of each set by its name."""
    failed = []
    for section, floors in sections(text).items():
        if section not in measured:
            failed.append(f"line {floors[0][0] if floors else '?'}: no set is called [{section}]")
            continue
        for number, line in floors:
            floor = FLOOR.match(line)
            told, holds = verdict(floor, measured[section]) if floor else (f"line {number} is no floor: {line}", False)
            if not holds:
                failed.append(f"{section}: {told}")
    return failed


def verdict(floor, figures):
    """What to say of one floor, and whether it holds."""
    name, bound = floor["name"], float(floor["bound"])
    figure = next((figure for figure in figures if figure.name == name), None)
    got = figure and (figure.f1 if floor["f1"] else figure.value or figure.count)
    if got in (None, ""):
        return f"{name}: the scorer does not tell", False
    if floor["of"] and figure.of != int(floor["of"]):
        return f"{name}: counted out of {figure.of}, the floor is out of {floor['of']}", False
    got = float(got)
    holds = got >= bound if floor["sense"] == "least" else got <= bound
    return f"{name}: {got:g}, must be at {floor['sense']} {bound:g}", holds
