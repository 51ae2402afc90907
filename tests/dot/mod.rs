//! A strict reader of the DOT language, as its grammar is published (<https://graphviz.org/doc/info/lang.html>).
//!
//! **In:** a file. **Out:** its statements, or what is wrong and where. **Why:** what is not in the grammar is an error here,
//! also where Graphviz itself is lenient: so a drawing that these tests accept is read by every program that reads DOT.

mod lexer;

use std::collections::BTreeMap;

use lexer::{Token, tokens};

/// A graph as it is written.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Written {
    pub(crate) is_strict: bool,
    pub(crate) is_directed: bool,
    pub(crate) name: Option<String>,
    pub(crate) statements: Vec<Statement>,
}

/// Attributes by their names.
pub(crate) type Attributes = BTreeMap<String, String>;

#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Statement {
    Node {
        id: String,
        port: Vec<String>,
        attributes: Attributes,
    },
    /// Every end of a chain, in order.
    Edge {
        ends: Vec<End>,
        attributes: Attributes,
    },
    /// `graph`, `node` or `edge`.
    Default {
        of: String,
        attributes: Attributes,
    },
    Assigned {
        name: String,
        value: String,
    },
    Subgraph(Subgraph),
}

#[derive(Debug, PartialEq, Eq)]
pub(crate) enum End {
    Node { id: String, port: Vec<String> },
    Subgraph(Subgraph),
}

#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Subgraph {
    pub(crate) name: Option<String>,
    pub(crate) statements: Vec<Statement>,
}

/// Reads a whole file: exactly one graph, and nothing behind it.
pub(crate) fn read(text: &str) -> Result<Written, String> {
    let mut reader = Reader { tokens: tokens(text)?, at: 0, is_directed: false };
    let is_strict = reader.takes_keyword("strict");
    let is_directed = reader.takes_keyword("digraph");
    if !is_directed && !reader.takes_keyword("graph") {
        return Err(reader.wrong("graph or digraph"));
    }
    reader.is_directed = is_directed;
    let name = reader.takes_id()?;
    reader.expect('{')?;
    let statements = reader.statements()?;
    reader.expect('}')?;
    if reader.at < reader.tokens.len() {
        return Err(reader.wrong("nothing behind the graph"));
    }
    Ok(Written { is_strict, is_directed, name, statements })
}

const COMPASS: [&str; 10] = ["n", "ne", "e", "se", "s", "sw", "w", "nw", "c", "_"];

struct Reader {
    tokens: Vec<Token>,
    at: usize,
    is_directed: bool,
}

impl Reader {
    fn wrong(&self, expected: &str) -> String {
        format!("expected {expected}, found {:?} as token {}", self.tokens.get(self.at), self.at)
    }

    fn is(&self, sign: char) -> bool {
        self.tokens.get(self.at) == Some(&Token::Sign(sign))
    }

    fn takes(&mut self, sign: char) -> bool {
        let is = self.is(sign);
        self.at += usize::from(is);
        is
    }

    fn expect(&mut self, sign: char) -> Result<(), String> {
        if self.takes(sign) { Ok(()) } else { Err(self.wrong(&sign.to_string())) }
    }

    fn takes_keyword(&mut self, word: &str) -> bool {
        let is = matches!(self.tokens.get(self.at), Some(Token::Keyword(keyword)) if keyword == word);
        self.at += usize::from(is);
        is
    }

    /// An identifier; strings that are joined by `+` are one.
    fn takes_id(&mut self) -> Result<Option<String>, String> {
        match self.tokens.get(self.at).cloned() {
            Some(Token::Bare(word)) => {
                self.at += 1;
                Ok(Some(word))
            }
            Some(Token::Quoted(mut words)) => {
                self.at += 1;
                while self.takes('+') {
                    let Some(Token::Quoted(more)) = self.tokens.get(self.at) else {
                        return Err(self.wrong("a string"));
                    };
                    words.push_str(more);
                    self.at += 1;
                }
                Ok(Some(words))
            }
            _ => Ok(None),
        }
    }

    fn id(&mut self) -> Result<String, String> {
        self.takes_id()?.ok_or_else(|| self.wrong("an identifier"))
    }

    fn statements(&mut self) -> Result<Vec<Statement>, String> {
        let mut all = Vec::new();
        while !self.is('}') && self.at < self.tokens.len() {
            all.push(self.statement()?);
            self.takes(';');
        }
        Ok(all)
    }

    fn statement(&mut self) -> Result<Statement, String> {
        for of in ["graph", "node", "edge"] {
            if self.takes_keyword(of) {
                if !self.is('[') {
                    return Err(self.wrong("attributes"));
                }
                return Ok(Statement::Default { of: of.to_owned(), attributes: self.attributes()? });
            }
        }
        let first = self.end()?;
        if let End::Node { id, port } = &first
            && port.is_empty()
            && self.takes('=')
        {
            return Ok(Statement::Assigned { name: id.clone(), value: self.id()? });
        }
        let mut ends = vec![first];
        while let Some(Token::Edge(is_directed)) = self.tokens.get(self.at) {
            if *is_directed != self.is_directed {
                return Err(self.wrong("an edge of the kind of the graph"));
            }
            self.at += 1;
            ends.push(self.end()?);
        }
        let attributes = self.attributes()?;
        match (ends.len(), ends.pop()) {
            (1, Some(End::Node { id, port })) => Ok(Statement::Node { id, port, attributes }),
            (1, Some(End::Subgraph(subgraph))) if attributes.is_empty() => Ok(Statement::Subgraph(subgraph)),
            (1, _) => Err(self.wrong("no attributes behind a subgraph")),
            (_, last) => Ok(Statement::Edge { ends: ends.into_iter().chain(last).collect(), attributes }),
        }
    }

    fn end(&mut self) -> Result<End, String> {
        let is_named = self.takes_keyword("subgraph");
        if is_named || self.is('{') {
            let name = if is_named { self.takes_id()? } else { None };
            self.expect('{')?;
            let statements = self.statements()?;
            self.expect('}')?;
            return Ok(End::Subgraph(Subgraph { name, statements }));
        }
        let id = self.id()?;
        let mut port = Vec::new();
        while port.len() < 2 && self.takes(':') {
            port.push(self.id()?);
        }
        if let [_, compass] = port.as_slice()
            && !COMPASS.contains(&compass.as_str())
        {
            return Err(self.wrong("a point of the compass before this"));
        }
        Ok(End::Node { id, port })
    }

    /// Lists of attributes one after the other; naming one twice in them is a mistake here.
    fn attributes(&mut self) -> Result<Attributes, String> {
        let mut all = Attributes::new();
        while self.takes('[') {
            while !self.takes(']') {
                let name = self.id()?;
                self.expect('=')?;
                let value = self.id()?;
                if all.insert(name.clone(), value).is_some() {
                    return Err(format!("{name} is told twice"));
                }
                if !self.takes(',') {
                    self.takes(';');
                }
            }
        }
        Ok(all)
    }
}

/// What is drawn of a value that may hold escapes (`escString`): `\\` a backslash, `\n`, `\l` and `\r` a break, `&amp;` an and
/// sign. What would be replaced by something else, as `\N` by the name of the node, is an error.
pub(crate) fn drawn(value: &str) -> Result<String, String> {
    let mut letters = value.chars();
    let mut drawn = String::new();
    while let Some(letter) = letters.next() {
        match letter {
            '\\' => match letters.next() {
                Some('\\') => drawn.push('\\'),
                Some('n' | 'l' | 'r') => drawn.push('\n'),
                other => return Err(format!("\\{other:?} in {value:?}")),
            },
            '&' => {
                let entity: String = letters.by_ref().take_while(|letter| *letter != ';').collect();
                match entity.as_str() {
                    "amp" => drawn.push('&'),
                    other => return Err(format!("&{other}; in {value:?}")),
                }
            }
            other => drawn.push(other),
        }
    }
    Ok(drawn)
}
