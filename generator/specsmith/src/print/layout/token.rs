//! Rust text → tokens, with brackets paired.
//!
//! Doc attributes become doc comments here. This module must not know how anything is laid out.

use std::ops::Range;

use ra_ap_rustc_lexer::{Cursor, DocStyle, FrontmatterAllowed, LiteralKind, TokenKind};

use super::BadRust;

/// What a token is. Operators of several characters are one token.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// An identifier, a keyword or `_`.
    Word,
    Literal,
    Lifetime,
    Open,
    Close,
    Comma,
    Semi,
    Dot,
    Colon,
    /// `::`
    PathSep,
    Eq,
    /// `->`
    Arrow,
    /// `=>`
    FatArrow,
    Lt,
    Gt,
    Bang,
    Pound,
    Question,
    And,
    /// `&&`
    AndAnd,
    Star,
    Minus,
    Or,
    /// `||`
    OrOr,
    /// `..`, `..=`, `...`
    Dots,
    /// Any other operator between two operands.
    Operator,
    /// A comment on a line of its own; those of `//!` are inner.
    Comment {
        inner: bool,
    },
    /// A line of documentation; the text is the string literal of `#[doc = …]`.
    Doc {
        inner: bool,
    },
}

/// A token of the text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Token<'t> {
    pub(super) kind: Kind,
    pub(super) text: &'t str,
    /// Of brackets: the other one.
    pub(super) mate: usize,
    /// In bytes, where the token begins in the text.
    pub(super) start: usize,
}

impl Token<'_> {
    pub(super) fn is(&self, kind: Kind, text: &str) -> bool {
        self.kind == kind && self.text == text
    }

    pub(super) fn is_word(&self, word: &str) -> bool {
        self.is(Kind::Word, word)
    }

    /// It is a literal of several lines.
    pub(super) fn has_lines(&self) -> bool {
        self.kind == Kind::Literal && self.text.contains('\n')
    }

    /// It ends its line.
    pub(super) fn is_line(&self) -> bool {
        matches!(self.kind, Kind::Comment { .. } | Kind::Doc { .. })
    }
}

/// Operators of two characters and more, the longest first.
///
/// Those of angle brackets alone are not here: `<<` and `>>` are brackets of types.
const JOINED: [(&str, Kind); 20] = [
    ("..=", Kind::Dots),
    ("...", Kind::Dots),
    ("::", Kind::PathSep),
    ("->", Kind::Arrow),
    ("=>", Kind::FatArrow),
    ("..", Kind::Dots),
    ("&&", Kind::AndAnd),
    ("||", Kind::OrOr),
    ("==", Kind::Operator),
    ("!=", Kind::Operator),
    ("<=", Kind::Operator),
    (">=", Kind::Operator),
    ("+=", Kind::Operator),
    ("-=", Kind::Operator),
    ("*=", Kind::Operator),
    ("/=", Kind::Operator),
    ("%=", Kind::Operator),
    ("^=", Kind::Operator),
    ("&=", Kind::Operator),
    ("|=", Kind::Operator),
];

/// The tokens of `text`.
///
/// # Errors
///
/// What is no token, or a bracket without its other half.
pub(super) fn tokens(text: &str) -> Result<Vec<Token<'_>>, BadRust> {
    let mut reader = Reader {
        text,
        tokens: Vec::with_capacity(text.len() / 4),
        open: Vec::new(),
    };
    let mut at = 0_usize;
    let mut skip = at;
    let mut cursor = Cursor::new(text, FrontmatterAllowed::No);
    loop {
        let raw = cursor.advance_token();
        if raw.kind == TokenKind::Eof {
            break;
        }
        let range = at..at.saturating_add(raw.len as usize);
        at = range.end;
        // A part of an operator that was read as a whole.
        if range.start >= skip {
            skip = reader.token(raw.kind, range)?;
        }
    }
    match reader.open.pop() {
        None => Ok(reader.tokens),
        Some(index) => {
            let start = reader.tokens.get(index).map_or(0, |token| token.start);
            bad(start..start.saturating_add(1), "a bracket is not closed")
        }
    }
}

fn bad<T>(span: Range<usize>, reason: &str) -> Result<T, BadRust> {
    Err(BadRust {
        span,
        reason: reason.to_owned(),
    })
}

struct Reader<'t> {
    text: &'t str,
    tokens: Vec<Token<'t>>,
    /// Brackets that are not closed yet.
    open: Vec<usize>,
}

impl<'t> Reader<'t> {
    /// Reads what begins at `range`; the result is where the next token begins.
    fn token(&mut self, kind: TokenKind, range: Range<usize>) -> Result<usize, BadRust> {
        let end = range.end;
        let kind = match kind {
            TokenKind::Whitespace => return Ok(end),
            TokenKind::LineComment { doc_style } => Kind::Comment {
                inner: doc_style == Some(DocStyle::Inner),
            },
            TokenKind::Ident | TokenKind::RawIdent => Kind::Word,
            TokenKind::Lifetime { .. } => Kind::Lifetime,
            TokenKind::Literal { kind, .. } if is_whole(kind) => Kind::Literal,
            TokenKind::OpenParen | TokenKind::OpenBrace | TokenKind::OpenBracket => {
                self.open.push(self.tokens.len());
                Kind::Open
            }
            TokenKind::CloseParen | TokenKind::CloseBrace | TokenKind::CloseBracket => {
                return self.close(range);
            }
            TokenKind::Comma => Kind::Comma,
            TokenKind::Semi => Kind::Semi,
            TokenKind::Pound => Kind::Pound,
            TokenKind::Question => Kind::Question,
            TokenKind::Plus
            | TokenKind::Slash
            | TokenKind::Percent
            | TokenKind::Caret
            | TokenKind::At
            | TokenKind::Dot
            | TokenKind::Colon
            | TokenKind::Eq
            | TokenKind::Bang
            | TokenKind::Lt
            | TokenKind::Gt
            | TokenKind::Minus
            | TokenKind::And
            | TokenKind::Or
            | TokenKind::Star => return Ok(self.operator(kind, range.start)),
            _ => return bad(range, "what no template of Rust may hold"),
        };
        self.push(kind, range);
        Ok(end)
    }

    fn push(&mut self, kind: Kind, range: Range<usize>) {
        let start = range.start;
        self.tokens.push(Token {
            kind,
            text: self.text.get(range).unwrap_or_default().trim_end(),
            mate: 0,
            start,
        });
    }

    /// The longest operator that begins here; what stands apart in the text stays apart.
    fn operator(&mut self, kind: TokenKind, start: usize) -> usize {
        let rest = self.text.get(start..).unwrap_or_default();
        // Most stand alone.
        let goes_on = rest
            .as_bytes()
            .get(1)
            .is_some_and(|next| b"=.:>&|".contains(next));
        let mut joined = JOINED.iter().filter(|_| goes_on);
        let joined = joined.find(|(text, _)| rest.starts_with(text));
        let (length, kind) = match joined {
            Some((text, kind)) => (text.len(), *kind),
            None => (1, single(kind)),
        };
        let end = start.saturating_add(length);
        self.push(kind, start..end);
        end
    }

    fn close(&mut self, range: Range<usize>) -> Result<usize, BadRust> {
        let end = range.end;
        let this = self.text.get(range.clone()).unwrap_or_default();
        let Some(index) = self.open.pop() else {
            return bad(range, "a bracket closes what was never opened");
        };
        let Some(opening) = self.tokens.get(index).copied() else {
            return bad(range, "a bracket closes what was never opened");
        };
        if !matches!((opening.text, this), ("(", ")") | ("[", "]") | ("{", "}")) {
            return bad(range, "a bracket closes another kind of bracket");
        }
        if let Some(doc) = self.doc(index) {
            self.tokens
                .truncate(index.saturating_sub(if doc.inner { 2 } else { 1 }));
            self.tokens.push(Token {
                kind: Kind::Doc { inner: doc.inner },
                text: doc.text,
                mate: 0,
                start: opening.start,
            });
            return Ok(end);
        }
        if self.ends_in_needless_comma(index) {
            self.tokens.pop();
        }
        if self.holds_one_import(index) {
            // Cannot panic: it is the bracket, which was looked at.
            self.tokens.remove(index);
            return Ok(end);
        }
        let here = self.tokens.len();
        self.push(Kind::Close, range);
        if let Some(token) = self.tokens.get_mut(index) {
            token.mate = here;
        }
        if let Some(token) = self.tokens.get_mut(here) {
            token.mate = index;
        }
        Ok(end)
    }

    /// A comma before the bracket that closes what opens at `index` says nothing, but in the
    /// arguments of macros, and in `(x,)`, which is a tuple.
    fn ends_in_needless_comma(&self, index: usize) -> bool {
        if self
            .tokens
            .last()
            .is_none_or(|last| last.kind != Kind::Comma)
        {
            return false;
        }
        let Some(before) = index.checked_sub(1).and_then(|at| self.tokens.get(at)) else {
            return true;
        };
        match before.kind {
            Kind::Bang => false,
            Kind::Word | Kind::Gt | Kind::Close => true,
            _ => {
                let held = self.tokens.get(index..).unwrap_or_default();
                held.first().is_none_or(|open| open.text != "(") || commas(held) > 1
            }
        }
    }

    /// `use a::{B}` is `use a::B`.
    fn holds_one_import(&self, index: usize) -> bool {
        let before = index.checked_sub(1).and_then(|at| self.tokens.get(at));
        let is_import = before.is_some_and(|before| before.kind == Kind::PathSep);
        match self.tokens.get(index..) {
            Some([_, one]) => is_import && one.kind == Kind::Word && one.text != "self",
            _ => false,
        }
    }

    /// The documentation that the bracket at `index` holds: `#[doc = "…"]`.
    fn doc(&self, index: usize) -> Option<DocText<'t>> {
        let held = self.tokens.get(index.saturating_add(1)..)?;
        let [name, eq, text] = held else {
            return None;
        };
        let found = name.is_word("doc") && eq.kind == Kind::Eq && text.text.starts_with('"');
        let before = |back: usize| self.tokens.get(index.checked_sub(back)?);
        let inner = before(1)?.kind == Kind::Bang;
        let pound = before(if inner { 2 } else { 1 })?.kind == Kind::Pound;
        (found && pound).then_some(DocText {
            inner,
            text: text.text,
        })
    }
}

/// Commas of the bracket that opens first, those of brackets inside it left out.
fn commas(held: &[Token<'_>]) -> usize {
    let mut depth = 0_usize;
    let mut count = 0_usize;
    for token in held {
        match token.kind {
            Kind::Open => depth = depth.saturating_add(1),
            Kind::Close => depth = depth.saturating_sub(1),
            Kind::Comma if depth == 1 => count = count.saturating_add(1),
            _ => {}
        }
    }
    count
}

struct DocText<'t> {
    inner: bool,
    text: &'t str,
}

fn single(kind: TokenKind) -> Kind {
    match kind {
        TokenKind::Dot => Kind::Dot,
        TokenKind::Colon => Kind::Colon,
        TokenKind::Eq => Kind::Eq,
        TokenKind::Bang => Kind::Bang,
        TokenKind::Lt => Kind::Lt,
        TokenKind::Gt => Kind::Gt,
        TokenKind::Minus => Kind::Minus,
        TokenKind::And => Kind::And,
        TokenKind::Or => Kind::Or,
        TokenKind::Star => Kind::Star,
        _ => Kind::Operator,
    }
}

/// The literal ends before the text does.
fn is_whole(kind: LiteralKind) -> bool {
    match kind {
        LiteralKind::Int { empty_int, .. } => !empty_int,
        LiteralKind::Float { empty_exponent, .. } => !empty_exponent,
        LiteralKind::Char { terminated }
        | LiteralKind::Byte { terminated }
        | LiteralKind::Str { terminated }
        | LiteralKind::ByteStr { terminated }
        | LiteralKind::CStr { terminated } => terminated,
        LiteralKind::RawStr { n_hashes }
        | LiteralKind::RawByteStr { n_hashes }
        | LiteralKind::RawCStr { n_hashes } => n_hashes.is_some(),
    }
}
