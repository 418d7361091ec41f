//! The module `formats`: types of strings that have a format.
//!
//! It must not know how such a type is read or written: its file stands in the templates.

use std::collections::BTreeSet;

use quote::{format_ident, quote};
use serde::Serialize;

use super::{page, path};
use crate::emit::header;
use crate::plan::{Library, Plan, Ty};
use crate::print::{Fragment, rust};
use crate::render::{BUILT_IN, Page};

/// The file of each library that some type comes from, and one that lists them; nothing where all
/// strings are strings.
pub(super) fn pages(plan: &Plan<'_>) -> Vec<Page> {
    let libraries = libraries(plan);
    if libraries.is_empty() {
        return Vec::new();
    }
    let view = FormatsView {
        header: rust::comment(&header(plan)),
        libraries: libraries.iter().copied().map(library_view).collect(),
    };
    let list = page(
        plan,
        "src/formats/mod.rs",
        "rust/formats/mod.rs.tera",
        &view,
    );
    let files = BUILT_IN.iter().filter_map(|(name, text)| {
        let file = name.strip_prefix("rust/formats/")?;
        let library = Library::named(file.strip_suffix(".rs")?)?;
        libraries.contains(&library).then(|| {
            let text = format!("// {}\n\n{text}", header(plan));
            Page::verbatim(path(plan, &format!("src/formats/{file}")), text)
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
    module: Fragment,
    exports: Option<Fragment>,
}

fn library_view(library: Library) -> LibraryView {
    // Cannot panic: the names of libraries are ours.
    let module = format_ident!("{}", library.name());
    let exports = (library == Library::Base64).then(|| quote!(#module::Base64));
    LibraryView {
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
