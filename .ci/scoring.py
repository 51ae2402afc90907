"""The labelled sets and what their scorers print, as figures. Standard library only.

In: the folder of labelled data (it is not part of this repository), and the answers of a recogniser on it.
Out: the scorer's words, and the same as figures that can be held against floors and put into tables.
"""
import os
import re
import subprocess
import sys
from dataclasses import dataclass

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
ARTICLES = os.path.join(ROOT, "articles")


@dataclass(frozen=True)
class Set:
    """A labelled set: its name here, the scorer's task, its gold below the folder of data, and how to prepare it."""
    name: str
    task: str
    gold: str
    options: tuple = ()


SETS = (Set("five articles", "meetings", "eval/seeds_gold.json"),
        Set("wwn_dev", "names", "data/names/wwn_dev.jsonl"),
        Set("uner_ewt_dev", "names", "data/names/uner_ewt_dev.jsonl"),
        Set("gum_wikinews_dev", "dates", "data/dates/gum_wikinews_dev.jsonl"),
        Set("challenge", "challenge", "eval/challenge/gold.json"),
        Set("official_dev", "links", "data/meetings/official_dev.jsonl"),
        Set("official_dev without titles", "links", "data/meetings/official_dev.jsonl", ("--no-titles",)),
        # Made by a program that knows which story tells of which meeting.
        Set("library of 10,000", "library", "bench/library.py", ("10000",)))


@dataclass(frozen=True)
class Figure:
    """One line of a scorer: precision, recall and F1, a count with or without what it is out of, or another value."""
    name: str
    precision: str = ""
    recall: str = ""
    f1: str = ""
    right: int | None = None
    predicted: int | None = None
    gold: int | None = None
    count: int | None = None
    of: int | None = None
    value: str = ""


FIGURE = (re.compile(r"\s*(?P<name>\S.*?)\s+P (?P<precision>[\d.]+)  R (?P<recall>[\d.]+)  F1 (?P<f1>[\d.]+)"
                     r"(?:\s+\((?P<right>\d+) right, (?P<predicted>\d+) predicted, (?P<gold>\d+) gold\))?"),
          re.compile(r"\s*(?P<name>\S.*?)\s{2,}(?P<count>\d+)\s*$"),
          re.compile(r"^(?P<name>\S.*?: expected calibration error) (?P<value>[\d.]+) over (?P<of>\d+) pairs, "
                     r"(?P<count>\d+) decided rightly"),
          # A line may tell two of these, the second behind three blanks.
          re.compile(r"(?:^\s*|\s{3})(?P<name>[^\W\d](?:\D*?\S)?)\s+(?P<count>\d+)/(?P<of>\d+)\b"))
WORDS = ("name", "precision", "recall", "f1", "value")


def figures(printed):
    """The figures among the lines that a scorer printed, in their order."""
    # The challenge's scorer prints a table of libraries first; its totals follow.
    _, head, totals = printed.partition("\nmeetings found (required)")
    found = []
    for line in (head + totals if head else printed).splitlines():
        matches = next(filter(None, (list(shape.finditer(line)) for shape in FIGURE)), [])
        found += [Figure(**{key: value if key in WORDS else int(value)
                            for key, value in match.groupdict().items() if value is not None}) for match in matches]
    return found


def remarks(printed):
    """What the scorer remarked about documents that it could not score."""
    return [line[2:] for line in printed.splitlines() if line.startswith("! ")]


def sections(text):
    """{heading: its lines with their numbers} of a file with `[headings]`; empty lines and comments are left out."""
    table, heading = {}, ""
    for number, line in enumerate(text.splitlines(), 1):
        line = line.split("#")[0].strip()
        if line.startswith("[") and line.endswith("]"):
            heading = line[1:-1]
            table.setdefault(heading, [])
        elif line:
            table.setdefault(heading, []).append((number, line))
    return table


def inputs(one, data, folder):
    """{name of the export: path to read}; documents that have to be prepared are written into `folder`."""
    if one.task == "meetings":
        return {one.name: ARTICLES}
    if one.task == "challenge":
        libraries = os.path.join(data, "eval/challenge/libraries")
        return {library: os.path.join(libraries, library) for library in sorted(os.listdir(libraries))}
    if one.task == "library":
        made = os.path.join(folder, "made")
        scorer(data, one.gold, *one.options, made)
        # What tells the meetings is no article.
        os.replace(os.path.join(made, "gold.tsv"), os.path.join(folder, "gold.tsv"))
        return {one.name: made}
    path = os.path.join(folder, f"{one.name}.in.jsonl")
    with open(path, "w", encoding="utf-8") as file:
        file.write(scorer(data, "eval/score.py", "prepare", os.path.join(data, one.gold), *one.options))
    return {one.name: path}


def score(one, data, exports):
    """What the scorer prints about the answers `NAME.jsonl` in the folder `exports`."""
    if one.task == "challenge":
        return scorer(data, "eval/challenge/score.py", os.path.join(data, "eval/challenge/libraries"), exports)
    answers = os.path.join(exports, f"{one.name}.jsonl")
    if one.task == "library":
        return scorer(data, "eval/score.py", "links", os.path.join(exports, "gold.tsv"), answers)
    return scorer(data, "eval/score.py", one.task, os.path.join(data, one.gold), answers, "--articles", ARTICLES)


def scorer(data, script, *arguments):
    ran = subprocess.run([sys.executable, os.path.join(data, script), *arguments], encoding="utf-8", check=False,
                         stdout=subprocess.PIPE, stderr=subprocess.STDOUT, env={**os.environ, "PYTHONUTF8": "1"})
    if ran.returncode:
        sys.exit(f"{script} failed:\n{ran.stdout}")
    return ran.stdout
