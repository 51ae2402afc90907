//! Characters that show nothing.
//!
//! **In:** a character with its neighbours. **Out:** whether it may stay. **Why:** controls and invisible
//! characters can move the cursor, reverse the order of letters or hide text from a search; yet emoji, Persian
//! and Hindi are misspelt without joiners.

/// What becomes of a character.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fate {
    /// It stays as it is.
    Keep,
    /// It becomes a line break.
    Break,
    /// It goes.
    Drop,
    /// It stays only between the right neighbours: see [`joins`].
    Depends,
}

/// What becomes of `c` by itself.
pub(super) fn fate(c: char) -> Fate {
    match c {
        ' '..='~' | '\n' | '\t' => Fate::Keep,
        '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Fate::Break,
        '\u{180b}'..='\u{180d}' | '\u{180f}' | '\u{200c}' | '\u{200d}' | '\u{fe0e}' | '\u{fe0f}' => Fate::Depends,
        _ if c.is_control() || is_invisible(c) => Fate::Drop,
        _ => Fate::Keep,
    }
}

/// Format characters, fillers and the like, without those that [`joins`] decides on.
fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}'..='\u{1160}' | '\u{17b4}'..='\u{17b5}' | '\u{180e}'
        | '\u{200b}' | '\u{200e}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{3164}'
        | '\u{fdd0}'..='\u{fdef}' | '\u{fe00}'..='\u{fe0d}' | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}'
        | '\u{13430}'..='\u{1343f}' | '\u{16fe4}' | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}'
        | '\u{e0000}'..='\u{e0fff}')
        // Not characters at all: the last two of every plane.
        || u32::from(c) & 0xfffe == 0xfffe
}

/// Typographic characters that show nothing and harm nobody: the soft hyphen, the zero width space, joiners and
/// no-joiners, and the mark that begins a file where it stands inside a text.
pub(super) const fn is_soft(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}')
}

/// Whether `c` is a letter or digit of a script that sets visible spaces between its words. Khmer, Thai and the like
/// do not: there a zero width space between words is a place to break a line and no more.
pub(super) fn is_spaced_script(c: char) -> bool {
    c < '\u{590}' && c.is_alphanumeric()
}

/// Whether an invisible character may stand between `before` (the last one kept) and `after`.
pub(super) fn joins(c: char, before: Option<char>, after: Option<char>) -> bool {
    let Some(before) = before else { return false };
    match c {
        '\u{200c}' | '\u{200d}' if is_joining_letter(before) => after.is_some_and(is_joining_letter),
        '\u{200d}' => {
            let emoji = is_pictograph(before) || matches!(before, '\u{fe0f}' | '\u{1f3fb}'..='\u{1f3ff}');
            emoji && after.is_some_and(is_pictograph)
        }
        '\u{fe0e}' | '\u{fe0f}' => is_pictograph(before) || is_keycap(before) && after == Some('\u{20e3}'),
        '\u{180b}'..='\u{180f}' => matches!(before, '\u{1820}'..='\u{18aa}'),
        _ => false,
    }
}

/// Letters and marks of the scripts in which joiners change the spelling: Arabic and its relatives, the scripts of
/// India and South-East Asia, Mongolian.
fn is_joining_letter(c: char) -> bool {
    matches!(c,
        '\u{620}'..='\u{669}' | '\u{66e}'..='\u{6ff}' | '\u{710}'..='\u{7ff}' | '\u{840}'..='\u{8ff}'
        | '\u{900}'..='\u{dff}' | '\u{f00}'..='\u{109f}' | '\u{1780}'..='\u{17b3}' | '\u{17b6}'..='\u{17ff}'
        | '\u{1820}'..='\u{18aa}' | '\u{1a00}'..='\u{1bff}' | '\u{a8e0}'..='\u{abff}'
        | '\u{fb50}'..='\u{fdcf}' | '\u{fdf0}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}'
        | '\u{11000}'..='\u{11fff}' | '\u{1e900}'..='\u{1e95f}')
}

/// Characters that a keycap is made of.
fn is_keycap(c: char) -> bool {
    matches!(c, '0'..='9' | '#' | '*')
}

/// Unicode's `Extended_Pictographic`: what emoji are built from.
fn is_pictograph(c: char) -> bool {
    matches!(c,
        '©' | '®' | '\u{203c}' | '\u{2049}' | '™' | 'ℹ' | '\u{2194}'..='\u{2199}' | '\u{21a9}'..='\u{21aa}'
        | '\u{231a}'..='\u{231b}' | '\u{2328}' | '\u{2388}' | '\u{23cf}' | '\u{23e9}'..='\u{23f3}'
        | '\u{23f8}'..='\u{23fa}' | '\u{24c2}' | '\u{25aa}'..='\u{25ab}' | '\u{25b6}' | '\u{25c0}'
        | '\u{25fb}'..='\u{25fe}' | '\u{2600}'..='\u{2605}' | '\u{2607}'..='\u{2612}' | '\u{2614}'..='\u{2685}'
        | '\u{2690}'..='\u{2705}' | '\u{2708}'..='\u{2712}' | '\u{2714}' | '\u{2716}' | '\u{271d}' | '\u{2721}'
        | '\u{2728}' | '\u{2733}'..='\u{2734}' | '\u{2744}' | '\u{2747}' | '\u{274c}' | '\u{274e}'
        | '\u{2753}'..='\u{2755}' | '\u{2757}' | '\u{2763}'..='\u{2767}' | '\u{2795}'..='\u{2797}' | '\u{27a1}'
        | '\u{27b0}' | '\u{27bf}' | '\u{2934}'..='\u{2935}' | '\u{2b05}'..='\u{2b07}' | '\u{2b1b}'..='\u{2b1c}'
        | '\u{2b50}' | '\u{2b55}' | '\u{3030}' | '\u{303d}' | '\u{3297}' | '\u{3299}'
        | '\u{1f000}'..='\u{1f1e5}' | '\u{1f200}'..='\u{1f3fa}' | '\u{1f400}'..='\u{1fafd}')
}
