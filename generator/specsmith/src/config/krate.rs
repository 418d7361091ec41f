//! `[sdk.crate]` and `[sdk.module]`: the package of a client, or its place in another one.
//!
//! This module must not know what is in the crate.

use super::table::{Sink, Table, hint};
use super::value::{Placed, is_version, join, wrong_crate_name, wrong_module_name};
use super::{Krate, Runtime};

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

/// The runtime of a crate that shares none.
pub(super) fn own_runtime(krate: &Krate) -> Krate {
    Krate {
        name: format!("{}-runtime", krate.name),
        path: join(&krate.path, "runtime"),
        description: Some(format!("What the crate {} stands on", krate.name)),
        documentation: None,
        ..krate.clone()
    }
}

/// What is wrong with the name of the runtime of a crate that has a right one: its length.
pub(super) fn wrong_runtime(runtime: &Krate) -> Option<String> {
    let name = &runtime.name;
    wrong_crate_name(name).map(|_| format!("`{name}`, its runtime, cannot name a crate"))
}

/// A crate of an SDK, and where its runtime is.
pub(super) fn of_sdk(
    mut table: Table<'_, '_>,
    out: &str,
    is_shared: bool,
    sink: &mut Sink,
) -> Option<(Krate, Runtime)> {
    let runtime = table.string("runtime", sink);
    let at = table.at();
    let krate = krate(table, out, sink)?;
    let own = own_runtime(&krate);
    let runtime = match &runtime {
        Some(place) if place.value == "module" => Runtime::Module,
        None if is_shared => Runtime::Shared,
        Some(place) if place.value != "crate" => {
            let message = format!("`runtime` cannot be `{}`", place.value);
            sink.wrong(place, &message, &hint(place, &["crate", "module"]));
            Runtime::Module
        }
        // The name of the crate itself is wrong already.
        _ if wrong_crate_name(&krate.name).is_some() => Runtime::Module,
        _ => {
            if let Some(message) = wrong_runtime(&own) {
                let help = "use a shorter name, or add `runtime = \"module\"`";
                sink.push("config-value", at, message, help);
            }
            Runtime::Own(Box::new(own))
        }
    };
    Some((krate, runtime))
}

pub(super) fn krate(mut table: Table<'_, '_>, out: &str, sink: &mut Sink) -> Option<Krate> {
    let name = package(&mut table, "name", "\"my-api\"", sink);
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

/// A module in a crate of the user: what stands for its crate, and its path there.
pub(super) fn module(
    mut table: Table<'_, '_>,
    out: &str,
    sink: &mut Sink,
) -> Option<(Krate, String)> {
    let name = table.required("name", "\"crate::my_api\"", sink);
    if let Some((name, help)) = name.as_ref().and_then(|n| Some((n, wrong_module_name(n)?))) {
        sink.wrong(
            name,
            &format!("`{}` is no path of a module", name.value),
            help,
        );
    }
    let package = package(&mut table, "crate", "\"my-app\"", sink);
    let last = |name: &Placed<String>| name.rsplit("::").next().unwrap_or_default().to_owned();
    let default = || join(out, &name.as_ref().map(last).unwrap_or_default());
    let path = table.folder("path", default, sink);
    table.finish(sink);
    let krate = Krate {
        path,
        ..named(&package?.value)
    };
    Some((krate, name?.value))
}

/// The name of a package.
fn package(
    table: &mut Table<'_, '_>,
    key: &'static str,
    example: &str,
    sink: &mut Sink,
) -> Option<Placed<String>> {
    let name = table.required(key, example, sink);
    if let Some((name, help)) = name.as_ref().and_then(|n| Some((n, wrong_crate_name(n)?))) {
        sink.wrong(name, &format!("`{}` cannot name a crate", name.value), help);
    }
    name
}
