//! Names: any text becomes a valid, distinct, idiomatic Rust identifier.
//!
//! Only a [`Scope`] makes an [`Ident`], so every identifier of the output was checked against its
//! neighbours once. This module must not know what a name is used for.

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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_text_becomes_an_identifier() {
        for (text, case, expected) in [
            ("first_name", Case::Snake, "first_name"),
            ("type", Case::Snake, "r#type"),
            ("gen", Case::Snake, "r#gen"),
            ("self", Case::Snake, "self_"),
            ("Self", Case::Camel, "Self_"),
            ("+1", Case::Camel, "Plus1"),
            ("-1", Case::Camel, "Minus1"),
            ("-created-at", Case::Camel, "MinusCreatedAt"),
            ("+created_at", Case::Snake, "plus_created_at"),
            ("--created", Case::Camel, "Created"),
            ("2.25", Case::Camel, "N2_25"),
            ("-0.5", Case::Camel, "Minus0_5"),
            ("2024-01-01", Case::Camel, "N2024_01_01"),
            ("1st", Case::Snake, "_1st"),
            ("2fa", Case::Camel, "N2fa"),
            (">=", Case::Camel, "GreaterEqual"),
            ("", Case::Camel, "Empty"),
            ("*", Case::Snake, "star"),
            ("Ünïcode größe", Case::Snake, "ünïcode_größe"),
            ("名前", Case::Snake, "名前"),
            ("🎉", Case::Camel, "Symbol"),
            ("a\nb", Case::Snake, "a_b"),
            ("PhoneNumber", Case::Shouty, "PHONE_NUMBER"),
            ("1", Case::Shouty, "N_1"),
            ("名前", Case::Shouty, "N_名前"),
            ("名前", Case::Module, "u540d_u524d"),
            ("Größe b", Case::Module, "gr_uf6_udf_e_b"),
            ("á model", Case::Module, "ue1_model"),
            ("ﬁle²", Case::Snake, "file2"),
            ("IDs", Case::Snake, "ids"),
            ("userIDs", Case::Snake, "user_ids"),
            ("URLsOfIDs", Case::Shouty, "URLS_OF_IDS"),
            ("HTTPServer", Case::Snake, "http_server"),
            ("APIStatus", Case::Snake, "api_status"),
            ("OAuth2Token", Case::Module, "oauth2_token"),
            ("FOOAuth", Case::Snake, "foo_auth"),
            ("clientIPv4", Case::Snake, "client_ipv4"),
            ("OAuth2Token", Case::Camel, "OAuth2Token"),
        ] {
            let ident = Scope::default().name(text, case);
            assert_eq!(ident.to_string(), expected, "from {text:?}");
            syn::parse_str::<syn::Ident>(expected)
                .or_else(|_| syn::parse_str::<syn::Ident>(ident.plain()))
                .expect("an identifier");
        }
    }

    #[test]
    fn what_is_in_snake_case_stays_as_it_is() {
        let mut texts = vec![String::new()];
        for _ in 0..5 {
            let longer = texts
                .iter()
                .flat_map(|text| ["a", "z", "1", "_"].map(|end| format!("{text}{end}")));
            texts = longer.chain([String::new()]).collect();
        }
        let known: Vec<&String> = texts.iter().filter(|text| is_snake(text)).collect();
        assert!(known.len() > 300);
        for text in known {
            assert_eq!(in_case(text, Case::Snake), *text);
            assert_eq!(in_case(text, Case::Module), *text);
        }
    }

    #[test]
    fn no_name_is_longer_than_a_file_name() {
        let mut scope = Scope::default();
        for text in [
            "long ".repeat(99),
            "é".repeat(201),
            format!("1{}", "名".repeat(99)),
        ] {
            for case in [Case::Snake, Case::Camel, Case::Shouty] {
                let names = [scope.name(&text, case), scope.name(&text, case)];
                let [first, second] = names.map(|it| it.plain().to_owned());
                assert!(first.len() > 190 && second.len() < 210, "{first} {second}");
                assert_ne!(first, second);
            }
        }
    }

    #[test]
    fn a_scope_never_gives_a_name_twice() {
        let mut scope = Scope::with_reserved(["Client"]);
        let names: Vec<_> = ["Client", "client", "fooBar", "foo_bar", "FooBar2"]
            .iter()
            .map(|text| scope.name(text, Case::Camel).to_string())
            .collect();
        assert_eq!(
            names,
            ["Client2", "Client3", "FooBar", "FooBar2", "FooBar2_2"]
        );
    }

    /// Rust takes characters that are written in two ways for the same.
    #[test]
    fn forms_of_a_character_are_one() {
        let mut scope = Scope::default();
        let names = ["a\u{301}", "\u{e1}", "\u{1100}\u{1161}", "\u{ac00}"];
        let names = names.map(|text| scope.name(text, Case::Snake).to_string());
        assert_eq!(names, ["\u{e1}", "\u{e1}_2", "\u{ac00}", "\u{ac00}_2"]);
    }

    #[test]
    fn an_inner_scope_knows_the_names_of_the_outer_one() {
        let outer = Arc::new(Scope::with_reserved(["Pet"]));
        let named = |scope: &mut Scope| {
            ["pet", "dog"].map(|text| scope.name(text, Case::Camel).to_string())
        };
        let (mut one, mut other) = (Scope::inside(&outer), Scope::inside(&outer));
        assert_eq!(named(&mut one), ["Pet2", "Dog"]);
        assert_eq!(named(&mut one), ["Pet3", "Dog2"]);
        assert_eq!(named(&mut other), ["Pet2", "Dog"]);
    }
}
