#!/usr/bin/env -S python3 -B
"""Tests of the measuring itself: floors, the reading of scorers, the page. Standard library only."""
import importlib.machinery
import importlib.util
import os
import tempfile
import unittest

import floors
import scoring

PRINTED = """\
names PER+ORG+LOC                  P 0.750  R 0.600  F1 0.667   (6 right, 8 predicted, 10 gold)
names PER                          P 0.500  R 0.500  F1 0.500   (1 right, 2 predicted, 2 gold)
  kind right                       3/4
names MISC                         P 0.000  R 0.000  F1 0.000   (0 right, 5 predicted, 0 gold)
different meetings merged          0/12 judged of 13 ['a']
  predicted meetings with no gold  2
dates: value right                 99/120 = 0.825   (found 110)
! 3 documents: text changed
"""
CHALLENGE = """\
library                        found     P  dis spl unl
04-bridge                    4/13  1.000    0   0   0

meetings found (required)     24/70 = 0.343
links, article pairs          P 0.750  R 0.073  F1 0.133   (3 right, 4 predicted, 41 gold)
links, article pairs by key   3/52 = 0.058
series members share a series 2/4 = 0.500
publication dates right       5/9 = 0.556   undated left undated 1/2
meetings predicted and right  4/5 = 0.800   wrong: 1 on distractors, 0 splits, 0 on unlabelled text

challenge: links F1 0.133, meetings R 0.343, P 0.923, dates 0.500, participants F1 0.809, merges 0/10
"""
PEERS = "[wwn_dev, peer 1]\nnames PER  P 0.1  R 0.1  F1 0.100   (1 right, 10 predicted, 10 gold)\n[machine]\nabacus\n[speed]\nwho | fast\npeer 1 | 3\n"


def accuracy():
    """The command, which has no ending in its name."""
    loader = importlib.machinery.SourceFileLoader("accuracy", f"{scoring.ROOT}/.ci/accuracy")
    module = importlib.util.module_from_spec(importlib.util.spec_from_loader("accuracy", loader))
    loader.exec_module(module)
    return module


class Figures(unittest.TestCase):
    def test_lines_of_every_shape_are_read_and_remarks_are_not(self):
        found = {figure.name: figure for figure in scoring.figures(PRINTED)}
        self.assertEqual(len(found), 7)
        self.assertEqual((found["names PER"].f1, found["names PER"].gold), ("0.500", 2))
        self.assertEqual((found["dates: value right"].count, found["dates: value right"].of), (99, 120))
        self.assertEqual((found["predicted meetings with no gold"].count, found["predicted meetings with no gold"].of), (2, None))
        self.assertEqual(scoring.remarks(PRINTED), ["3 documents: text changed"])

    def test_of_the_challenge_only_the_totals_are_read(self):
        names = [figure.name for figure in scoring.figures(CHALLENGE)]
        self.assertEqual(names, ["meetings found (required)", "links, article pairs", "links, article pairs by key",
                                 "series members share a series", "publication dates right", "undated left undated",
                                 "meetings predicted and right"])

    def test_two_counts_of_one_line_are_both_read(self):
        counts = {figure.name: (figure.count, figure.of) for figure in scoring.figures(CHALLENGE)}
        self.assertEqual((counts["publication dates right"], counts["undated left undated"]), ((5, 9), (1, 2)))

    def test_a_calibration_error_is_a_value_that_a_floor_can_bound(self):
        told = "one set: expected calibration error 0.043 over 12 pairs, 9 decided rightly\n  said 0.95, held 1.00, 3 pairs"
        (figure,) = scoring.figures(told)
        self.assertEqual((figure.name, figure.value, figure.count, figure.of), ("one set: expected calibration error", "0.043", 9, 12))
        self.assertIn("| one set: expected calibration error | **0.043** | 9 | 12 |", accuracy().tables(told, {}))
        floor = "[c]\none set: expected calibration error  at most {}\n"
        self.assertEqual(floors.failures(floor.format("0.05"), {"c": [figure]}), [])
        self.assertEqual(len(floors.failures(floor.format("0.04"), {"c": [figure]})), 1)

    def test_what_stands_in_brackets_is_no_figure(self):
        (figure,) = scoring.figures("same meeting across articles       2/2   (debatable, either way is right: 0/1 joined)")
        self.assertEqual((figure.name, figure.count, figure.of), ("same meeting across articles", 2, 2))


class Inputs(unittest.TestCase):
    MAKER = "import os, sys\nos.makedirs(sys.argv[2])\nopen(sys.argv[2] + '/gold.tsv', 'w').write(sys.argv[1])\n"

    def test_the_gold_of_a_made_library_is_kept_apart_from_its_articles(self):
        with tempfile.TemporaryDirectory() as folder:
            with open(f"{folder}/maker.py", "w", encoding="utf-8") as maker:
                maker.write(self.MAKER)
            inputs = scoring.inputs(scoring.Set("made", "library", "maker.py", ("7",)), folder, folder)
            self.assertEqual(os.listdir(inputs["made"]), [])
            with open(f"{folder}/gold.tsv", encoding="utf-8") as gold:
                self.assertEqual(gold.read(), "7")

    def test_no_two_sets_share_a_name(self):
        names = [one.name for one in scoring.SETS]
        self.assertEqual(len(names), len(set(names)))


class Floors(unittest.TestCase):
    def failures(self, text):
        return floors.failures(text, {"one": scoring.figures(PRINTED), "two": []})

    def test_a_floor_holds_at_its_bound_and_fails_beyond_it(self):
        for holds in ("names PER  F1 at least 0.5", "kind right  at least 3 of 4", "different meetings merged  at most 0"):
            self.assertEqual(self.failures(f"# why\n[one]\n{holds} # as reached\n"), [], holds)
        for fails in ("names PER  F1 at least 0.501", "kind right  at least 4 of 4", "predicted meetings with no gold  at most 1"):
            self.assertEqual(len(self.failures(f"[one]\n{fails}\n")), 1, fails)

    def test_a_figure_is_not_mistaken_for_one_with_a_longer_name(self):
        self.assertEqual(len(self.failures("[one]\nnames PER  F1 at least 0.6\nnames PER+ORG+LOC  F1 at least 0.6\n")), 1)

    def test_floors_count_for_their_own_set(self):
        self.assertIn("two: names PER: the scorer does not tell", self.failures("[two]\nnames PER  F1 at least 0.1\n"))

    def test_another_number_of_cases_is_told(self):
        self.assertIn("out of 120, the floor is out of 100", self.failures("[one]\ndates: value right  at least 9 of 100\n")[0])

    def test_what_is_no_floor_and_what_is_no_set_are_told(self):
        self.assertIn("line 2 is no floor", self.failures("[one]\nnames PER above 3\n")[0])
        for text in ("[three]\nnames PER  F1 at least 0.1\n", "[three]\n", "names PER  F1 at least 0.1\n"):
            self.assertIn("no set is called", self.failures(text)[0], text)


class Page(unittest.TestCase):
    PAGE = ("# Words\n<!-- table: wwn_dev -->\nstale\n<!-- end of table -->\nbetween\n"
            "<!-- table: speed -->\n<!-- end of table -->\n")

    def test_tables_are_made_anew_and_words_are_kept(self):
        page = accuracy().renewed(self.PAGE, {"wwn_dev": PRINTED}, PEERS)
        self.assertIn("| names PER | 0.500 | 0.500 | **0.500** | 1 | 2 | 2 | 0.100 |", page)
        self.assertIn("| dates: value right | 99 | 120 | 0.825 |", page)
        self.assertIn("The scorer remarks: 3 documents: text changed.", page)
        self.assertIn("| peer 1 | 3 |\n\nMeasured on: abacus.", page)
        self.assertIn("\nbetween\n", page)
        self.assertNotIn("stale", page)
        self.assertEqual(accuracy().renewed(page, {"wwn_dev": PRINTED}, PEERS), page)

    def test_what_is_not_labelled_has_no_row(self):
        self.assertNotIn("names MISC", accuracy().renewed(self.PAGE, {"wwn_dev": PRINTED}, PEERS))

    def test_the_speed_is_told_in_two_digits_and_makes_no_page_stale(self):
        module = accuracy()
        page = f"a\n<!-- table: {module.SPEED} -->\n<!-- end of table -->\n<!-- table: speed -->\n<!-- end of table -->\n"
        told = lambda number: module.renewed(page, {module.SPEED: f"articles a second    {number}\n"}, PEERS)
        self.assertIn("| articles a second | 1,200 |", told(1234))
        self.assertNotEqual(told(1234), told(2345))
        self.assertEqual(module.without_speed(told(1234)), module.without_speed(told(2345)))
        self.assertIn("peer 1", module.without_speed(told(1234)))

    def test_a_set_without_its_place_on_the_page_is_refused(self):
        for printed in ({}, {"wwn_dev": PRINTED, "other": PRINTED}):
            with self.assertRaises(ValueError):
                accuracy().renewed(self.PAGE, printed, PEERS)


if __name__ == "__main__":
    unittest.main()
