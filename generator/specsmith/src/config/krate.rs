//! `[sdk.crate]`: the package of a client crate.
//!
//! This module must not know what is in the crate.

use super::Krate;
use super::table::{Sink, Table};
use super::value::{Placed, is_version, join, wrong_crate_name};

/// The version of a crate that names none.
const VERSION: &str = "0.1.0";

/// A crate of which nothing is said but its name, in the root.
pub(super) fn named(name: &str) -> Krate {
    Krate {
        name: name.to_owned(),
        version: VERSION.to_owned(),
        path: String::new(),
        description: None,
        license: None,
        repository: None,
        homepage: None,
        documentation: None,
        authors: Vec::new(),
        keywords: Vec::new(),
        categories: Vec::new(),
    }
}

pub(super) fn krate(mut table: Table<'_, '_>, out: &str, sink: &mut Sink) -> Option<Krate> {
    let name = table.required("name", "\"my-api\"", sink);
    if let Some((name, help)) = name.as_ref().and_then(|n| Some((n, wrong_crate_name(n)?))) {
        sink.wrong(name, &format!("`{}` cannot name a crate", name.value), help);
    }
    let version = table
        .string("version", sink)
        .unwrap_or(Placed::nowhere(VERSION.to_owned()));
    if !is_version(&version) {
        let message = format!("`{}` is not a version", version.value);
        sink.wrong(
            &version,
            &message,
            "write three numbers as in `1.0.0`, see https://semver.org",
        );
    }
    let default = || join(out, name.as_ref().map_or("", |name| name.as_str()));
    let path = table.folder("path", default, sink);
    let mut text = |key| table.string(key, sink).map(|text| text.value);
    let description = text("description");
    let license = text("license");
    let repository = text("repository");
    let homepage = text("homepage");
    let documentation = text("documentation");
    let mut texts = |key| {
        table
            .strings(key, sink)
            .into_iter()
            .map(|text| text.value)
            .collect()
    };
    let authors = texts("authors");
    let keywords = texts("keywords");
    let categories = texts("categories");
    table.finish(sink);
    Some(Krate {
        name: name?.value,
        version: version.value,
        path,
        description,
        license,
        repository,
        homepage,
        documentation,
        authors,
        keywords,
        categories,
    })
}
