//! The gazetteer as bytes: how the build script writes it and the program reads it.
//!
//! Every number is a little-endian `u32`:
//!
//! | part | content |
//! |---|---|
//! | header | number of buckets, of entries, of combinations of classes |
//! | combinations | [`Classes`] each; entries share them, for there are few |
//! | buckets | where each bucket's entries begin, and where the last one's end |
//! | entries | 21 bits of the phrase's hash, 11 bits that say which combination |
//!
//! Phrases are not stored. A phrase that is in no table meets one with its bits about four times in a million look-ups, which
//! a recogniser that weighs evidence does not notice.

use std::collections::{BTreeMap, BTreeSet};

use super::class::Classes;
use super::hash::PhraseHash;

/// Numbers in the header.
pub(crate) const HEADER: usize = 3;
/// Bits of an entry that say which combination it has.
pub(crate) const COMBINATION_BITS: u32 = 11;
/// Entries in a bucket on average: fewer cost room, more cost time.
const FILL: usize = 8;

/// The bucket of a phrase among `buckets`.
pub(crate) const fn bucket(phrase: PhraseHash, buckets: u32) -> u32 {
    #[allow(clippy::cast_possible_truncation, reason = "a fraction of `buckets` is less than `buckets`")]
    let bucket = (((phrase.mixed() >> 32) * buckets as u64) >> 32) as u32;
    bucket
}

/// The bits of the phrase's hash that an entry keeps, where it keeps them. The bucket takes them from the other half.
pub(crate) const fn fingerprint(phrase: PhraseHash) -> u32 {
    #[allow(clippy::cast_possible_truncation, reason = "the lower half is what is wanted")]
    let low = phrase.mixed() as u32;
    low & (u32::MAX << COMBINATION_BITS)
}

/// The bytes of a gazetteer of these phrases, the same for the same phrases; `None` if there are too many combinations.
#[allow(dead_code, reason = "the build script writes, the program reads")]
pub(crate) fn pack(phrases: &BTreeMap<u64, (PhraseHash, Classes)>) -> Option<Vec<u8>> {
    let combinations: BTreeSet<Classes> = phrases.values().map(|(_, classes)| *classes).collect();
    let combinations: Vec<Classes> = combinations.into_iter().collect();
    if combinations.len() > 1 << COMBINATION_BITS {
        return None;
    }
    let buckets = u32::try_from(phrases.len().div_ceil(FILL)).ok()?;
    // `mixed` is the key of the map, so that the buckets come in order.
    let mut starts: Vec<u32> = Vec::new();
    let mut entries = Vec::new();
    for (phrase, classes) in phrases.values() {
        while starts.len() <= usize::try_from(bucket(*phrase, buckets)).ok()? {
            starts.push(u32::try_from(entries.len()).ok()?);
        }
        let combination = u32::try_from(combinations.binary_search(classes).ok()?).ok()?;
        entries.push(fingerprint(*phrase) | combination);
    }
    starts.resize(usize::try_from(buckets).ok()? + 1, u32::try_from(entries.len()).ok()?);
    let header = [buckets, u32::try_from(entries.len()).ok()?, u32::try_from(combinations.len()).ok()?];
    let numbers = header.into_iter().chain(combinations).chain(starts).chain(entries);
    Some(numbers.flat_map(u32::to_le_bytes).collect())
}
