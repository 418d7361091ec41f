//! Names: any text becomes a valid, distinct, idiomatic Rust identifier.
//!
//! Only a [`Scope`] makes an [`Ident`], so every identifier of the output was checked against its
//! neighbours once. This module must not know what a name is used for.

#[cfg(test)]
mod tests;
mod words;

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::fmt;
use std::sync::Arc;

use heck::{ToShoutySnakeCase, ToSnakeCase, ToUpperCamelCase};
use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, TokenStreamExt};
use serde::Serialize;
use unicode_normalization::UnicodeNormalization;

use words::{together, words};

/// A Rust identifier that is free in its scope. Printed with `r#` where it has to be.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Ident {
    word: String,
    is_raw: bool,
}

impl Ident {
    /// The identifier without `r#`.
    pub fn plain(&self) -> &str {
        &self.word
    }

    /// The identifier in ASCII, to name files after: not every system spells others in one way.
    pub fn file_stem(&self) -> String {
        ascii(&self.word)
    }

    /// Sealed: only a [`Scope`] calls this.
    fn new(word: String) -> Self {
        let is_raw = is_raw(&word);
        Self { word, is_raw }
    }
}

impl fmt::Display for Ident {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_raw {
            f.write_str("r#")?;
        }
        f.write_str(&self.word)
    }
}

impl Serialize for Ident {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl ToTokens for Ident {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        // Cannot panic: `spell` gives identifiers, and none of those that `r#` does not help.
        tokens.append(if self.is_raw {
            proc_macro2::Ident::new_raw(&self.word, Span::call_site())
        } else {
            proc_macro2::Ident::new(&self.word, Span::call_site())
        });
    }
}

/// How an identifier is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Case {
    /// `phone_number`: fields, functions.
    Snake,
    /// `phone_number`, in ASCII: modules, each of which is a file.
    Module,
    /// `PhoneNumber`: types, variants.
    Camel,
    /// `PHONE_NUMBER`: constants.
    Shouty,
}

/// Names that must differ from each other.
#[derive(Debug, Clone, Default)]
pub struct Scope {
    taken: BTreeSet<String>,
    outer: Option<Arc<Scope>>,
}

impl Scope {
    /// A scope in which `reserved` is taken already.
    pub fn with_reserved<'a>(reserved: impl IntoIterator<Item = &'a str>) -> Self {
        Self {
            taken: reserved.into_iter().map(str::to_owned).collect(),
            outer: None,
        }
    }

    /// A scope of which the names differ from those of `outer` as well.
    pub fn inside(outer: &Arc<Self>) -> Self {
        Self {
            taken: BTreeSet::new(),
            outer: Some(outer.clone()),
        }
    }

    /// An identifier made from `text`. When it is taken, from `text` and `suffix`; when that is
    /// taken too, a number from 2 on follows.
    pub fn name_or(&mut self, text: &str, suffix: &str, case: Case) -> Ident {
        let first = spell(text, case);
        if self.take(&first) {
            return Ident::new(first);
        }
        self.name(&format!("{text} {suffix}"), case)
    }

    /// An identifier made from `text`; a number from 2 on follows when it is taken.
    pub fn name(&mut self, text: &str, case: Case) -> Ident {
        let base = spell(text, case);
        let mut candidate = base.clone();
        let mut number = 2_u32;
        while !self.take(&candidate) {
            candidate = match case {
                Case::Camel => {
                    // `Self_` goes on as `Self2`.
                    let mut word = base.trim_end_matches('_').to_owned();
                    append(&mut word, &number.to_string());
                    word
                }
                Case::Snake | Case::Module | Case::Shouty => format!("{base}_{number}"),
            };
            number = number.saturating_add(1);
        }
        Ident::new(candidate)
    }

    /// The identifier that `text` would get, if it is free; it is taken then.
    pub fn claim(&mut self, text: &str, case: Case) -> Option<Ident> {
        let word = spell(text, case);
        self.take(&word).then(|| Ident::new(word))
    }

    /// Takes a name that another scope gave.
    pub fn reserve(&mut self, ident: &Ident) {
        self.taken.insert(ident.word.clone());
    }

    /// Whether `word` was free; it is taken now.
    fn take(&mut self, word: &str) -> bool {
        let outer = self.outer.as_ref();
        outer.is_none_or(|outer| !outer.has(word)) && self.taken.insert(word.to_owned())
    }

    fn has(&self, word: &str) -> bool {
        self.taken.contains(word) || self.outer.as_ref().is_some_and(|outer| outer.has(word))
    }
}

/// What texts have in common that would get the same name: `Sales orders`, `sales-orders`.
pub(super) fn name_words(text: &str) -> String {
    spell(text, Case::Snake)
}

/// `text` as a valid identifier in `case`, whether free or not.
fn spell(text: &str, case: Case) -> String {
    let is_in_case = matches!(case, Case::Snake | Case::Module) && is_snake(text);
    let cased = if is_in_case {
        text.to_owned()
    } else {
        in_case(text, case)
    };
    let cased = clipped(cased);
    let cased = match cased.chars().next() {
        None => fallback(case).to_owned(),
        Some(first) if unicode_ident::is_xid_start(first) => cased,
        Some(_) if case == Case::Camel => format!("N{cased}"),
        Some(_) => format!("_{cased}"),
    };
    if is_unrawable(&cased) {
        format!("{cased}_")
    } else {
        cased
    }
}

fn in_case(text: &str, case: Case) -> String {
    let words = words(&normal(text));
    match case {
        Case::Snake => snake(&words),
        Case::Module => ascii(&snake(&words)),
        Case::Camel => camel(&words),
        Case::Shouty => shouty(&words),
    }
}

/// Words of ASCII between single underscores: most texts are what becomes of them.
fn is_snake(text: &str) -> bool {
    let is_word = |word: &str| {
        !word.is_empty()
            && word
                .bytes()
                .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
    };
    text.split('_').all(is_word)
}

/// `user_ids`, of `userIDs` as well as of `user ids`.
pub(super) fn snake(text: &str) -> String {
    together(text).to_snake_case()
}

/// The text with each character in its usual form (Unicode NFKC): to Rust, forms are one name.
fn normal(text: &str) -> Cow<'_, str> {
    match text.is_ascii() {
        true => text.into(),
        false => text.nfkc().collect::<String>().into(),
    }
}

/// `PHONE_NUMBER`. Words of scripts without capitals get one, since a constant must not share the
/// name of a parameter.
fn shouty(words: &str) -> String {
    let shouty = together(words).to_shouty_snake_case();
    match shouty.chars().any(char::is_uppercase) || shouty.is_empty() {
        true => shouty,
        false => format!("N_{shouty}"),
    }
}

/// A word with all that is not ASCII as its number: `größe` is `gr_uf6_udf_e`.
fn ascii(word: &str) -> String {
    if word.is_ascii() {
        return word.to_owned();
    }
    let mut all = String::new();
    for c in word.chars() {
        let is_apart = all.is_empty() || all.ends_with('_');
        match c {
            '_' if is_apart && !all.is_empty() => {}
            c if c.is_ascii() => all.push(c),
            c if is_apart => all.push_str(&format!("u{:x}_", u32::from(c))),
            c => all.push_str(&format!("_u{:x}_", u32::from(c))),
        }
    }
    clipped(all.trim_end_matches('_').to_owned())
}

/// `PhoneNumber`, and `N2_25`: numbers that stand apart are not one.
fn camel(words: &str) -> String {
    let mut all = String::new();
    for word in words.split(|c: char| !c.is_alphanumeric()) {
        append(&mut all, &word.to_upper_camel_case());
    }
    all
}

/// Lengthens a name in camel case.
fn append(all: &mut String, next: &str) {
    let ends = all.ends_with(|c: char| c.is_ascii_digit());
    if ends && next.starts_with(|c: char| c.is_ascii_digit()) {
        all.push('_');
    }
    all.push_str(next);
}

/// An identifier has at most so many bytes: files are named after some, and a file name has 255.
const LONGEST: usize = 200;

fn clipped(mut word: String) -> String {
    if word.len() > LONGEST
        && let Some(end) = (0..=LONGEST).rfind(|end| word.is_char_boundary(*end))
    {
        word.truncate(end);
        word.truncate(word.trim_end_matches('_').len());
    }
    word
}

fn fallback(case: Case) -> &'static str {
    match case {
        Case::Snake | Case::Module => "empty",
        Case::Camel => "Empty",
        Case::Shouty => "EMPTY",
    }
}

/// Keywords that `r#` does not help (Rust reference, "Raw identifiers").
fn is_unrawable(word: &str) -> bool {
    matches!(word, "self" | "Self" | "super" | "crate" | "_")
}

/// Keywords of the edition of the output, reserved ones too (Rust reference, "Keywords").
#[rustfmt::skip]
fn is_raw(word: &str) -> bool {
    matches!(
        word,
        "abstract" | "as" | "async" | "await" | "become" | "box" | "break" | "const" | "continue"
            | "do" | "dyn" | "else" | "enum" | "extern" | "false" | "final" | "fn" | "for" | "gen"
            | "if" | "impl" | "in" | "let" | "loop" | "macro" | "match" | "mod" | "move" | "mut"
            | "override" | "priv" | "pub" | "ref" | "return" | "static" | "struct" | "trait"
            | "true" | "try" | "type" | "typeof" | "unsafe" | "unsized" | "use" | "virtual"
            | "where" | "while" | "yield"
    )
}
