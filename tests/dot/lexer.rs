//! The words of the DOT language.

/// A word of the language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Token {
    /// In small letters: `digraph`.
    Keyword(String),
    /// A name, a number, or a text in angle brackets with them.
    Bare(String),
    /// Between quotation marks: only a mark is escaped there; other backslashes stand for themselves.
    Quoted(String),
    /// Whether it is `->` and not `--`.
    Edge(bool),
    /// `{ } [ ] ; , = : +`
    Sign(char),
}

const KEYWORDS: [&str; 6] = ["node", "edge", "graph", "digraph", "subgraph", "strict"];

/// Parts a text into words; comments are left out.
pub(crate) fn tokens(text: &str) -> Result<Vec<Token>, String> {
    let mut lexer = Lexer { letters: text.chars().collect(), at: 0 };
    let mut all = Vec::new();
    while let Some(token) = lexer.token()? {
        all.push(token);
    }
    Ok(all)
}

struct Lexer {
    letters: Vec<char>,
    at: usize,
}

/// Whether a name can begin with it.
fn begins(letter: char) -> bool {
    letter.is_ascii_alphabetic() || letter == '_' || !letter.is_ascii()
}

impl Lexer {
    fn peek(&self, ahead: usize) -> Option<char> {
        self.letters.get(self.at + ahead).copied()
    }

    fn takes_while(&mut self, is: impl Fn(char) -> bool) -> String {
        let taken: String = self.letters.iter().skip(self.at).take_while(|letter| is(**letter)).collect();
        self.at += taken.chars().count();
        taken
    }

    fn token(&mut self) -> Result<Option<Token>, String> {
        self.skip()?;
        let Some(first) = self.peek(0) else { return Ok(None) };
        let token = match first {
            '{' | '}' | '[' | ']' | ';' | ',' | '=' | ':' | '+' => {
                self.at += 1;
                Token::Sign(first)
            }
            '-' if matches!(self.peek(1), Some('>' | '-')) => {
                self.at += 2;
                Token::Edge(self.letters.get(self.at - 1) == Some(&'>'))
            }
            '"' => Token::Quoted(self.quoted()?),
            '<' => Token::Bare(self.bracketed()?),
            '-' | '.' | '0'..='9' => Token::Bare(self.number()?),
            letter if begins(letter) => {
                let word = self.takes_while(|letter| begins(letter) || letter.is_ascii_digit());
                let small = word.to_ascii_lowercase();
                if KEYWORDS.contains(&small.as_str()) { Token::Keyword(small) } else { Token::Bare(word) }
            }
            other => return Err(format!("{other:?} begins no word, at letter {}", self.at)),
        };
        Ok(Some(token))
    }

    /// White space, comments as in C++, and lines that begin with `#`.
    fn skip(&mut self) -> Result<(), String> {
        loop {
            let is_line_start = self.at == 0 || self.letters.get(self.at - 1) == Some(&'\n');
            match (self.peek(0), self.peek(1)) {
                (Some(' ' | '\t' | '\r' | '\n'), _) => self.at += 1,
                (Some('#'), _) if is_line_start => drop(self.takes_while(|letter| letter != '\n')),
                (Some('/'), Some('/')) => drop(self.takes_while(|letter| letter != '\n')),
                (Some('/'), Some('*')) => {
                    self.at += 2;
                    while (self.peek(0), self.peek(1)) != (Some('*'), Some('/')) {
                        if self.peek(0).is_none() {
                            return Err("a comment without an end".into());
                        }
                        self.at += 1;
                    }
                    self.at += 2;
                }
                _ => return Ok(()),
            }
        }
    }

    fn quoted(&mut self) -> Result<String, String> {
        self.at += 1;
        let mut words = String::new();
        loop {
            match (self.peek(0), self.peek(1)) {
                (Some('"'), _) => {
                    self.at += 1;
                    return Ok(words);
                }
                (Some('\\'), Some('"')) => words.push('"'),
                (Some('\\'), Some('\\')) => words.push_str("\\\\"),
                // The line goes on.
                (Some('\\'), Some('\n')) => {}
                (Some('\0') | None, _) => return Err("a string without an end".into()),
                (Some(letter), _) => {
                    words.push(letter);
                    self.at += 1;
                    continue;
                }
            }
            self.at += 2;
        }
    }

    fn bracketed(&mut self) -> Result<String, String> {
        let (mut depth, mut words) = (0_usize, String::new());
        loop {
            let letter = self.peek(0).ok_or("a text in angle brackets without an end")?;
            self.at += 1;
            words.push(letter);
            match letter {
                '<' => depth += 1,
                '>' if depth == 1 => return Ok(words),
                '>' => depth -= 1,
                _ => {}
            }
        }
    }

    /// `-`? and `.5`, `5`, `5.` or `5.5`.
    fn number(&mut self) -> Result<String, String> {
        let mut word = self.takes_while(|letter| letter == '-');
        let whole = self.takes_while(|letter| letter.is_ascii_digit());
        word.push_str(&whole);
        let mut digits = whole.len();
        if self.peek(0) == Some('.') {
            self.at += 1;
            let fraction = self.takes_while(|letter| letter.is_ascii_digit());
            digits += fraction.len();
            word = format!("{word}.{fraction}");
        }
        let is_number = word.matches('-').count() <= 1 && digits > 0;
        let is_alone = !self.peek(0).is_some_and(|next| begins(next) || next == '.');
        if is_number && is_alone { Ok(word) } else { Err(format!("{word} is no number")) }
    }
}
