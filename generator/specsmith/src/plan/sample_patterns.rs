//! Texts that match a pattern, for samples.
//!
//! It must not know lengths or formats: whoever asks says which texts will do.

use std::iter::Peekable;
use std::str::Chars;

use regex_lite::Regex;

/// Patterns and texts beyond this many bytes help nobody.
const LONGEST: usize = 1000;

/// How deep groups may stand in each other.
const DEPTH: u32 = 32;

/// How often a part that may be repeated without end is tried.
const TIMES: [usize; 14] = [1, 0, 2, 3, 4, 5, 6, 7, 8, 12, 16, 32, 64, 128];

/// A pattern (ECMA-262) of parts that can be written down one by one.
pub(super) struct Pattern<'p> {
    text: &'p str,
    regex: Regex,
}

impl<'p> Pattern<'p> {
    /// `None` when it is not one that is read here.
    pub(super) fn new(text: &'p str) -> Option<Self> {
        let regex = (text.len() <= LONGEST).then(|| Regex::new(text).ok())??;
        Some(Self { text, regex })
    }

    pub(super) fn is_match(&self, text: &str) -> bool {
        self.regex.is_match(text)
    }

    /// A text that matches and that will do; `None` when none is found.
    pub(super) fn text(&self, will_do: impl Fn(&str) -> bool) -> Option<String> {
        TIMES.into_iter().find_map(|times| {
            let mut reader = Reader {
                rest: self.text.chars().peekable(),
                times,
                depth: DEPTH,
            };
            let text = reader.alternatives()?;
            let is_whole = reader.rest.next().is_none();
            (is_whole && will_do(&text) && self.is_match(&text)).then_some(text)
        })
    }
}

/// Reads a pattern and writes what it matches. `None` where it holds what is not written here, such
/// as look-around.
struct Reader<'p> {
    rest: Peekable<Chars<'p>>,
    /// How often what may be repeated without end is written.
    times: usize,
    depth: u32,
}

impl Reader<'_> {
    /// The first alternative; the others are read over.
    fn alternatives(&mut self) -> Option<String> {
        let first = self.sequence()?;
        while self.rest.next_if_eq(&'|').is_some() {
            self.sequence()?;
        }
        Some(first)
    }

    fn sequence(&mut self) -> Option<String> {
        let mut text = String::new();
        while let Some(next) = self.rest.next_if(|c| !matches!(c, '|' | ')')) {
            let atom = self.atom(next)?;
            let count = self.count()?;
            if text.len() + atom.len().checked_mul(count)? > LONGEST {
                return None;
            }
            text.push_str(&atom.repeat(count));
        }
        Some(text)
    }

    fn atom(&mut self, first: char) -> Option<String> {
        Some(match first {
            '^' | '$' => String::new(),
            '.' => "a".to_owned(),
            '(' => self.group()?,
            '[' => self.class()?.to_string(),
            '\\' => self.escape()?.sample()?.to_string(),
            '*' | '+' | '?' | '{' => return None,
            literal => literal.to_string(),
        })
    }

    fn group(&mut self) -> Option<String> {
        self.depth = self.depth.checked_sub(1)?;
        if self.rest.next_if_eq(&'?').is_some() {
            self.rest.next_if_eq(&':')?;
        }
        let text = self.alternatives()?;
        self.depth += 1;
        self.rest.next_if_eq(&')').map(|_| text)
    }

    /// How often the atom before stands here.
    fn count(&mut self) -> Option<usize> {
        let (least, most) = match self.rest.peek() {
            Some('*') => (0, None),
            Some('+') => (1, None),
            Some('?') => (0, Some(1)),
            Some('{') => return self.braces(),
            Some(_) | None => return Some(1),
        };
        self.rest.next();
        Some(self.between(least, most))
    }

    fn braces(&mut self) -> Option<usize> {
        self.rest.next();
        let inside: String =
            std::iter::from_fn(|| self.rest.next_if(|c| c.is_ascii_digit() || *c == ',')).collect();
        self.rest.next_if_eq(&'}')?;
        let (least, most) = match inside.split_once(',') {
            None => (&*inside, Some(&*inside)),
            Some((least, "")) => (least, None),
            Some((least, most)) => (least, Some(most)),
        };
        let most = most.map(|most| most.parse().ok());
        Some(match most {
            None => self.between(least.parse().ok()?, None),
            Some(most) => self.between(least.parse().ok()?, Some(most?)),
        })
    }

    fn between(&mut self, least: usize, most: Option<usize>) -> usize {
        // Asks for as little as there is.
        self.rest.next_if_eq(&'?');
        self.times.max(least).min(most.unwrap_or(usize::MAX))
    }

    /// One of the characters of a class.
    fn class(&mut self) -> Option<char> {
        let is_negated = self.rest.next_if_eq(&'^').is_some();
        let mut members = Vec::new();
        loop {
            let member = match self.rest.next()? {
                ']' => break,
                '[' => return None,
                '\\' => self.escape()?,
                literal => Member::one(literal),
            };
            members.push(self.range(member)?);
        }
        let is_in = |c: &char| members.iter().any(|member| member.holds(*c)) != is_negated;
        let own = members.iter().filter_map(|member| member.sample());
        PREFERRED.chars().chain(own).find(is_in)
    }

    /// The range that a member begins; a dash before the end of the class is one of its characters
    /// and read as that.
    fn range(&mut self, begin: Member) -> Option<Member> {
        let Member::Range(from, _) = begin else {
            return Some(begin);
        };
        let mut behind = self.rest.clone();
        if behind.next() != Some('-') || behind.next() == Some(']') {
            return Some(begin);
        }
        self.rest.next();
        match self.rest.next()? {
            '\\' => match self.escape()? {
                Member::Range(to, _) => Some(Member::Range(from, to)),
                Member::In(_) | Member::NotIn(_) => None,
            },
            to => Some(Member::Range(from, to)),
        }
    }

    /// What stands behind a backslash.
    fn escape(&mut self) -> Option<Member> {
        Some(match self.rest.next()? {
            'd' => Member::In(Class::Digit),
            'w' => Member::In(Class::Word),
            's' => Member::In(Class::Space),
            'D' => Member::NotIn(Class::Digit),
            'W' => Member::NotIn(Class::Word),
            'S' => Member::NotIn(Class::Space),
            't' => Member::one('\t'),
            'n' => Member::one('\n'),
            'r' => Member::one('\r'),
            other if other.is_alphanumeric() => return None,
            sign => Member::one(sign),
        })
    }
}

/// Characters that are taken where a class has them.
const PREFERRED: &str = "aA1 -_.";

/// Characters of one kind.
#[derive(Clone, Copy)]
enum Member {
    /// From one to another, both among them.
    Range(char, char),
    In(Class),
    NotIn(Class),
}

#[derive(Clone, Copy)]
enum Class {
    Digit,
    Word,
    Space,
}

impl Member {
    fn one(character: char) -> Self {
        Self::Range(character, character)
    }

    fn holds(self, character: char) -> bool {
        match self {
            Self::Range(from, to) => (from..=to).contains(&character),
            Self::In(class) => class.holds(character),
            Self::NotIn(class) => !class.holds(character),
        }
    }

    fn sample(self) -> Option<char> {
        match self {
            Self::Range(from, _) => Some(from),
            Self::In(_) | Self::NotIn(_) => PREFERRED.chars().find(|c| self.holds(*c)),
        }
    }
}

impl Class {
    fn holds(self, character: char) -> bool {
        match self {
            Self::Digit => character.is_ascii_digit(),
            Self::Word => character.is_ascii_alphanumeric() || character == '_',
            Self::Space => character.is_ascii_whitespace(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Pattern;

    fn text(pattern: &str, least: usize, most: usize) -> Option<String> {
        Pattern::new(pattern)?.text(|text| (least..=most).contains(&text.chars().count()))
    }

    #[test]
    fn a_text_matches_its_pattern() {
        for (pattern, expected) in [
            ("^[A-Z]{2}-\\d{4}$", "AA-1111"),
            ("^[a-z0-9_-]+$", "a"),
            ("^(?:foo|bar)\\.[^a-z]$", "foo.A"),
            ("^#(?:[0-9a-fA-F]{3}){1,2}$", "#aaa"),
            ("^\\+?[1-9]\\d{1,14}$", "+11"),
            ("^https?://", "https://"),
            ("^\\w+@\\w+\\.\\w{2,}?$", "a@a.aa"),
            ("^[\\d.-]+$", "1"),
            ("b", "b"),
            ("^$|^x$", ""),
        ] {
            assert_eq!(text(pattern, 0, 99).as_deref(), Some(expected), "{pattern}");
        }
        assert_eq!(text("^[a-z]+$", 5, 9).as_deref(), Some("aaaaa"));
        assert_eq!(text("^a*b?$", 0, 0).as_deref(), Some(""));
    }

    /// A pattern of someone else takes neither time nor memory.
    #[test]
    fn what_cannot_be_written_is_none() {
        let deep = format!("{}a{}", "(".repeat(200), ")".repeat(200));
        for pattern in [
            "(?=a)b",
            "(a)\\1",
            "\\p{L}",
            "[[:alpha:]]",
            "((a{500}){500}){500}",
            "a{99999999999999999999}",
            "(",
            "[a",
            "x{2",
            "^a$b",
            &deep,
        ] {
            assert_eq!(text(pattern, 0, 99), None, "{pattern}");
        }
    }
}
