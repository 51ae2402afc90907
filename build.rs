//! Turns the tables of facts (`src/language/tables/`) into Rust constants, a packed lexicon and a packed gazetteer, so
//! that the program has nothing to parse when it starts.
//!
//! Folding and cutting into words must be the same here as in the program; so this script compiles the same files.

#![allow(
    dead_code,
    unreachable_pub,
    reason = "the shared files are the library's, and hold more than this script needs"
)]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a build that cannot go on stops with the reason"
)]

/// The program's text room, as far as the lexicon needs it.
#[path = "src/text"]
mod text {
    pub(crate) mod fold;
    pub(crate) mod offsets;
    pub(crate) mod span;
    pub(crate) use span::Span;
}

/// The program's language room, as far as the lexicon needs it.
#[path = "src/language"]
mod language {
    pub(crate) mod gazetteer {
        pub(crate) mod class;
        pub(crate) mod hash;
        pub(crate) mod sources;
        pub(crate) mod table;
    }
    pub(crate) mod packed;
    pub(crate) mod spelling;
    pub(crate) mod tokens;
    pub(crate) mod transliteration;
    pub(crate) mod types {
        pub(crate) use super::token::{Token, TokenKind};
    }
    pub(crate) mod token;
}

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs};

use language::gazetteer::class::{CONTINUES, Classes, IN_CAPITALS};
use language::gazetteer::hash::{PhraseHash, word_hash};
use language::gazetteer::sources::{CLASSES, class_told};
use language::packed::{ENTRY, HEADER, SURNAME_SOUND, Sense, beginning, hash, pack};
use language::spelling::{key, slug};
use language::transliteration::{Sound, body_sound, without_article};
use text::Span;

const TABLES: &str = "src/language/tables";

fn main() {
    println!("cargo:rerun-if-changed={TABLES}");
    for shared in [
        "text/fold.rs",
        "text/offsets.rs",
        "text/span.rs",
        "language/gazetteer/class.rs",
        "language/gazetteer/hash.rs",
        "language/gazetteer/sources.rs",
        "language/gazetteer/table.rs",
        "language/packed.rs",
        "language/spelling.rs",
        "language/token.rs",
        "language/tokens.rs",
        "language/transliteration.rs",
    ] {
        println!("cargo:rerun-if-changed=src/{shared}");
    }
    let mut tables = Tables::default();
    tables.add_states();
    tables.add_offices();
    tables.add_bodies();
    tables.add_places();
    tables.add_people();
    for name in lines(&read("given_names.txt")) {
        tables.lexicon.mean(&key(name), Sense::GivenName(0), false);
    }
    let out = env::var("OUT_DIR").expect("cargo tells where to write");
    let write = |name: &str, bytes: &[u8]| {
        fs::write(Path::new(&out).join(name), bytes).expect("the build folder can be written");
    };
    write("facts.rs", tables.code.as_bytes());
    write("lexicon.bin", &tables.lexicon.packed());
    write("gazetteer.bin", &Gazetteer::of_all_tables().packed());
}

fn read(table: &str) -> String {
    let path = Path::new(TABLES).join(table);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn lines(table: &str) -> impl Iterator<Item = &str> {
    table.lines().filter(|line| !line.is_empty() && !line.starts_with('#'))
}

/// The first `N` columns; a short row is filled up with empty ones.
fn columns<const N: usize>(row: &str) -> [&str; N] {
    let mut row = row.split('\t');
    std::array::from_fn(|_| row.next().unwrap_or_default())
}

fn list(column: &str) -> impl Iterator<Item = &str> {
    column.split('|').map(str::trim).filter(|item| !item.is_empty())
}

/// The keys of a spelling's words, cut as the program cuts its texts.
fn words(spelling: &str) -> Vec<String> {
    let mut tokens = Vec::new();
    language::tokens::tokens_in(spelling, Span::whole(spelling), &mut tokens);
    tokens.iter().map(|token| key(token.span.of(spelling))).filter(|word| !word.is_empty()).collect()
}

fn in_capitals(spelling: &str) -> bool {
    !spelling.chars().any(char::is_lowercase) && spelling.chars().any(char::is_uppercase)
}

/// The constants, as Rust code, and the spellings.
#[derive(Default)]
struct Tables {
    code: String,
    lexicon: Lexicon,
}

impl Tables {
    /// Writes one constant: a slice of `rows`, each an expression.
    fn constant(&mut self, name: &str, kind: &str, rows: &[String]) {
        let rows = rows.join(",\n    ");
        writeln!(self.code, "static {name}: &[{kind}] = &[\n    {rows}\n];").expect("a string can be written to");
    }

    fn add_states(&mut self) {
        let table = read("states.tsv");
        let mut rows: Vec<[&str; 8]> = lines(&table).map(columns).collect();
        rows.sort_unstable();
        let mut capitals = Vec::new();
        for (index, [id, name, _, others, adjectives, cities, seats, _]) in rows.iter().enumerate() {
            // "the" is a word before a name, not a part of it; but "the Argentine" without it is a people.
            let bare = |name: &'_ str| name.strip_prefix("The ").map_or(name.to_owned(), str::to_owned);
            let names = std::iter::once(*name).chain(list(others)).map(bare);
            let names = names.filter(|name| !list(adjectives).any(|adjective| adjective == name));
            names.for_each(|name| self.lexicon.add(&name, Sense::State(index)));
            for seat in list(seats) {
                self.lexicon.add(&bare(seat), Sense::Seat(index));
            }
            list(adjectives).for_each(|adjective| self.lexicon.add(adjective, Sense::Demonym(index)));
            // Spellings of one capital (`Kyiv`, `Kiev`) are one place; a former capital (`Almaty`) is another.
            let mut own: Vec<(String, usize)> = Vec::new();
            for city in list(cities) {
                let sound = skeleton(city);
                let known = own.iter().find(|(other, _)| *other == sound).map(|(_, place)| *place);
                let place = known.unwrap_or(capitals.len());
                if known.is_none() {
                    capitals.push(known_row(&slug(city), city, id, "Town"));
                    own.push((sound, place));
                }
                self.lexicon.add(city, Sense::Capital(place));
            }
        }
        let row = |[id, name, _, _, adjectives, _, _, leaders]: &[&str; 8]| {
            let adjective = list(adjectives).next().unwrap_or_default();
            let leaders = leaders_of(leaders);
            format!(
                "State {{ id: EntityId::fixed({id:?}), name: {name:?}, adjective: {adjective:?}, leaders: &[{leaders}] }}"
            )
        };
        self.constant("STATES", "State", &rows.iter().map(row).collect::<Vec<_>>());
        self.constant("CAPITALS", "Known", &capitals);
    }

    fn add_offices(&mut self) {
        let table = read("offices.tsv");
        let mut offices = Vec::new();
        for (index, [id, phrases]) in lines(&table).map(columns).enumerate() {
            for phrase in list(phrases) {
                self.lexicon.add(phrase, Sense::Office(index));
                self.lexicon.add(&plural(phrase), Sense::Office(index));
            }
            offices.push(format!("{id:?}"));
        }
        self.constant("OFFICES", "&str", &offices);
    }

    fn add_bodies(&mut self) {
        let mut bodies = Vec::new();
        // Each table has the state in its own column.
        for (table, state_column) in [("organisations.tsv", 4), ("agencies.tsv", 3)] {
            for row in lines(&read(table)) {
                let row: [&str; 5] = columns(row);
                let [id, name, others, class, _] = row;
                let sense = Sense::Body(bodies.len());
                for name in std::iter::once(name).chain(list(others)) {
                    self.lexicon.add(name, sense);
                    // Names that are English have one spelling.
                    if let Some(sound) = body_sound(name).filter(|_| class == "armed-group") {
                        self.lexicon.mean(&sound, sense, false);
                    }
                }
                bodies.push(known_row(id, name, row[state_column], "House"));
            }
        }
        self.constant("BODIES", "Known", &bodies);
    }

    fn add_places(&mut self) {
        let table = read("places.tsv");
        let mut places = Vec::new();
        for (index, [id, name, others, kind, state]) in lines(&table).map(columns).enumerate() {
            std::iter::once(name).chain(list(others)).for_each(|name| self.lexicon.add(name, Sense::Place(index)));
            places.push(known_row(id, name, state, extent(kind)));
        }
        self.constant("PLACES", "Known", &places);
    }

    fn add_people(&mut self) {
        let table = read("holders.tsv");
        let mut people: BTreeMap<String, Holder<'_>> = BTreeMap::new();
        for [of, office, name, others, surnames, from, to] in lines(&table).map(columns) {
            let holder = people.entry(slug(name)).or_insert_with(|| Holder { name, ..Holder::default() });
            holder.spellings.extend(std::iter::once(name).chain(list(others)));
            holder
                .surnames
                .extend(list(surnames).filter(|surname| !holder.surnames.contains(surname)).collect::<Vec<_>>());
            holder.offices.push((of, office));
            let to = if to.is_empty() { "None".to_owned() } else { format!("Some({})", day(to)) };
            holder.terms.push(format!(
                "Term {{ of: EntityId::fixed({of:?}), office: {office:?}, from: {}, to: {to} }}",
                day(from)
            ));
        }
        let mut rows = Vec::new();
        let mut terms: Vec<(&str, &str, usize, usize)> = Vec::new();
        for (index, (id, holder)) in people.iter().enumerate() {
            // A single word is a surname, which needs the article to say whose.
            let full = holder.spellings.iter().filter(|spelling| spelling.contains([' ', '-']));
            full.for_each(|spelling| self.lexicon.add(spelling, Sense::Person(index)));
            for surname in &holder.surnames {
                let bare = surname.strip_prefix("al-").unwrap_or(surname);
                self.lexicon.mean(&key(surname), Sense::Surname(index), false);
                self.lexicon.mean(&key(bare), Sense::Surname(index), false);
                let sound = Sound::of(without_article(surname));
                self.lexicon.mean(&format!("{SURNAME_SOUND}{}", sound.consonants), Sense::Surname(index), false);
            }
            rows.push(format!(
                "Person {{ id: EntityId::fixed({id:?}), name: {:?}, surnames: &{:?}, terms: &[{}] }}",
                holder.name,
                holder.surnames,
                holder.terms.join(", ")
            ));
        }
        for (index, holder) in people.values().enumerate() {
            terms.extend(holder.offices.iter().enumerate().map(|(term, (of, office))| (*of, *office, index, term)));
        }
        terms.sort_unstable();
        let held = |(of, office, person, term): &(&str, &str, usize, usize)| {
            format!("Held {{ of: EntityId::fixed({of:?}), office: {office:?}, person: {person}, term: {term} }}")
        };
        self.constant("PEOPLE", "Person", &rows);
        self.constant("HELD", "Held", &terms.iter().map(held).collect::<Vec<_>>());
    }
}

/// Everything that the table says of one person.
#[derive(Default)]
struct Holder<'t> {
    name: &'t str,
    spellings: BTreeSet<&'t str>,
    surnames: Vec<&'t str>,
    terms: Vec<String>,
    /// The state or body and the office of each term.
    offices: Vec<(&'t str, &'t str)>,
}

fn known_row(id: &str, name: &str, state: &str, extent: &str) -> String {
    let state = if state.is_empty() { "None".to_owned() } else { format!("Some(EntityId::fixed({state:?}))") };
    format!("Known {{ id: EntityId::fixed({id:?}), name: {name:?}, state: {state}, extent: Extent::{extent} }}")
}

/// How much room a kind of place takes: the variant of `Extent`.
fn extent(kind: &str) -> &'static str {
    match kind {
        "city" => "Town",
        "building" | "facility" => "House",
        "region" | "sea" | "river" | "mountain" | "island" => "Region",
        other => panic!("places.tsv has the kind {other:?}, which is none"),
    }
}

/// `head-of-government 2014-08-28 head-of-state` as expressions: who leads from when on; the first one always has.
fn leaders_of(column: &str) -> String {
    let mut words = column.split_whitespace();
    let mut leaders = Vec::new();
    if let Some(first) = words.next() {
        leaders.push(format!("(Date::MIN, {first:?})"));
    }
    while let (Some(since), Some(office)) = (words.next(), words.next()) {
        leaders.push(format!("({}, {office:?})", day(since)));
    }
    leaders.join(", ")
}

/// `2017-11-21` as an expression.
fn day(text: &str) -> String {
    let parts: Vec<u16> =
        text.split('-').map(|part| part.parse().unwrap_or_else(|_| panic!("not a day: {text:?}"))).collect();
    let [year, month, day] = parts[..] else { panic!("not a day: {text:?}") };
    format!("date({year}, {month}, {day})")
}

/// The plural of an office: `foreign ministers`, `ministers of foreign affairs`, `secretaries of state`.
fn plural(office: &str) -> String {
    let (head, tail) =
        office.split_once(" of ").map_or((office, String::new()), |(head, tail)| (head, format!(" of {tail}")));
    match head.strip_suffix('y') {
        Some(stem) => format!("{stem}ies{tail}"),
        None => format!("{head}s{tail}"),
    }
}

/// What is left of a name when spellings differ only in vowels and doubled letters: `Kiev` and `Kyiv` are both `kv`.
fn skeleton(name: &str) -> String {
    let silent = |c: &char| matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y' | 'h' | ' ');
    let mut sound: Vec<char> = key(name).chars().filter(|c| !silent(c)).collect();
    sound.dedup();
    sound.into_iter().collect()
}

/// Spellings and what they mean.
#[derive(Default)]
struct Lexicon {
    senses: BTreeMap<String, Vec<(Sense, bool)>>,
    longest: BTreeMap<String, usize>,
}

impl Lexicon {
    fn add(&mut self, spelling: &str, sense: Sense) {
        let words = words(spelling);
        let Some(first) = words.first() else { return };
        let longest = self.longest.entry(first.clone()).or_default();
        *longest = (*longest).max(words.len());
        self.mean(&words.join(" "), sense, in_capitals(spelling));
    }

    fn mean(&mut self, key: &str, sense: Sense, capitals: bool) {
        let senses = self.senses.entry(key.to_owned()).or_default();
        if !senses.iter().any(|(known, _)| *known == sense) {
            senses.push((sense, capitals));
        }
    }

    /// The bytes that `language::packed` describes.
    fn packed(mut self) -> Vec<u8> {
        for (word, most) in std::mem::take(&mut self.longest) {
            self.mean(&word, Sense::Longest(most), false);
        }
        let slot_count = (self.senses.len() * 2).next_power_of_two();
        let mut slots = vec![0_usize; slot_count];
        let (mut entries, mut senses, mut spellings) = (Vec::<usize>::new(), Vec::new(), String::new());
        for (number, (key, meanings)) in self.senses.iter().enumerate() {
            let mut slot = hash(key) as usize & (slot_count - 1);
            while slots[slot] != 0 {
                slot = (slot + 1) % slot_count;
            }
            slots[slot] = number + 1;
            entries.extend([spellings.len(), key.len(), senses.len(), meanings.len()]);
            spellings.push_str(key);
            senses.extend(meanings.iter().map(|(sense, capitals)| pack(*sense, *capitals).expect("an index fits")));
        }
        assert_eq!(entries.len(), self.senses.len() * ENTRY);
        let beginnings = self.beginnings();
        let header = [slot_count, self.senses.len(), senses.len(), beginnings.len()];
        assert_eq!(header.len(), HEADER);
        let numbers =
            header.into_iter().chain(slots).chain(entries).map(|number| u32::try_from(number).expect("a number fits"));
        let mut bytes: Vec<u8> = numbers.chain(senses).chain(beginnings).flat_map(u32::to_le_bytes).collect();
        bytes.extend_from_slice(spellings.as_bytes());
        bytes
    }

    /// A bit for each way in which a phrase begins, of sixteen times as many.
    fn beginnings(&self) -> Vec<u32> {
        let phrases = self.senses.iter().filter(|(_, meanings)| meanings.iter().any(|(sense, _)| sense.is_phrase()));
        let ways = |phrase: &String| {
            let words = phrase.split(' ').map(|word| word_hash(word.as_bytes()));
            let ways = words.scan(PhraseHash::EMPTY, |words, word| {
                *words = words.extend(word);
                Some(*words)
            });
            ways.collect::<Vec<_>>()
        };
        let ways: BTreeSet<PhraseHash> = phrases.flat_map(|(phrase, _)| ways(phrase)).collect();
        let count = (ways.len() * 16).next_power_of_two() / u32::BITS as usize;
        let mut beginnings = vec![0; count];
        for words in ways {
            let (at, bit) = beginning(words, u32::try_from(count).expect("a number fits"));
            beginnings[at as usize] |= bit;
        }
        beginnings
    }
}

/// Phrases and the classes that they belong to.
#[derive(Default)]
struct Gazetteer {
    /// By their mixed hash, which is their order in the file.
    phrases: BTreeMap<u64, (PhraseHash, Classes)>,
}

impl Gazetteer {
    /// A recogniser reads no further than this many words.
    const LONGEST: usize = 6;

    fn of_all_tables() -> Self {
        let mut gazetteer = Self::default();
        for (table, named, classes) in CLASSES {
            for row in lines(&read(table)) {
                let row: [&str; 7] = columns(row);
                let classes =
                    classes.unwrap_or_else(|| class_told(row[3]).expect("the fourth column tells a known kind"));
                for phrase in named.iter().flat_map(|column| list(row[*column])) {
                    gazetteer.add(phrase, classes);
                    // Names are written with and without their hyphens: al-Nusra, al Nusra.
                    if phrase.contains('-') {
                        gazetteer.add(&phrase.replace('-', " "), classes);
                    }
                }
            }
        }
        gazetteer
    }

    fn add(&mut self, phrase: &str, classes: Classes) {
        let bare = phrase.strip_prefix("The ").unwrap_or(phrase);
        let words = words(bare);
        if words.is_empty() || words.len() > Self::LONGEST {
            return;
        }
        let mut hash = PhraseHash::EMPTY;
        for (at, word) in words.iter().enumerate() {
            if at > 0 {
                self.mark(hash, CONTINUES);
            }
            hash = hash.extend(word_hash(word.as_bytes()));
        }
        self.mark(hash, classes | if in_capitals(bare) { IN_CAPITALS } else { 0 });
    }

    fn mark(&mut self, hash: PhraseHash, classes: Classes) {
        self.phrases.entry(hash.mixed()).or_insert((hash, 0)).1 |= classes;
    }

    /// The bytes that `language::gazetteer::table` describes.
    fn packed(&self) -> Vec<u8> {
        language::gazetteer::table::pack(&self.phrases).expect("classes combine in fewer than 2,048 ways")
    }
}
