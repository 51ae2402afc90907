//! Pairs that nobody told in, what is learned from them out.

use super::data_sets::{DataSet, Example};
use super::regression::{learn, probability_of, weighted};
use crate::language::Facts;
use crate::links::training::{Feature, Line, TABLE, pairs, read};
use crate::meetings::{Story, read_story};

fn priors() -> Vec<Line> {
    read(TABLE).unwrap()
}

fn story(name: &str, day: &str, body: &str) -> Story {
    let text = format!("A busy week in the capitals of Europe\n\n{day}\n\n{body}\n");
    let mut articles = crate::article::read(name, std::path::Path::new(name), text.as_bytes()).articles;
    read_story(articles.remove(0), Facts::shipped(), None)
}

/// Pairs of one meeting and pairs of two, as often as asked for.
fn set(same: usize, other: usize) -> DataSet {
    let pair = |second: &str| {
        let mut stories = vec![
            story("a.txt", "Wednesday, March 14, 2018", "Angela Merkel met Emmanuel Macron in Berlin on Tuesday."),
            story("b.txt", "Thursday, March 15, 2018", second),
        ];
        pairs(&mut stories, Facts::shipped()).remove(0).values
    };
    let alike = pair("Angela Merkel and Emmanuel Macron met in Berlin on Tuesday.");
    let unlike = pair("Angela Merkel and Emmanuel Macron met in Paris on Wednesday.");
    let example = |values, same, number| Example { values, same, fold: number % 5, labels: Default::default() };
    let examples = (0..same).map(|number| example(alike, true, number));
    let examples = examples.chain((0..other).map(|number| example(unlike, false, number)));
    DataSet { name: "made up".to_owned(), examples: examples.collect() }
}

fn place(feature: Feature) -> usize {
    Feature::ALL.iter().position(|one| *one == feature).unwrap()
}

#[test]
fn without_data_the_weights_are_the_priors() {
    let weights = learn(&[], &priors());
    assert_eq!(weights, priors().iter().map(|line| line.prior).collect::<Vec<_>>());
}

#[test]
fn what_data_says_moves_its_own_weights_only_and_the_same_every_time() {
    let data = set(40, 40);
    let learned = || learn(&weighted(&[&data], |_| true), &priors());
    let weights = learned();
    assert_eq!(weights, learned());
    let untouched = place(Feature::RoundSame);
    assert!((weights[untouched] - priors()[untouched].prior).abs() < 1e-9);
    let said = |same: bool| {
        let example = data.examples.iter().find(|example| example.same == same).unwrap();
        probability_of(&weights, &example.values)
    };
    assert!(said(true) > 0.9 && said(false) < 0.1, "{} {}", said(true), said(false));
}

#[test]
fn labels_against_all_reason_take_a_weight_to_zero_and_no_further() {
    let mut data = set(0, 40);
    data.examples.iter_mut().for_each(|example| example.same = true);
    let weights = learn(&weighted(&[&data], |_| true), &priors());
    assert!(weights.iter().zip(priors()).all(|(weight, line)| weight * line.prior >= 0.0));
}
