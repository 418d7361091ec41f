//! The module `formats`: types of strings that have a format.
//!
//! It must not know how such a type is read or written: its file stands in the templates.

use std::collections::BTreeSet;

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use serde::Serialize;

use super::{fixed, path, path_in};
use crate::config::Krate;
use crate::emit::header;
use crate::plan::{Library, Plan, Ty};
use crate::print::{Fragment, Language, rust};
use crate::render::{BUILT_IN, Page};

/// The file of each library that some type comes from, and one that lists them; nothing where all
/// strings are strings.
pub(super) fn pages<'p>(plan: &'p Plan<'_>) -> Vec<Page<'p>> {
    let libraries = libraries(plan);
    if libraries.is_empty() || plan.runtime.is_some() {
        return Vec::new();
    }
    let place = |file: &str| path(plan, file);
    module(&place, &header(plan), plain(&libraries), &libraries)
}

/// The module of a runtime that one crate stands on, with the libraries that it uses.
pub(super) fn own<'p>(krate: &Krate, libraries: &BTreeSet<Library>, header: &str) -> Vec<Page<'p>> {
    if libraries.is_empty() {
        return Vec::new();
    }
    let place = |file: &str| path_in(krate, file);
    module(&place, header, plain(libraries), libraries)
}

fn plain(libraries: &BTreeSet<Library>) -> Vec<LibraryView> {
    let libraries = libraries.iter().copied();
    libraries.map(|it| library_view(it, None)).collect()
}

/// The module of a runtime that crates share: all libraries, each with a feature of its name.
///
/// Only the crate of a trait or of a type can implement one for the other.
pub(super) fn shared<'p>(krate: &Krate, header: &str) -> Vec<Page<'p>> {
    let views = Library::ALL.map(|library| {
        let feature = library.name();
        let when = (library != Library::Std).then(|| quote!(#[cfg(feature = #feature)]));
        library_view(library, when)
    });
    let place = |file: &str| path_in(krate, file);
    module(&place, header, views.into(), &Library::ALL.into())
}

fn module<'p>(
    place: &dyn Fn(&str) -> String,
    header: &str,
    views: Vec<LibraryView>,
    libraries: &BTreeSet<Library>,
) -> Vec<Page<'p>> {
    let view = FormatsView {
        header: rust::comment(header),
        libraries: views,
    };
    let list = Page::new(
        place("src/formats/mod.rs"),
        Language::Rust,
        "rust/formats/mod.rs.tera",
        || view,
    );
    let files = BUILT_IN.iter().filter_map(|(name, text)| {
        let file = name.strip_prefix("rust/formats/")?;
        let library = Library::named(file.strip_suffix(".rs")?)?;
        libraries.contains(&library).then(|| {
            let path = place(&format!("src/formats/{file}"));
            fixed(path, header.to_owned(), text)
        })
    });
    std::iter::once(list).chain(files).collect()
}

#[derive(Serialize)]
struct FormatsView {
    header: Fragment,
    libraries: Vec<LibraryView>,
}

#[derive(Serialize)]
struct LibraryView {
    when: Option<Fragment>,
    module: Fragment,
    exports: Option<Fragment>,
}

fn library_view(library: Library, when: Option<TokenStream>) -> LibraryView {
    // Cannot panic: the names of libraries are ours.
    let module = format_ident!("{}", library.name());
    let exports = (library == Library::Base64).then(|| quote!(#module::Base64));
    LibraryView {
        when: when.map(|tokens| rust::tokens(&tokens)),
        module: rust::tokens(&quote!(#module)),
        exports: exports.map(|tokens| rust::tokens(&tokens)),
    }
}

/// The libraries that some type of the description is written with.
pub(super) fn libraries(plan: &Plan<'_>) -> BTreeSet<Library> {
    plan.written().iter().flat_map(written_with).collect()
}

fn written_with(ty: &Ty) -> Vec<Library> {
    match ty {
        Ty::Text(text) => vec![text.library],
        other => other.parts().iter().flat_map(written_with).collect(),
    }
}
