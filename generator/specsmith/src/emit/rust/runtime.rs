//! The runtime: a crate for one SDK or for several, or a module of an SDK.
//!
//! It must not know any service.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::Ident;
use quote::format_ident;
use serde::Serialize;

use super::{formats, manifest, path, path_in};
use crate::config::{Krate, Runtime};
use crate::plan::{Library, Plan};
use crate::print::{Fragment, Language, markdown, rust, toml};
use crate::render::{BUILT_IN, Page};

/// Where the runtime is among the templates, and what of it types alone stand on.
const RUNTIME: &str = "rust/runtime/";
const CODEC: &str = "rust/runtime/codec/";

/// The files that are the same in each crate: what only the crate of a type can have, and the
/// runtime where it is a module.
pub(super) fn pages<'p>(plan: &'p Plan<'_>) -> Vec<Page<'p>> {
    let mut pages = Vec::new();
    if !plan.items.is_empty() {
        pages.extend(fixed("rust/types/", &path(plan, "src/types/")));
    }
    if plan.runtime.is_none() {
        let from = part(!plan.sdk.types_only);
        pages.extend(fixed(from, &path(plan, "src/runtime/")));
    }
    pages
}

/// What only the crate of a client can have of it.
pub(super) fn of_client<'p>(plan: &Plan<'_>) -> Vec<Page<'p>> {
    fixed("rust/client/", &path(plan, "src/client/"))
}

/// The folder of the runtime: for types alone, that of the codec stands in its place.
fn part(calls: bool) -> &'static str {
    if calls { RUNTIME } else { CODEC }
}

/// The crate of the runtime that an SDK has for itself.
pub(super) fn own<'p>(plan: &'p Plan<'_>) -> Vec<Page<'p>> {
    match &plan.sdk.runtime {
        Runtime::Own(krate) => {
            let only = Some((&*plan.sdk.krate.name, formats::libraries(plan)));
            self::krate(krate, !plan.sdk.types_only, only)
        }
        Runtime::Shared | Runtime::Module => Vec::new(),
    }
}

/// The crate of a runtime that others share; of types alone where none of them calls.
pub(super) fn shared(krate: &Krate, calls: bool) -> Vec<Page<'_>> {
    self::krate(krate, calls, None)
}

/// What such a crate is, in Markdown.
fn description(of: Option<&str>, calls: bool) -> String {
    match of {
        Some(of) => {
            let what = if calls {
                "requests are sent and repeated, answers read"
            } else {
                "values are read and written"
            };
            format!(
                "What the crate `{of}` stands on: how {what}. It is generated together with that \
                 crate, which shows all of it again: an application does not name this one."
            )
        }
        None => {
            let what = if calls {
                "errors, middleware and credentials"
            } else {
                "values"
            };
            format!(
                "What several generated crates stand on, so that {what} of one are those of the \
                 others. It is generated together with them, and each shows all of it again: an \
                 application seldom names this one."
            )
        }
    }
}

/// `only` names the one crate that stands on it, with the libraries of its formats. For several, all
/// libraries are there, each behind a feature.
fn krate<'p>(
    krate: &'p Krate,
    calls: bool,
    only: Option<(&str, BTreeSet<Library>)>,
) -> Vec<Page<'p>> {
    let comment = heading();
    let text = description(only.as_ref().map(|(of, _)| *of), calls);
    let used = only.map(|(_, used)| used);
    let manifest = ManifestView {
        header: toml::comment(&comment),
        package: manifest::package(krate, "What crates of one maker stand on"),
        calls,
        optional: used.is_none(),
        libraries: manifest::libraries(used.as_ref().unwrap_or(&Library::ALL.into())),
    };
    let settings = manifest::SettingsView {
        header: toml::comment(&comment),
    };
    let readme = ReadmeView {
        header: markdown::comment(&comment),
        name: markdown::text(&krate.name),
        description: markdown::block(&text),
        shared: used.is_none(),
    };
    let header = HeaderView {
        header: rust::comment(&comment),
        docs: rust::inner_docs([&*text]),
        has_formats: used.as_ref().is_none_or(|used| !used.is_empty()),
        calls,
    };
    let mut pages = vec![
        Page::new(
            path_in(krate, "README.md"),
            Language::Markdown,
            "rust/runtime-crate/README.md.tera",
            move || readme,
        ),
        Page::new(
            path_in(krate, "Cargo.toml"),
            Language::Toml,
            "rust/runtime-crate/Cargo.toml.tera",
            move || manifest,
        ),
        Page::new(
            path_in(krate, "rustfmt.toml"),
            Language::Toml,
            "rust/rustfmt.toml.tera",
            move || settings,
        ),
        Page::new(
            path_in(krate, "src/lib.rs"),
            Language::Rust,
            "rust/runtime-crate/lib.rs.tera",
            move || header,
        ),
    ];
    pages.extend(match &used {
        Some(used) => formats::own(krate, used, &comment),
        None => formats::shared(krate, &comment),
    });
    pages.extend(fixed(part(calls), &path_in(krate, "src/runtime/")));
    pages
}

#[derive(Serialize)]
struct ManifestView {
    header: Fragment,
    #[serde(flatten)]
    package: manifest::PackageView,
    calls: bool,
    /// Each library of formats is behind a feature of its name.
    optional: bool,
    libraries: BTreeMap<&'static str, bool>,
}

#[derive(Serialize)]
struct ReadmeView {
    header: Fragment,
    name: Fragment,
    description: Fragment,
    /// Several crates stand on it.
    shared: bool,
}

#[derive(Serialize)]
struct HeaderView {
    header: Fragment,
    docs: Fragment,
    has_formats: bool,
    calls: bool,
}

/// A runtime in another crate, as a dependency.
#[derive(Serialize)]
pub(super) struct DependencyView {
    /// Name of the package.
    name: Fragment,
    version: Fragment,
    /// Where it is from the crate.
    path: Fragment,
    /// Its features for the types of strings that the crate has.
    features: Fragment,
    blocking: Fragment,
    rustls: Fragment,
    native_tls: Fragment,
    tracing: Fragment,
}

/// The runtime of a crate that has none itself.
pub(super) fn dependency(plan: &Plan<'_>, used: &BTreeSet<Library>) -> Option<DependencyView> {
    let runtime = plan.runtime?;
    // Where the package of a module is, only its maintainer knows: most are in the root.
    let package = match plan.sdk.module {
        Some(_) => "",
        None => &plan.sdk.krate.path,
    };
    let is_shared = matches!(plan.sdk.runtime, Runtime::Shared);
    let has_feature = |library: &&Library| is_shared && **library != Library::Std;
    let libraries = used
        .iter()
        .filter(has_feature)
        .map(|library| library.name());
    let feature = |name: &str| toml::string(&format!("{}/{name}", runtime.name));
    Some(DependencyView {
        name: toml::key(&runtime.name),
        // What crates share of it beyond its exports may change with each version.
        version: toml::string(&format!("={}", runtime.version)),
        path: toml::string(&relative(package, &runtime.path)),
        features: toml::list(&libraries.collect::<Vec<_>>()),
        blocking: feature("blocking"),
        rustls: feature("rustls"),
        native_tls: feature("native-tls"),
        tracing: feature("tracing"),
    })
}

/// The crate of the runtime as Rust code writes it.
pub(super) fn lib(plan: &Plan<'_>) -> Option<Ident> {
    let lib = plan.runtime?.name.replace('-', "_");
    // The configuration takes names of crates only. Whatever else came here would be a crate that
    // does not exist, and no panic.
    Some(syn::parse_str(&lib).unwrap_or_else(|_| format_ident!("runtime")))
}

/// The path from one folder below the root to another.
fn relative(from: &str, to: &str) -> String {
    let parts = |path: &'_ str| -> Vec<String> {
        let parts = path.split('/').filter(|part| !part.is_empty());
        parts.map(str::to_owned).collect()
    };
    let (from, to) = (parts(from), parts(to));
    let common = from.iter().zip(&to).take_while(|(a, b)| a == b).count();
    let up = from.iter().skip(common).map(|_| "..");
    let down = to.iter().skip(common).map(String::as_str);
    let path: Vec<&str> = up.chain(down).collect();
    if path.is_empty() {
        ".".to_owned()
    } else {
        path.join("/")
    }
}

fn heading() -> String {
    let version = env!("CARGO_PKG_VERSION");
    format!("The runtime of specsmith {version}, the same in each crate. Do not edit.")
}

/// The files of a folder of the templates as they stand, behind a header line.
fn fixed<'p>(from: &str, to: &str) -> Vec<Page<'p>> {
    let files = BUILT_IN.iter().filter_map(|(name, text)| {
        let file = name.strip_prefix(from).filter(|it| it.ends_with(".rs"))?;
        let text = format!("// {}\n\n{text}", heading());
        Some(Page::verbatim(format!("{to}{file}"), text))
    });
    files.collect()
}

#[cfg(test)]
mod tests {
    use super::relative;

    #[test]
    fn a_crate_finds_the_runtime_from_wherever_it_is() {
        for (from, to, path) in [
            ("generated/pets", "generated/runtime", "../runtime"),
            ("generated/a/pets", "generated/runtime", "../../runtime"),
            ("pets", "pets/runtime", "runtime"),
            ("", "runtime", "runtime"),
            ("pets", "", ".."),
        ] {
            assert_eq!(relative(from, to), path, "{from} to {to}");
        }
    }
}
