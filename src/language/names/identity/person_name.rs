//! A person's name as it is written in, its parts and whether two such names can be one person's out.
//!
//! **In:** the words of a name without titles. **Out:** a [`PersonName`]: given names and initials, surname, suffix.
//! **Why:** `V. Putin` can be `Vladimir Putin` and `Tayyip Erdogan` can be `Recep Tayyip Erdoğan`, while `Kim Jong Un`
//! and `Kim Jong-il`, `George W. Bush` and `George H. W. Bush` are two each. The rule is strict on purpose: equal or
//! abbreviated given names and a surname of one sound; a wrong merger misleads more than a missing one.

use crate::language::spelling::key;
use crate::language::transliteration::{Sound, without_article};

/// A person's name, taken apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonName {
    given: Vec<Part>,
    surname: Part,
    suffix: Option<Suffix>,
    is_eastern: bool,
}

/// One word of a name.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Part {
    key: String,
    sound: Sound,
}

/// What tells a father from his son.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Suffix {
    Senior,
    Junior,
    /// `II`, `III` …
    Number(u8),
}

/// Small words inside names that come and go: articles, `son of`, nobility.
const PARTICLES: &[&str] = &[
    "al", "el", "bin", "bint", "ibn", "ben", "de", "der", "den", "van", "von", "da", "di", "dos", "du", "la", "le",
    "ter", "zu",
];

/// Chinese, Korean and Vietnamese surnames, which stand first (the most frequent ones, in the spellings of the news).
const EASTERN_SURNAMES: &[&str] = &[
    "ahn", "bae", "ban", "bo", "bui", "cai", "cao", "chang", "chen", "cheng", "cho", "choe", "choi", "chon", "chu",
    "chung", "dai", "dang", "deng", "ding", "dinh", "do", "dong", "duan", "duong", "fan", "fang", "feng", "fu", "gao",
    "geng", "gong", "gu", "guan", "guo", "han", "hao", "he", "ho", "hoang", "hong", "hou", "hu", "hua", "huang",
    "hwang", "hyon", "hyun", "im", "jang", "jeon", "jeong", "ji", "jia", "jiang", "jin", "jo", "jon", "ju", "jung",
    "kang", "kim", "ko", "kong", "kwon", "lam", "le", "lee", "lei", "li", "liang", "liao", "lim", "lin", "liu", "lo",
    "lu", "luo", "luong", "ly", "ma", "mao", "meng", "min", "moon", "nam", "ngo", "nguyen", "nie", "o", "oh", "pae",
    "paek", "pak", "pan", "park", "peng", "pham", "phan", "pu", "qian", "qiao", "qin", "qu", "ren", "rhee", "ri",
    "rim", "ro", "roh", "ryang", "ryu", "shao", "shen", "shi", "shin", "sin", "so", "son", "song", "su", "suh", "sun",
    "tan", "tang", "tao", "thae", "tran", "tsai", "vo", "vu", "wan", "wang", "wei", "wen", "wu", "xi", "xia", "xiao",
    "xie", "xu", "xue", "yan", "yang", "yao", "ye", "yi", "yin", "yoo", "yoon", "you", "yu", "yuan", "yun", "zeng",
    "zhai", "zhang", "zhao", "zheng", "zhong", "zhou", "zhu", "zou",
];

/// Surnames of that list that are given names elsewhere: `Kim Davis`, `Lee Marvin`, `Don Johnson`.
const ALSO_GIVEN: &[&str] =
    &["kim", "lee", "min", "bo", "do", "jo", "son", "song", "park", "le", "o", "so", "sin", "ben", "ban", "tan", "van"];

impl PersonName {
    /// Takes a name apart; `None` where nothing is left of it. `words` are parted by single spaces.
    pub fn parse(words: &str) -> Option<Self> {
        let mut words: Vec<&str> = words.split(' ').filter(|word| !key(word).is_empty()).collect();
        let suffix = words.last().filter(|_| words.len() > 1).and_then(|last| Suffix::of(last));
        if suffix.is_some() {
            words.pop();
        }
        let is_eastern = is_eastern(&words);
        if is_eastern {
            let (surname, given) = words.split_first()?;
            let given = Part::of(&given.concat());
            return Some(Self { given: vec![given], surname: Part::of(surname), suffix, is_eastern });
        }
        let (surname, before) = words.split_last()?;
        let mut given = Vec::new();
        for word in before {
            push_given(word, before.len(), &mut given);
        }
        Some(Self { given, surname: Part::of(without_article(surname)), suffix, is_eastern })
    }

    /// Whether it is a surname alone.
    pub fn is_bare(&self) -> bool {
        self.given.is_empty()
    }

    /// Whether a given name is written out.
    pub fn has_full_given(&self) -> bool {
        self.given.iter().any(|part| !part.is_initial())
    }

    /// How many given names it has, written out and as initials: the more, the fuller the name.
    pub fn fullness(&self) -> (usize, usize) {
        let full = self.given.iter().filter(|part| !part.is_initial()).count();
        (full, self.given.len() - full)
    }

    /// What all spellings of the surname share: equal for whoever can be the same person, for grouping.
    pub fn surname_sound(&self) -> &str {
        &self.surname.sound.consonants
    }

    /// What all spellings of the given names share, first letters of initials included, for grouping.
    pub fn given_sounds(&self) -> impl Iterator<Item = &str> {
        self.given.iter().map(|part| if part.is_initial() { part.key.as_str() } else { part.sound.consonants.as_str() })
    }

    /// The surname's key.
    pub(crate) fn surname_key(&self) -> &str {
        &self.surname.key
    }

    /// The first given name's key; empty where there is none.
    pub(crate) fn first_given(&self) -> &str {
        self.given.first().map_or("", |part| &part.key)
    }

    /// Whether both surnames can be one.
    pub fn shares_surname(&self, other: &Self) -> bool {
        self.surname.is_like(&other.surname)
    }

    /// Whether both can be one person: the same surname, and given names of which one is the other's, cut to initials
    /// or with some left out.
    pub fn agrees(&self, other: &Self) -> bool {
        if !self.shares_surname(other)
            || !suffixes_agree(self.suffix, other.suffix)
            || self.is_eastern != other.is_eastern
        {
            return false;
        }
        let (short, long) = if self.given.len() <= other.given.len() { (self, other) } else { (other, self) };
        if short.given.is_empty() {
            return false;
        }
        let mut next = 0;
        short.given.iter().enumerate().all(|(at, part)| {
            let rest = long.given.iter().enumerate().skip(next);
            // An initial is told by its place: the W. of George W. is not the W. of George H. W.
            let found = rest.into_iter().find(|(place, other)| {
                let by_letter = part.is_initial() || other.is_initial();
                part.is_like(other) && (!by_letter || *place == at || part.is_initial() && !other.is_initial())
            });
            if let Some((place, _)) = found {
                next = place + 1;
            }
            found.is_some()
        })
    }

    /// Whether they agree and the first given name of one is the other's first as well, both written out.
    pub(crate) fn agrees_fully(&self, other: &Self) -> bool {
        let firsts = self.given.first().zip(other.given.first());
        self.agrees(other) && firsts.is_some_and(|(a, b)| !a.is_initial() && !b.is_initial() && a.is_like(b))
    }
}

impl Part {
    fn of(word: &str) -> Self {
        let key = key(word);
        let sound = Sound::of_key(&key);
        Self { key, sound }
    }

    fn is_initial(&self) -> bool {
        self.key.chars().nth(1).is_none()
    }

    fn is_like(&self, other: &Self) -> bool {
        if self.is_initial() || other.is_initial() {
            return self.key.chars().next() == other.key.chars().next();
        }
        self.key == other.key || self.sound.is_like(&other.sound)
    }
}

/// Adds the given names that one word of `count` writes: `H.W.` are two initials, `Jean-Claude` two names.
fn push_given(word: &str, count: usize, given: &mut Vec<Part>) {
    let initials = word.contains('.') && word.split('.').all(|letters| letters.chars().count() <= 1)
        || count == 1 && word.len() == 2 && word.bytes().all(|byte| byte.is_ascii_uppercase());
    if initials {
        let mut letters = [0; 4];
        let capitals = word.chars().filter(|c| c.is_alphabetic());
        given.extend(capitals.map(|letter| Part::of(letter.encode_utf8(&mut letters))));
        return;
    }
    for part in without_article(word).split(['-', '\u{2010}', '\u{2011}']) {
        let part = Part::of(part);
        let is_particle = PARTICLES.contains(&part.key.as_str());
        if !is_particle && !part.key.is_empty() {
            // "Abdul", "Abdel", "Abd al": servant of.
            let servant = ["abdul", "abdel", "abdal"].contains(&part.key.as_str());
            given.push(if servant { Part::of("abd") } else { part });
        }
    }
}

/// `Kim Jong Un`, `Ban Ki-moon`, `Xi Jinping`: the surname first, and syllables after it.
fn is_eastern(words: &[&str]) -> bool {
    let Some((first, rest)) = words.split_first().filter(|(_, rest)| (1..=2).contains(&rest.len())) else {
        return false;
    };
    let first = key(first);
    if EASTERN_SURNAMES.binary_search(&first.as_str()).is_err() {
        return false;
    }
    let parts: Vec<String> = rest.iter().flat_map(|word| word.split('-')).map(key).collect();
    let syllables: Vec<usize> = parts.iter().map(|part| syllables_of(part)).collect();
    let several = parts.len() > 1;
    syllables.iter().all(|count| (1..=2).contains(count)) && (several || !ALSO_GIVEN.contains(&first.as_str()))
}

/// How many syllables of a Chinese, Korean or Vietnamese name a word has; 0 where it is not made of such.
fn syllables_of(word: &str) -> usize {
    const ENDINGS: &[&str] = &["", "n", "ng", "nh", "k", "l", "m", "p", "r", "t", "h", "b", "ch", "c", "gh"];
    const STARTS: &[&str] =
        &["", "ph", "th", "tr", "ng", "gh", "kh", "zh", "ch", "sh", "nh", "ts", "hs", "hw", "gw", "kw", "kk"];
    let vowel = |c: char| matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y' | 'w');
    let mut groups: Vec<&str> = word.split(vowel).filter(|group| !group.is_empty()).collect();
    let count = word.split(|c: char| !vowel(c)).filter(|group| !group.is_empty()).count();
    if count == 0 || !word.is_ascii() {
        return 0;
    }
    let starts = |group: &str| group.len() == 1 || STARTS.contains(&group);
    if word.starts_with(|c| !vowel(c)) && !starts(groups.remove(0)) {
        return 0;
    }
    if word.ends_with(|c| !vowel(c)) && !groups.pop().is_none_or(|last| ENDINGS.contains(&last)) {
        return 0;
    }
    let joins = |group: &&str| {
        (0..=group.len()).any(|at| {
            let (end, start) = (group.get(..at).unwrap_or("?"), group.get(at..).unwrap_or("?"));
            ENDINGS.contains(&end) && starts(start)
        })
    };
    if groups.iter().all(joins) { count } else { 0 }
}

impl Suffix {
    fn of(word: &str) -> Option<Self> {
        match key(word).as_str() {
            "jr" | "jnr" | "junior" => Some(Self::Junior),
            "sr" | "snr" | "senior" => Some(Self::Senior),
            "ii" => Some(Self::Number(2)),
            "iii" => Some(Self::Number(3)),
            "iv" => Some(Self::Number(4)),
            _ => None,
        }
    }
}

/// A junior may be written without it; a senior is called so because there is another.
fn suffixes_agree(a: Option<Suffix>, b: Option<Suffix>) -> bool {
    a == b || matches!((a, b), (Some(Suffix::Junior), None) | (None, Some(Suffix::Junior)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn agree(a: &str, b: &str) -> bool {
        let (a, b) = (PersonName::parse(a).unwrap(), PersonName::parse(b).unwrap());
        assert_eq!(a.agrees(&b), b.agrees(&a));
        a.agrees(&b)
    }

    #[test]
    fn names_left_out_cut_short_or_spelled_otherwise_agree() {
        for (a, b) in [
            ("Maria Quilligan", "M. Quilligan"),
            ("Maria Quilligan", "Maria J. Quilligan"),
            ("Anna Maria Quilligan", "Maria Quilligan"),
            ("Omar Quil", "Omar al-Quil"),
            ("Omar al Quil", "Omar el-Quil"),
            ("Sergei Aliev", "Sergey Aliyev"),
            ("Jean-Claude Quill", "Jean Claude Quill"),
            ("Abdul Rahman Quill", "Abdel-Rahman Quill"),
            ("J.R. Quilligan", "John Robert Quilligan"),
            ("JR Quilligan", "J. R. Quilligan"),
            ("John Quilligan", "John Quilligan Jr."),
            ("Kim Tong Ryol", "Kim Tong-ryol"),
            ("John van der Quill", "John Quill"),
            ("ZORBAX QUILL", "Zorbax Quill"),
        ] {
            assert!(agree(a, b), "{a} / {b}");
        }
    }

    #[test]
    fn other_given_names_are_other_people() {
        for (a, b) in [
            ("Maria Quilligan", "Robert Quilligan"),
            ("Maria Quilligan", "R. Quilligan"),
            ("John W. Quilligan", "John H. W. Quilligan"),
            ("John W. Quilligan", "John H.W. Quilligan"),
            ("John Quilligan", "John Quilligan Sr."),
            ("John Quilligan Jr.", "John Quilligan Sr."),
            ("Kim Jong Un", "Kim Jong-il"),
            ("Kim Jong Un", "Kim Yong Chol"),
            ("Li Peng", "Li Ping"),
            ("Maria Quilligan", "Quilligan"),
            ("Maria Miller", "Maria Mahler"),
        ] {
            assert!(!agree(a, b), "{a} / {b}");
        }
    }

    #[test]
    fn east_asian_surnames_stand_first_and_kim_davis_keeps_hers() {
        let surname = |name: &str| PersonName::parse(name).unwrap().surname_key().to_owned();
        for (name, expected) in [
            ("Kim Yong Chol", "kim"),
            ("Xi Jinping", "xi"),
            ("Ban Ki-moon", "ban"),
            ("Nguyen Phu Trong", "nguyen"),
            ("Kim Davis", "davis"),
            ("Lee Marvin", "marvin"),
            ("Li Davidson", "davidson"),
            ("Maria Kim", "kim"),
        ] {
            assert_eq!(surname(name), expected, "{name}");
        }
    }

    #[test]
    fn surnames_are_sorted_for_the_search() {
        assert!(EASTERN_SURNAMES.is_sorted());
    }
}
