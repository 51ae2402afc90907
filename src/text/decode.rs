//! Bytes to Unicode.
//!
//! **In:** the bytes of a file. **Out:** its text with the encoding that was found, and whether anything could not
//! be read; or the verdict that it is no text at all. **Why:** saved stories come from thirty years of web pages
//! and editors: UTF-8 mostly, UTF-16 from some Windows programs, Windows-1251, -1252 and the like from the rest.

use std::borrow::Cow;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

/// How many bytes are looked at to tell a file's kind and encoding.
const SAMPLE: usize = 64 * 1024;

/// A file's text, not yet sanitised.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decoded {
    /// The text, without a byte-order mark.
    pub text: String,
    /// The encoding's name in the Encoding Standard, such as `UTF-8` or `windows-1251`.
    pub encoding: &'static str,
    /// Whether some bytes had no meaning and were replaced by U+FFFD.
    pub lossy: bool,
}

/// Decodes `bytes` by their byte-order mark or, without one, by what they look like.
///
/// Never fails: bytes without meaning become U+FFFD, and the result says so.
pub fn decode(bytes: &[u8]) -> Decoded {
    let (encoding, mark) = Encoding::for_bom(bytes).unwrap_or_else(|| (guess(bytes), 0));
    let body = bytes.get(mark..).unwrap_or_default();
    let (text, lossy) = encoding.decode_without_bom_handling(body);
    Decoded { text: Cow::into_owned(text), encoding: encoding.name(), lossy }
}

/// Whether `bytes` are a picture, an archive, a program or the like: known by their first bytes, or by zeros and
/// control characters that no text has.
pub fn is_binary(bytes: &[u8]) -> bool {
    if Encoding::for_bom(bytes).is_some() {
        return false;
    }
    if SIGNATURES.iter().any(|signature| bytes.starts_with(signature)) {
        return true;
    }
    let sample = sample(bytes);
    let zeros = zeros(sample.iter());
    if zeros > 0 && utf_16_without_mark(sample).is_some() {
        return false;
    }
    let is_odd = |b: &&u8| matches!(**b, 1..=7 | 0xe..=0x1a | 0x1c..=0x1f);
    let odd = sample.iter().filter(is_odd).count();
    // A stray zero in a long text is dirt to be cleaned away; zeros among few bytes are the bytes of numbers.
    zeros * 100 > sample.len() || odd * 10 > sample.len() || zeros > 0 && std::str::from_utf8(sample).is_err()
}

/// The first bytes of common files that are no text.
const SIGNATURES: &[&[u8]] = &[
    b"\x89PNG",
    b"%PDF-",
    b"PK\x03\x04",
    b"PK\x05\x06",
    b"\x1f\x8b",
    b"\x7fELF",
    b"\xff\xd8\xff",
    b"GIF87a",
    b"GIF89a",
    b"\xfd7zXZ",
    b"\x28\xb5\x2f\xfd",
    b"7z\xbc\xaf\x27\x1c",
    b"Rar!\x1a\x07",
    b"BZh91AY&SY",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    b"SQLite format 3\0",
    b"OggS\0",
    b"wOFF",
    b"wOF2",
    b"ID3\x03",
    b"ID3\x04",
    b"\0asm",
    b"\xca\xfe\xba\xbe",
    b"II*\0",
    b"MM\0*",
];

/// The encoding of bytes without a byte-order mark.
fn guess(bytes: &[u8]) -> &'static Encoding {
    let sample = sample(bytes);
    if sample.contains(&0)
        && let Some(encoding) = utf_16_without_mark(sample)
    {
        return encoding;
    }
    if is_mostly_utf_8(bytes) {
        return UTF_8;
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    // The detector learns from what is not ASCII only, so it starts where that does.
    let first = bytes.iter().position(|b| !b.is_ascii()).unwrap_or(0).saturating_sub(1);
    let telling = bytes.get(first..).unwrap_or_default();
    detector.feed(telling.get(..SAMPLE).unwrap_or(telling), true);
    detector.guess(None, Utf8Detection::Deny)
}

/// Whether the bytes are UTF-8, perhaps with some damage: by chance, legacy text holds hardly any well-formed
/// sequence of several bytes, so a few broken ones do not make UTF-8 something else.
fn is_mostly_utf_8(bytes: &[u8]) -> bool {
    let mut good = 0_usize;
    let mut broken = 0_usize;
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().bytes().filter(|b| *b >= 0xc0).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    broken == 0 || good > 2 * broken
}

/// UTF-16 told by its zeros: the high bytes of Latin letters, spaces and line breaks, all on one side.
fn utf_16_without_mark(sample: &[u8]) -> Option<&'static Encoding> {
    let zeros_at = |side| zeros(sample.iter().skip(side).step_by(2));
    let (even, odd) = (zeros_at(0), zeros_at(1));
    let (encoding, zeros, others) = if odd > even { (UTF_16LE, odd, even) } else { (UTF_16BE, even, odd) };
    // One character in twenty at least is a space or the like, in every language that sets spaces.
    if sample.len() % 2 == 1 || zeros < 2 || zeros * 2 * 20 < sample.len() || others * 20 > zeros {
        return None;
    }
    let (text, _) = encoding.decode_without_bom_handling(sample);
    let odd_one = |c: &char| c.is_control() && !c.is_whitespace() && *c != '\u{1b}' || *c == '\u{fffd}';
    let strange = text.chars().filter(odd_one).count();
    (strange * 50 <= text.chars().count()).then_some(encoding)
}

fn zeros<'b>(bytes: impl Iterator<Item = &'b u8>) -> usize {
    bytes.map(|b| usize::from(*b == 0)).sum()
}

fn sample(bytes: &[u8]) -> &[u8] {
    bytes.get(..SAMPLE).unwrap_or(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use encoding_rs::{WINDOWS_1251, WINDOWS_1252};
    use proptest::prelude::*;

    fn utf_16(text: &str, little: bool) -> Vec<u8> {
        text.encode_utf16().flat_map(|unit| if little { unit.to_le_bytes() } else { unit.to_be_bytes() }).collect()
    }

    #[test]
    fn utf_8_is_read_with_and_without_a_mark() {
        assert_eq!(decode("Erdoğan".as_bytes()), Decoded { text: "Erdoğan".into(), encoding: "UTF-8", lossy: false });
        assert_eq!(decode("\u{feff}Erdoğan".as_bytes()).text, "Erdoğan");
        assert_eq!(decode(b"").text, "");
    }

    #[test]
    fn utf_16_is_read_with_and_without_a_mark() {
        for text in ["Lavrov met Kerry in Vienna.\n", "Лавров встретился с Керри в Вене. Это сообщил МИД.\r\n"]
        {
            for (little, name) in [(true, "UTF-16LE"), (false, "UTF-16BE")] {
                let bare = decode(&utf_16(text, little));
                assert_eq!((bare.text.as_str(), bare.encoding), (text, name));
                let marked = decode(&utf_16(&format!("\u{feff}{text}"), little));
                assert_eq!((marked.text.as_str(), marked.encoding), (text, name));
                assert!(!is_binary(&utf_16(text, little)));
            }
        }
    }

    #[test]
    fn legacy_encodings_are_recognised() {
        let russian = "Президент России Владимир Путин провёл встречу с президентом Сирии Башаром Асадом в Сочи.";
        let (bytes, _, _) = WINDOWS_1251.encode(russian);
        assert_eq!((decode(&bytes).text.as_str(), decode(&bytes).encoding), (russian, "windows-1251"));
        let french = "Le président a reçu à l’Élysée – « sans détour » – le chef de l’État, déjà invité à dîner.";
        let (bytes, _, _) = WINDOWS_1252.encode(french);
        assert_eq!((decode(&bytes).text.as_str(), decode(&bytes).encoding), (french, "windows-1252"));
    }

    #[test]
    fn utf_8_with_a_broken_byte_stays_utf_8() {
        let mut bytes = "“Erdoğan” met “Putin” in Sochi – again".as_bytes().to_vec();
        bytes.push(0xff);
        let decoded = decode(&bytes);
        assert_eq!(decoded.encoding, "UTF-8");
        assert!(decoded.lossy && decoded.text.starts_with("“Erdoğan”"));
    }

    #[test]
    fn pictures_archives_and_programs_are_binary() {
        for bytes in [
            &b"\x89PNG\r\n\x1a\n"[..],
            b"%PDF-1.7\n",
            b"PK\x03\x04rest",
            b"\x1f\x8b\x08",
            b"\x7fELF\x02",
            b"abc\0\x01\x02def",
        ] {
            assert!(is_binary(bytes), "{bytes:?}");
        }
        let counting: Vec<u8> = (0..=255).cycle().take(4096).collect();
        assert!(is_binary(&counting));
    }

    #[test]
    fn text_with_dirt_in_it_is_no_binary() {
        let dirty = format!("{}\0{}", "Talks in Sochi. ".repeat(20), "\u{1b}[31mred\u{1b}[0m");
        assert!(!is_binary(dirty.as_bytes()));
        assert!(!is_binary(b""));
        assert!(!is_binary(b"PKK leader"));
        assert!(!is_binary(&[0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2]));
    }

    proptest! {
        #[test]
        fn any_bytes_decode(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
            decode(&bytes);
            is_binary(&bytes);
        }

        #[test]
        fn valid_utf_8_without_zeros_comes_back_as_it_was(text in "[^\u{0}\u{feff}]{0,60}") {
            prop_assert_eq!(decode(text.as_bytes()).text, text);
        }
    }
}
