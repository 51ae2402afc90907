//! A table of weights and new weights in, the same table with its column of weights changed out.

use std::fmt::Write;

use crate::links::training::{Feature, read_line};

/// The table with these weights, in the order of [`Feature::ALL`]; `None` where a line is of no feature.
pub(super) fn with_weights(table: &str, weights: &[f64]) -> Option<String> {
    let mut text = String::new();
    for line in table.lines() {
        if line.trim().is_empty() || line.starts_with('#') {
            text += line;
        } else {
            let (name, known) = read_line(line)?;
            let (_, says) = line.split_once('#')?;
            let place = Feature::ALL.iter().position(|feature| feature.name() == name)?;
            // A minus before nothing would differ from run to run of thought, if not of program.
            let weight = (weights.get(place)? * 1000.0).round() / 1000.0 + 0.0;
            // Writing to a string cannot fail.
            let _ = write!(text, "{name:<22}{weight:>8.3}{:>8.2}   #{says}", known.prior);
        }
        text.push('\n');
    }
    Some(text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::links::training::{TABLE, read};

    #[test]
    fn the_table_keeps_its_comments_and_priors() {
        let lines = read(TABLE).unwrap();
        let weights: Vec<f64> = lines.iter().map(|line| line.weight).collect();
        assert_eq!(with_weights(TABLE, &weights).unwrap(), TABLE);
        let halved: Vec<f64> = lines.iter().map(|line| line.prior / 2.0).collect();
        let table = with_weights(TABLE, &halved).unwrap();
        assert_eq!(
            read(&table).unwrap().iter().map(|line| line.prior).collect::<Vec<_>>(),
            lines.iter().map(|line| line.prior).collect::<Vec<_>>()
        );
    }
}
