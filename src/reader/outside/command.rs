//! Command lines.
//!
//! **In:** a command as people write it in `EDITOR` or in the configuration. **Out:** its words, with what belongs to a
//! program added. **Why:** no shell ever sees a path or an address: whatever is in them is one argument.

use std::path::Path;

/// Editors that take a line as `+7 file`.
const PLUS: [&str; 15] = [
    "vi",
    "vim",
    "nvim",
    "view",
    "gvim",
    "ex",
    "nano",
    "pico",
    "emacs",
    "emacsclient",
    "mg",
    "joe",
    "jed",
    "micro",
    "kak",
];
/// Editors that take it as `file:7`.
const COLON: [&str; 4] = ["hx", "helix", "subl", "zed"];
/// Editors that take it as `--goto file:7`.
const GOTO: [&str; 3] = ["code", "codium", "code-insiders"];

/// The words of a command: parted by white space, except between quotation marks or after a backslash.
pub(super) fn words(command: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word: Option<String> = None;
    let mut within: Option<char> = None;
    let mut letters = command.chars();
    while let Some(letter) = letters.next() {
        match (within, letter) {
            (Some(mark), _) if letter == mark => within = None,
            (None, '\'' | '"') => {
                within = Some(letter);
                word.get_or_insert_default();
            }
            // In single marks everything stands for itself.
            (None | Some('"'), '\\') => word.get_or_insert_default().extend(letters.next()),
            (None, _) if letter.is_whitespace() => words.extend(word.take()),
            _ => word.get_or_insert_default().push(letter),
        }
    }
    words.extend(word);
    words
}

/// An editor on a file, at a line where it is known how to tell it one.
pub(super) fn editor(command: &str, path: &Path, line: Option<usize>) -> Vec<String> {
    let mut words = words(command);
    let name = name(&words);
    let file = path.to_string_lossy().into_owned();
    match line {
        Some(line) if PLUS.contains(&name.as_str()) => words.extend([format!("+{line}"), file]),
        Some(line) if COLON.contains(&name.as_str()) => words.push(format!("{file}:{line}")),
        Some(line) if GOTO.contains(&name.as_str()) => words.extend(["--goto".to_owned(), format!("{file}:{line}")]),
        _ => words.push(file),
    }
    words
}

/// A pager that reads its standard input. `less` must not end by itself after a text that fits on one screen (its option
/// `-F`, which many set): the text would be gone at once.
pub(super) fn pager(command: &str, less: &str) -> Vec<String> {
    let mut words = words(command);
    let asks = |options: &str| options.contains('F') || options.contains("quit-if-one-screen");
    if name(&words) == "less" && (asks(less) || words.iter().skip(1).any(|word| asks(word))) {
        words.push("-+F".to_owned());
    }
    words
}

/// The name of the program that a command runs.
fn name(words: &[String]) -> String {
    let name = words.first().and_then(|program| Path::new(program).file_name());
    name.map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_is_parted_into_words_as_a_shell_would_and_nothing_else_of_a_shell_happens() {
        assert_eq!(words("code --wait"), ["code", "--wait"]);
        assert_eq!(words(r#"'/opt/my editor/ed' -x "a \"b\"" c\ d"#), ["/opt/my editor/ed", "-x", "a \"b\"", "c d"]);
        assert_eq!(words("ed $(reboot); `x` ''"), ["ed", "$(reboot);", "`x`", ""]);
        assert!(words("  ").is_empty());
    }

    #[test]
    fn editors_are_told_the_line_in_the_way_they_know() {
        let told = |command: &str| editor(command, Path::new("/a b/c.txt"), Some(7)).join("|");
        assert_eq!(told("vim -n"), "vim|-n|+7|/a b/c.txt");
        assert_eq!(told("/usr/bin/nano"), "/usr/bin/nano|+7|/a b/c.txt");
        assert_eq!(told("hx"), "hx|/a b/c.txt:7");
        assert_eq!(told("code --wait"), "code|--wait|--goto|/a b/c.txt:7");
        assert_eq!(told("ed"), "ed|/a b/c.txt", "one that nobody knows gets the file alone");
        assert_eq!(editor("vi", Path::new("/c"), None).join("|"), "vi|/c");
    }

    #[test]
    fn less_stays_even_where_the_text_fits_on_one_screen() {
        assert_eq!(pager("less", "-FRX"), ["less", "-+F"]);
        assert_eq!(pager("less -F", ""), ["less", "-F", "-+F"]);
        assert_eq!(pager("less -R", "-R"), ["less", "-R"]);
        assert_eq!(pager("most", "-F"), ["most"]);
    }
}
