#!/usr/bin/env -S python3 -B
"""Measures spaCy beside Dateline: the same sets, the same scorer, the same machine, one core.

  python3 -m venv VENV && VENV/bin/pip install spacy PACKAGE…
  VENV/bin/python -B .ci/peer.py DATA PACKAGE…            print what .ci/peers should hold
  VENV/bin/python -B .ci/peer.py DATA PACKAGE… --write    and write it

PACKAGE is a Python package that holds a trained pipeline of spaCy (en_core_web_sm, or a copy under another name);
DATA is the folder of labelled data. Only the parts that names need are run (tok2vec and ner), which is spaCy's fastest
set-up, and texts go through its batch interface. Dateline is timed in the same run by benches/recogniser.rs.
"""
import argparse
import importlib
import json
import multiprocessing
import os
import platform
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import scoring

PEERS = os.path.join(scoring.ROOT, ".ci/peers")
TIMED = "wwn_dev"
PASSES = 3
TINY = "Angela Merkel met Emmanuel Macron in Berlin on Monday."
# spaCy's labels as kinds of Dateline's export, which the scorer reads; others are no names.
KIND = {"PERSON": "person", "ORG": "organisation", "GPE": "place", "LOC": "place", "FAC": "place",
        **dict.fromkeys(("NORP", "EVENT", "PRODUCT", "WORK_OF_ART", "LAW", "LANGUAGE"), "group")}
HEAD = """\
# What other recognisers reach on the labelled sets, in the words of the scorer, and how fast they are.
# Written by .ci/peer.py --write; not by hand.
"""


# --- in a process of its own, so that time until ready and memory are the peer's alone -----------------------------

def peer(package, documents):
    """One pipeline's name, what it finds and what it takes; `documents` holds [(id, text)] of each set."""
    start = time.perf_counter()
    import spacy
    folder = Path(importlib.import_module(package).__file__).parent
    config = min(folder.rglob("config.cfg"), key=lambda path: len(path.parts))
    nlp = spacy.load(config.parent)
    nlp.select_pipes(enable=[name for name in nlp.pipe_names if name in ("tok2vec", "ner")])
    nlp(TINY)
    ready, memory_when_ready = time.perf_counter() - start, peak_memory()
    texts = [text for _, text in documents[TIMED]]
    passes = []
    for _ in range(PASSES):
        start = time.perf_counter()
        for _ in nlp.pipe(texts):
            pass
        passes.append(time.perf_counter() - start)
    speed = [sum(len(text.split()) for text in texts) / min(passes), ready * 1e3, memory_when_ready, peak_memory()]
    found = {name: [record(one, doc) for (one, _), doc in zip(of, nlp.pipe(text for _, text in of))]
             for name, of in documents.items()}
    # A pipeline's name is its type, genre and size; whatever follows was added by who packed it.
    name = "_".join([nlp.meta["lang"], *nlp.meta["name"].split("_")[:3]])
    return f"spaCy {name} {nlp.meta['version']}", found, speed


def record(identity, found):
    """A document's names in the form of Dateline's export; what spaCy does not tell is empty."""
    place = lambda at: len(found.text[:at].encode("utf-8"))
    names = [{"id": span.text.lower(), "kind": KIND[span.label_],
              "mentions": [{"start": place(span.start_char), "end": place(span.end_char)}]}
             for span in found.ents if span.label_ in KIND]
    return {"id": identity, "text": found.text, "names": names, "dates": [], "meetings": [], "series": []}


def peak_memory():
    """MB that were resident at most."""
    with open("/proc/self/status", encoding="ascii") as status:
        return next(int(line.split()[1]) * 1.024e-3 for line in status if line.startswith("VmHWM:"))


# --- the whole -----------------------------------------------------------------------------------------------------

def documents(data, folder):
    """[(id, text)] of each set that has names labelled, and the file with those that are timed."""
    table = {}
    for one in scoring.SETS:
        if one.task == "meetings":
            table[one.name] = [(path.name, path.read_bytes().decode("utf-8")) for path in sorted(Path(scoring.ARTICLES).iterdir())]
        elif one.task == "names":
            (path,) = scoring.inputs(one, data, folder).values()
            with open(path, encoding="utf-8") as lines:
                table[one.name] = [(document["id"], document["text"]) for document in map(json.loads, lines)]
    return table


def scored(data, name, found, folder):
    """The sections of .ci/peers for one peer."""
    for one in scoring.SETS:
        if one.name not in found:
            continue
        with open(os.path.join(folder, f"{one.name}.jsonl"), "w", encoding="utf-8") as answers:
            answers.writelines(json.dumps(answer) + "\n" for answer in found[one.name])
        printed = scoring.score(one, data, folder)
        # Dates and meetings are not asked of a recogniser of names.
        told = {figure.name for figure in scoring.figures(printed) if figure.predicted and figure.gold}
        lines = [line.strip() for line in printed.splitlines() if any(f.name in told for f in scoring.figures(line))]
        yield f"[{one.name}, {name}]\n" + "\n".join(lines) + "\n"


def ours(path):
    """The same of Dateline, from its own benchmark."""
    command = ["cargo", "bench", "--locked", "--quiet", "--bench", "recogniser", "--", path]
    ran = subprocess.run(command, cwd=scoring.ROOT, stdout=subprocess.PIPE, text=True, check=True)
    told = dict(line.split("  ", 1) for line in ran.stdout.splitlines() if "  " in line.strip())
    return [float(told[key].split()[0]) for key in ("words a second", "ready after", "memory when ready", "memory at the end")]


def rounded(number):
    """Two digits that count; more would not come out the same tomorrow."""
    return f"{float(f'{number:.2g}'):,.10g}"


def speed_section(measured):
    rows = ["recogniser | words a second | ms until ready | MB when ready | MB at most"]
    rows += [" | ".join([name, *map(rounded, figures)]) for name, figures in measured.items()]
    return "[speed]\n" + "\n".join(rows) + "\n"


def machine():
    with open("/proc/cpuinfo", encoding="utf-8") as lines:
        model = next((line.split(":")[1].strip() for line in lines if line.startswith("model name")), platform.machine())
    return f"[machine]\n{model}, one core\n"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data")
    parser.add_argument("packages", nargs="+", metavar="PACKAGE")
    parser.add_argument("--write", action="store_true")
    arguments = parser.parse_args()
    subprocess.run(["cargo", "bench", "--locked", "--quiet", "--bench", "recogniser", "--no-run"], cwd=scoring.ROOT, check=True)
    # Both run on the same core, and libraries that would start threads of their own are told not to.
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    os.environ.update(OMP_NUM_THREADS="1", OPENBLAS_NUM_THREADS="1")
    parts, speed = [HEAD, machine()], {}
    with tempfile.TemporaryDirectory() as folder:
        texts = documents(os.path.abspath(arguments.data), folder)
        for package in arguments.packages:
            with multiprocessing.get_context("spawn").Pool(1) as own:
                name, found, speed_of_peer = own.apply(peer, (package, texts))
            speed[name] = speed_of_peer
            parts += scored(os.path.abspath(arguments.data), name, found, folder)
        speed["Dateline"] = ours(os.path.join(folder, f"{TIMED}.in.jsonl"))
    parts.append(speed_section(speed))
    told = "\n".join(parts)
    print(told, end="")
    if arguments.write:
        with open(PEERS, "w", encoding="utf-8") as file:
            file.write(told)


if __name__ == "__main__":
    sys.exit(main())
