//! Who publishes news.
//!
//! **In:** a name or a line that may hold one, or an address. **Out:** the name as a reader would write it.
//! **Why:** `ITAR-TASS`, `/TASS/` and `tass.com` are one outlet, and a page header names an outlet only where one
//! is recognised in it. The table is `outlets.tsv`; it is never complete, so words that newspapers are called by
//! (`Tribune`, `Radio`, `News`) count as well.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::text::fold::folded;

/// The table of outlets, indexed.
struct Table {
    names: HashMap<String, &'static str>,
    domains: HashMap<&'static str, &'static str>,
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let mut table = Table { names: HashMap::new(), domains: HashMap::new() };
    for row in include_str!("outlets.tsv").lines().filter(|row| !row.starts_with('#')) {
        let mut cells = row.split('\t');
        let Some(name) = cells.next().filter(|name| !name.is_empty()) else { continue };
        let aliases = cells.next().unwrap_or_default().split('|').filter(|alias| !alias.is_empty());
        for alias in std::iter::once(name).chain(aliases) {
            table.names.entry(folded(alias)).or_insert(name);
        }
        for domain in cells.next().unwrap_or_default().split('|').filter(|domain| !domain.is_empty()) {
            table.domains.insert(domain, name);
        }
    }
    table
});

/// The outlet that goes by `name`, if it is known. Names that are ordinary words or initials (`Time`, `AA`) have to
/// be written with their capitals.
pub(super) fn find(name: &str) -> Option<&'static str> {
    let name = name.trim();
    // No name in the table is longer, and most text that is asked for is no name.
    if name.len() > 50 || !name.starts_with(char::is_alphanumeric) {
        return None;
    }
    let found = *TABLE.names.get(&folded(name))?;
    let capitals = name.chars().filter(|c| c.is_uppercase()).count();
    let initials = found.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase);
    let written_so = !name.contains(char::is_lowercase) || capitals > 1 || name.len() >= 4;
    (capitals > 0 && (!initials || written_so)).then_some(found)
}

/// `name` as a reader would write it: from the table where it is known, else as it is.
pub(super) fn canonical(name: &str) -> String {
    find(name).map_or_else(|| crate::text::sanitise::one_line(name), str::to_owned)
}

/// The outlet behind an address: its name where it is known, else the host.
pub(super) fn of_address(address: &str) -> Option<String> {
    let host = host(address)?;
    let mut domain = host.as_str();
    loop {
        if let Some(name) = TABLE.domains.get(domain) {
            return Some((*name).to_owned());
        }
        match domain.split_once('.') {
            Some((_, parent)) => domain = parent,
            None => return Some(host),
        }
    }
}

/// The host of an address with a scheme, or of a bare `www.` one, without `www.`.
pub(super) fn host(address: &str) -> Option<String> {
    let address = address.trim();
    let rest = address
        .split_once("://")
        .filter(|(scheme, _)| scheme.len() <= 5 && scheme.bytes().all(|b| b.is_ascii_alphabetic()))
        .map(|(_, rest)| rest)
        .or_else(|| address.starts_with("www.").then_some(address))?;
    let authority = rest.split(['/', '?', '#']).next()?;
    let host = authority.rsplit('@').next()?.split(':').next()?;
    let host = host.trim_start_matches("www.").to_ascii_lowercase();
    let plausible = host.contains('.') && host.chars().all(|c| c.is_alphanumeric() || matches!(c, '.' | '-'));
    plausible.then_some(host)
}

/// Words that newspapers, broadcasters and agencies are called by, folded.
const TITLE_WORDS: &[&str] = &[
    "agency",
    "argus",
    "broadcaster",
    "broadcasting",
    "bulletin",
    "chronicle",
    "courier",
    "daily",
    "dispatch",
    "echo",
    "examiner",
    "express",
    "gazette",
    "herald",
    "inquirer",
    "journal",
    "ledger",
    "magazine",
    "mail",
    "mercury",
    "messenger",
    "mirror",
    "monitor",
    "news",
    "newspaper",
    "newswire",
    "observer",
    "online",
    "post",
    "press",
    "radio",
    "record",
    "register",
    "reporter",
    "review",
    "sentinel",
    "standard",
    "star",
    "telegraph",
    "television",
    "times",
    "today",
    "tribune",
    "tv",
    "voice",
    "weekly",
    "wire",
    "world",
];

/// Words that a newspaper's name ends in, folded; elsewhere in a line they are words like any other.
const LAST_WORDS: &[&str] = &[
    "advertiser",
    "allgemeine",
    "almanac",
    "anzeiger",
    "banner",
    "beacon",
    "blade",
    "blatt",
    "bote",
    "chronik",
    "citizen",
    "clarion",
    "commentary",
    "compass",
    "correo",
    "corriere",
    "current",
    "dagblad",
    "dagbladet",
    "despatch",
    "diario",
    "digest",
    "dispatches",
    "enterprise",
    "evening",
    "figaro",
    "gazeta",
    "giornale",
    "gleaner",
    "globe",
    "guardian",
    "independent",
    "intelligencer",
    "jornal",
    "kurier",
    "lamp",
    "lantern",
    "lookout",
    "messaggero",
    "morning",
    "mundo",
    "nachrichten",
    "newsletter",
    "notebook",
    "notes",
    "observador",
    "packet",
    "pioneer",
    "planet",
    "posten",
    "prensa",
    "pulse",
    "rundschau",
    "signal",
    "spectator",
    "statesman",
    "sun",
    "tageblatt",
    "tidende",
    "tidning",
    "vedomosti",
    "vesti",
    "vestnik",
    "volksblatt",
    "watchman",
    "zeitung",
];
/// Words of a name that ends in one of these, at most.
const SHORT: usize = 4;

/// Whether a name in capitals looks like a newspaper's, a broadcaster's or an agency's.
pub(super) fn looks_like_outlet(name: &str) -> bool {
    // The parts of `Herald-Tribune` are words of their own.
    let words: Vec<String> = name.split([' ', '\u{a0}', '-']).filter(|word| !word.is_empty()).map(folded).collect();
    (2..=5).contains(&words.len())
        && !name.ends_with(['.', '!', '?', ':'])
        && (words.iter().any(|word| TITLE_WORDS.contains(&word.as_str())) || ends_like_one(&words))
        && name.split_whitespace().all(|word| {
            word.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
                || matches!(word, "of" | "the" | "and" | "de" | "&")
        })
}

fn ends_like_one(words: &[String]) -> bool {
    words.len() <= SHORT && words.last().is_some_and(|word| LAST_WORDS.contains(&word.as_str()))
}

/// The outlet that `part` of a header line names: a known one, or one that looks like it.
pub(super) fn named(part: &str) -> Option<String> {
    let part = part.trim();
    find(part).map(str::to_owned).or_else(|| looks_like_outlet(part).then(|| part.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn many_spellings_are_one_outlet() {
        for name in ["TASS", "ITAR-TASS", "Tass"] {
            assert_eq!(find(name), Some("TASS"), "{name}");
        }
        assert_eq!(find("Hurriyet Daily News"), Some("Hürriyet Daily News"));
        assert_eq!(find("press tv"), None);
        assert_eq!(find("Northwire"), None);
        assert_eq!(canonical("Northwire"), "Northwire");
    }

    #[test]
    fn an_ordinary_word_is_no_agency() {
        assert_eq!(find("Pa"), None);
        assert_eq!(find("Time"), Some("Time"));
        assert_eq!(find("time"), None);
    }

    #[test]
    fn an_address_leads_to_its_outlet_or_host() {
        assert_eq!(of_address("https://tass.com/politics/1"), Some("TASS".into()));
        assert_eq!(of_address("http://uk.reuters.com/article"), Some("Reuters".into()));
        assert_eq!(of_address("https://www.example.org:8080/x"), Some("example.org".into()));
        assert_eq!(of_address("Press TV"), None);
    }

    #[test]
    fn unknown_outlets_are_known_by_what_newspapers_are_called() {
        let names =
            ["The Anselm Tribune", "Golden Horn News", "Radio Meridian", "Baku Weekly Mirror", "Torvik Evening"];
        for name in names.into_iter().chain(["Brunder Bote", "The Miner’s Lamp", "Anselm Star-Herald"]) {
            assert!(looks_like_outlet(name), "{name}");
        }
        let others = ["Press conference in Sochi", "News", "Putin meets Erdogan", "Castles and cottages"];
        for name in others.into_iter().chain(["Evening Talks End", "Morning", "Port Ellen", "Sun Hill"]) {
            assert!(!looks_like_outlet(name), "{name}");
        }
    }

    #[test]
    fn every_row_of_the_table_can_be_found() {
        for row in include_str!("outlets.tsv").lines().filter(|row| !row.starts_with('#')) {
            let name = row.split('\t').next().unwrap();
            assert!(row.matches('\t').count() <= 2 && find(name).is_some(), "{row}");
        }
    }
}
