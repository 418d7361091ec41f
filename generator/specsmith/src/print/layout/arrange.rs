//! What stands between tokens on one line, and what brackets hold.
//!
//! One pass over the tokens, without a grammar: enough for what templates and printers write. A
//! wrong guess costs looks, never meaning, since all that is added is blanks, line feeds and commas.

use super::token::{Kind, Token};

/// What a bracket holds, as far as the layout cares.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Holds {
    /// Arguments, tuples, arrays, fields of a struct in an expression or a pattern.
    List,
    /// The arguments of a macro: no comma is added behind them.
    Arguments,
    /// What an attribute holds, and the arguments in it.
    Attribute,
    /// `use a::{…}`
    Imports,
    /// Statements.
    Statements,
    /// Members of an `impl` or a `trait`.
    Members,
    /// Items of a module.
    Items,
    /// Fields of a struct or variants of an enum.
    Declarations,
    /// Arms of a `match`.
    Arms,
}

impl Holds {
    /// What it holds stands on lines of its own.
    pub(super) fn is_block(self) -> bool {
        !matches!(
            self,
            Self::List | Self::Arguments | Self::Attribute | Self::Imports
        )
    }
}

/// Where a token stands.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place {
    /// A blank before it, unless it begins a line.
    pub(super) space: bool,
    /// Between angle brackets of the same depth of other brackets.
    pub(super) in_angles: bool,
    /// An operator or sign with an operand on its left.
    pub(super) infix: bool,
    /// Columns up to its end, were all on one line.
    pub(super) end: usize,
    /// Tokens up to here that need a line of their own.
    pub(super) breaks: usize,
    /// Of an opening bracket.
    pub(super) holds: Holds,
}

/// What the next brace will hold, by the keyword before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Expected {
    Nothing,
    Brace(Holds),
}

/// One depth of brackets.
#[derive(Debug, Clone, Copy)]
struct Level {
    holds: Holds,
    expected: Expected,
    angles: usize,
    /// The parameters of a closure are open.
    in_bars: bool,
}

impl Level {
    fn new(holds: Holds) -> Self {
        Self {
            holds,
            expected: Expected::Nothing,
            angles: 0,
            in_bars: false,
        }
    }
}

/// The places of all tokens.
pub(super) fn arrange(tokens: &[Token<'_>]) -> Vec<Place> {
    let mut pass = Pass {
        places: Vec::with_capacity(tokens.len()),
        outer: Vec::new(),
        level: Level::new(Holds::Items),
        before: Before::NOTHING,
        end: 0,
        breaks: 0,
    };
    for (index, token) in tokens.iter().enumerate() {
        let next = tokens.get(index.saturating_add(1));
        pass.token(token, next);
    }
    pass.places
}

/// `name` or `NAME`, which are no types.
fn is_value(word: &str) -> bool {
    let is_lower = word.starts_with(|c: char| c.is_lowercase() || c == '_');
    is_lower || (word.len() > 2 && word.chars().all(|c| !c.is_lowercase()))
}

/// Columns of a text of one line.
pub(super) fn width(text: &str) -> usize {
    if text.is_ascii() {
        text.len()
    } else {
        text.chars().count()
    }
}

/// What is remembered of the token before.
#[derive(Debug, Clone, Copy)]
struct Before<'t> {
    kind: Kind,
    /// An operand begins behind it.
    wants_operand: bool,
    /// A word behind it stands apart.
    wants_space: bool,
    /// The words that brackets behind them hug: `pub(crate)`, `impl<T>`.
    hugs: bool,
    /// A word behind one of those: what it names is declared here.
    is_declared: bool,
    /// The mark of an attribute: `#` or the `!` behind it.
    is_attribute: bool,
    /// The `!` of a macro.
    is_macro: bool,
    /// It is a `<` or `>` that compares.
    compares: bool,
    text: &'t str,
    end: usize,
}

impl Before<'_> {
    /// The text begins.
    const NOTHING: Self = Self {
        kind: Kind::Semi,
        wants_operand: true,
        wants_space: false,
        hugs: false,
        is_declared: false,
        is_attribute: false,
        is_macro: false,
        compares: false,
        text: "",
        end: 0,
    };

    /// A `<` behind it compares: only types have names in capitals, and functions where they are
    /// declared.
    fn is_value(&self) -> bool {
        match self.kind {
            Kind::Word => !self.is_declared && is_value(self.text),
            Kind::Literal | Kind::Close => true,
            _ => false,
        }
    }

    /// `token` is the second half of `<<` or `>>`.
    fn shifts(&self, token: &Token<'_>) -> bool {
        self.compares && self.kind == token.kind && self.end == token.start
    }
}

struct Pass<'t> {
    places: Vec<Place>,
    outer: Vec<Level>,
    level: Level,
    before: Before<'t>,
    end: usize,
    breaks: usize,
}

impl<'t> Pass<'t> {
    fn token(&mut self, token: &Token<'t>, next: Option<&Token<'t>>) {
        let holds = self.holds(token);
        let space = !self.places.is_empty() && self.space(token, holds);
        let infix = !self.before.wants_operand;
        let in_angles = self.level.angles > 0;
        let is_block = token.kind == Kind::Open
            && holds.is_block()
            && next.is_some_and(|next| next.kind != Kind::Close);
        self.end = self
            .end
            .saturating_add(usize::from(space))
            .saturating_add(width(token.text));
        self.breaks = self.breaks.saturating_add(usize::from(
            is_block || token.is_line() || token.has_lines(),
        ));
        self.places.push(Place {
            space,
            in_angles,
            infix,
            end: self.end,
            breaks: self.breaks,
            holds,
        });
        self.step(token, holds);
    }

    /// What the bracket that opens here holds.
    fn holds(&self, token: &Token<'_>) -> Holds {
        let before = &self.before;
        if token.kind != Kind::Open {
            return Holds::List;
        }
        if before.is_attribute || self.level.holds == Holds::Attribute {
            return Holds::Attribute;
        }
        if before.is_macro && token.text != "{" {
            return Holds::Arguments;
        }
        if token.text != "{" {
            return Holds::List;
        }
        match (self.level.expected, before.kind) {
            (Expected::Brace(holds), _) => holds,
            (Expected::Nothing, Kind::PathSep) => Holds::Imports,
            (Expected::Nothing, Kind::Word | Kind::Gt) if !before.wants_operand => Holds::List,
            (Expected::Nothing, _) => match self.level.holds {
                Holds::Imports => Holds::Imports,
                _ => Holds::Statements,
            },
        }
    }

    fn space(&self, token: &Token<'_>, holds: Holds) -> bool {
        let before = &self.before;
        let apart = before.wants_space;
        let infix = !before.wants_operand;
        match token.kind {
            Kind::Comma | Kind::Semi | Kind::Dot | Kind::Colon => false,
            Kind::Lt | Kind::Gt if self.compares(token) => !before.shifts(token),
            Kind::Gt => false,
            Kind::Star | Kind::Minus if before.kind == Kind::PathSep => false,
            Kind::Eq | Kind::Arrow | Kind::FatArrow | Kind::Operator => true,
            Kind::Word | Kind::Literal | Kind::Lifetime | Kind::Pound => apart,
            Kind::And | Kind::AndAnd | Kind::Star | Kind::Minus | Kind::OrOr => infix || apart,
            Kind::PathSep | Kind::Dots | Kind::Question | Kind::Bang | Kind::Lt => {
                !infix && apart && !before.hugs
            }
            // Closes the parameters of a closure, opens them, or stands between patterns.
            Kind::Or => !self.level.in_bars && (infix || apart),
            Kind::Close => {
                self.level.holds == Holds::List && token.text == "}" && before.kind != Kind::Open
            }
            Kind::Open if token.text == "{" => {
                before.kind != Kind::Open && holds != Holds::Imports || before.kind == Kind::Word
            }
            Kind::Open => !infix && apart && !before.hugs,
            Kind::Comment { .. } | Kind::Doc { .. } => false,
        }
    }

    /// The angle bracket is none, but compares or shifts.
    fn compares(&self, token: &Token<'_>) -> bool {
        let before = &self.before;
        match token.kind {
            Kind::Lt => (!before.wants_operand && before.is_value()) || before.shifts(token),
            Kind::Gt => self.level.angles == 0,
            _ => false,
        }
    }

    /// Remembers `token`.
    fn step(&mut self, token: &Token<'t>, holds: Holds) {
        let infix = !self.before.wants_operand;
        let (is_declared, in_attribute) = (self.before.hugs, self.before.is_attribute);
        let compares = self.compares(token);
        let (wants_operand, wants_space) = match token.kind {
            Kind::Word => (self.word(token.text), true),
            Kind::Literal => (false, true),
            Kind::Lifetime => (true, true),
            Kind::Open => {
                self.outer.push(self.level);
                self.level = Level::new(holds);
                (true, token.text == "{" && holds != Holds::Imports)
            }
            Kind::Close => (self.close(token), true),
            Kind::Semi | Kind::Comma | Kind::FatArrow => {
                if self.level.angles == 0 && !self.level.in_bars {
                    self.level.expected = Expected::Nothing;
                }
                if token.kind == Kind::Semi {
                    self.level.angles = 0;
                }
                (true, true)
            }
            Kind::Colon | Kind::Eq | Kind::Arrow | Kind::Operator => (true, true),
            Kind::PathSep | Kind::Dot => (false, false),
            Kind::Pound => (true, false),
            Kind::Lt | Kind::Gt if compares => (true, true),
            Kind::Lt => {
                self.level.angles = self.level.angles.saturating_add(1);
                (true, false)
            }
            Kind::Gt => {
                self.level.angles = self.level.angles.saturating_sub(1);
                (false, true)
            }
            Kind::Bang => (!infix || in_attribute, false),
            Kind::Question => (!infix, infix),
            Kind::And | Kind::AndAnd | Kind::Star | Kind::Minus | Kind::OrOr => {
                (true, infix || token.kind == Kind::OrOr)
            }
            Kind::Or => {
                let opens = !infix && !self.level.in_bars;
                let closes = self.level.in_bars;
                self.level.in_bars = opens;
                (true, closes || infix)
            }
            Kind::Dots => (true, false),
            Kind::Comment { .. } | Kind::Doc { .. } => (true, false),
        };
        // Written where it stays: a copy would wait for all that was just written.
        self.before = Before {
            kind: token.kind,
            wants_operand,
            wants_space,
            is_declared,
            hugs: token.kind == Kind::Word && matches!(token.text, "pub" | "impl" | "for" | "fn"),
            is_attribute: token.kind == Kind::Pound || (token.kind == Kind::Bang && in_attribute),
            is_macro: token.kind == Kind::Bang && infix && !in_attribute,
            compares,
            text: token.text,
            end: token.start.saturating_add(token.text.len()),
        };
    }

    /// Remembers a keyword; the result says that an operand follows.
    fn word(&mut self, word: &str) -> bool {
        let free = self.level.angles == 0 && self.level.expected == Expected::Nothing;
        let expected = match word {
            "match" => Some(Holds::Arms),
            "struct" | "enum" => Some(Holds::Declarations),
            "impl" | "trait" => Some(Holds::Members),
            "mod" => Some(Holds::Items),
            "use" => Some(Holds::Imports),
            "fn" | "if" | "while" | "for" | "loop" | "unsafe" | "async" | "else" => {
                Some(Holds::Statements)
            }
            _ => None,
        };
        if let (true, Some(holds)) = (free, expected) {
            self.level.expected = Expected::Brace(holds);
        }
        expected.is_some()
            || matches!(
                word,
                "as" | "break"
                    | "const"
                    | "dyn"
                    | "in"
                    | "let"
                    | "move"
                    | "mut"
                    | "pub"
                    | "ref"
                    | "return"
                    | "static"
                    | "type"
                    | "where"
            )
    }

    /// Leaves a bracket; the result says that an operand follows.
    fn close(&mut self, token: &Token<'_>) -> bool {
        let held = self.level.holds;
        if let Some(outer) = self.outer.pop() {
            self.level = outer;
        }
        if token.text == "}" && held != Holds::List {
            self.level.expected = Expected::Nothing;
        }
        held.is_block()
    }
}
