//! The lexicon as bytes: how the build script writes it and the program reads it.
//!
//! A hash table with open addressing, then entries, then what each can mean, then all spellings end to end. Every
//! number is a little-endian `u32`:
//!
//! | part | content |
//! |---|---|
//! | header | number of slots (a power of two), of entries, of senses, of numbers of beginnings (a power of two) |
//! | slots | 0 for an empty one, else the entry's number plus one |
//! | entries | where its spelling begins, its length in bytes, its first sense, how many senses |
//! | senses | see [`pack`] |
//! | beginnings | a bit for each way in which a phrase begins, see [`beginning`] |
//! | spellings | UTF-8 |
//!
//! Nothing is built when the program starts: a look-up is one hash and one or two comparisons in place. Most words of a text
//! begin no phrase; that is told by one bit, before a key is made of them.

use super::gazetteer::hash::PhraseHash;

/// Numbers in the header.
pub(crate) const HEADER: usize = 4;
/// Numbers in an entry.
pub(crate) const ENTRY: usize = 4;

/// Begins the key of an office-holder's surname by its consonants; no word has a key that begins so.
pub(crate) const SURNAME_SOUND: char = '~';
/// Begins the key of a body's name by its consonants.
pub(crate) const BODY_SOUND: char = '=';

/// What a spelling can mean: an index into the table of that name in [`Facts`](super::facts::Facts).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Sense {
    /// A state's name.
    State(usize),
    /// A state's adjective or people.
    Demonym(usize),
    /// A capital.
    Capital(usize),
    /// What stands for a state's government, such as `Kremlin`.
    Seat(usize),
    /// An organisation or agency.
    Body(usize),
    /// A town, region or sea.
    Place(usize),
    /// An office-holder's full name.
    Person(usize),
    /// An office or title.
    Office(usize),
    /// An office-holder's surname, used alone.
    Surname(usize),
    /// A given name; the index says nothing.
    GivenName(usize),
    /// One of the user's own names; in no table.
    User(usize),
    /// Not a meaning: the most words that a phrase beginning with this word has.
    Longest(usize),
}

impl Sense {
    /// Whether a phrase can mean this by itself.
    pub(crate) const fn is_phrase(self) -> bool {
        !matches!(self, Self::Surname(_) | Self::GivenName(_) | Self::Longest(_))
    }
}

/// The number among `numbers` of beginnings, a power of two, and the bit in it that is set where a phrase begins with these
/// words or is them. Other words share it, about one of sixteen.
pub(crate) const fn beginning(words: PhraseHash, numbers: u32) -> (u32, u32) {
    #[allow(clippy::cast_possible_truncation, reason = "the lower half is what is wanted")]
    let bits = words.mixed() as u32;
    ((bits / u32::BITS) & numbers.wrapping_sub(1), 1 << (bits % u32::BITS))
}

/// FNV-1a, 32 bits (Fowler, Noll, Vo): short keys, no seed, the same at build time and at run time.
pub(crate) fn hash(key: &str) -> u32 {
    key.bytes().fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

/// A sense in one number: 4 bits of kind, 1 bit that is set for a spelling in capitals, 27 bits of index.
#[allow(dead_code, reason = "the build script writes, the program reads")]
pub(crate) fn pack(sense: Sense, capitals: bool) -> Option<u32> {
    let (kind, index) = match sense {
        Sense::State(index) => (0, index),
        Sense::Demonym(index) => (1, index),
        Sense::Capital(index) => (2, index),
        Sense::Seat(index) => (3, index),
        Sense::Body(index) => (4, index),
        Sense::Place(index) => (5, index),
        Sense::Person(index) => (6, index),
        Sense::Office(index) => (7, index),
        Sense::Surname(index) => (8, index),
        Sense::GivenName(index) => (9, index),
        Sense::Longest(index) => (10, index),
        Sense::User(_) => return None,
    };
    let index = u32::try_from(index).ok().filter(|index| *index < 1 << 27)?;
    Some(kind << 28 | u32::from(capitals) << 27 | index)
}

/// The sense that [`pack`] wrote, and whether its spelling is in capitals.
#[allow(dead_code, reason = "the build script writes, the program reads")]
pub(crate) fn unpack(packed: u32) -> Option<(Sense, bool)> {
    let index = usize::try_from(packed & ((1 << 27) - 1)).ok()?;
    let sense = match packed >> 28 {
        0 => Sense::State(index),
        1 => Sense::Demonym(index),
        2 => Sense::Capital(index),
        3 => Sense::Seat(index),
        4 => Sense::Body(index),
        5 => Sense::Place(index),
        6 => Sense::Person(index),
        7 => Sense::Office(index),
        8 => Sense::Surname(index),
        9 => Sense::GivenName(index),
        10 => Sense::Longest(index),
        _ => return None,
    };
    Some((sense, packed >> 27 & 1 == 1))
}
