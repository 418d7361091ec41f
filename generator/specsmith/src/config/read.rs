//! From the text of `specsmith.toml` to a checked [`Config`].
//!
//! This module must not know what any setting does later.

use std::path::{Component, Path, PathBuf};

use specsmith_openapi::select::Selection;
use specsmith_openapi::{Diagnostic, Limits, Origin, Report, Severity, Sources};
use toml::de::{DeTable, Error};

use super::table::{Sink, Table};
use super::value::{Placed, join, lower_first, wrong_crate_name};
use super::{
    Config, Docs, Formats, Krate, Language, Runtime, Sdk, Snippets, Tests, Tolerance, apart,
    choose, extension, formats, krate, limits, names, pagination, snippets,
};

/// The folder of generated files that a configuration without `out` means.
const OUT: &str = "generated";

pub(super) fn load(path: &Path, sources: &mut Sources, report: &mut Report) -> Option<Config> {
    let file = specsmith_openapi::read::text(path, &Limits::default(), sources, report)?;
    let root = path.parent().map(Path::to_path_buf).unwrap_or_default();
    let text = sources.text(file);
    let (document, errors) = DeTable::parse_recoverable(text);
    let mut sink = Sink { file, report };
    if let Some(error) = errors.first() {
        // What a parser makes of the rest of a broken file are follow-on errors.
        syntax_error(error, text, &mut sink);
        return None;
    }
    let at = sink.origin(0..0);
    let before = sink.report.count(Severity::Fatal);
    let config = config(Table::new(document.get_ref(), at), root, &mut sink);
    if report.count(Severity::Fatal) > before {
        None
    } else {
        config
    }
}

pub(super) fn of_flags(
    schema: PathBuf,
    name: &str,
    out: PathBuf,
    report: &mut Report,
) -> Option<Config> {
    let krate = krate::named(name);
    let runtime = krate::own_runtime(&krate);
    // A name may be too long for a crate beside it.
    let runtime = match krate::wrong_runtime(&runtime) {
        Some(_) => Runtime::Module,
        None => Runtime::Own(Box::new(runtime)),
    };
    if let Some(help) = wrong_crate_name(name) {
        report.push(Diagnostic {
            code: "config-value",
            severity: Severity::Fatal,
            at: None,
            message: format!("`{name}` cannot name a crate"),
            help: help.to_owned(),
            related: Vec::new(),
        });
        return None;
    }
    let sdk = Sdk {
        source: source(&schema),
        runtime,
        schema: Placed::nowhere(schema),
        overlays: Vec::new(),
        selection: Selection::default(),
        krate,
        module: None,
        types_only: false,
        docs: None,
        snippets: None,
        tests: Tests::default(),
        formats: Formats::default(),
        names: Vec::new(),
        pagination: Vec::new(),
        extensions: Vec::new(),
    };
    Some(Config {
        root: out,
        out: String::new(),
        templates: None,
        sdks: vec![sdk],
        runtime: None,
        limits: Limits::default(),
        strict: false,
        tolerance: Tolerance::default(),
    })
}

fn syntax_error(error: &Error, text: &str, sink: &mut Sink) {
    // A span of no length marks the last character before it.
    let span = error.span().unwrap_or(0..0);
    let at = sink.origin(span.start.min(text.len())..span.end.min(text.len()));
    let message = error
        .message()
        .lines()
        .next()
        .unwrap_or("not TOML")
        .to_owned();
    let help = "see https://toml.io for how TOML is written";
    sink.push("config-syntax", at, lower_first(&message), help);
}

fn config(mut top: Table<'_, '_>, root: PathBuf, sink: &mut Sink) -> Option<Config> {
    let out = top.folder("out", || OUT.to_owned(), sink);
    let templates = top
        .string("templates", sink)
        .map(|path| path.map(|path| root.join(path)));
    let strict = top.boolean("strict", sink);
    let (limits, tolerance) = limits::limits(&mut top, sink);
    let runtime = top.table("runtime", sink);
    let runtime_at = runtime.as_ref().map(Table::at);
    let runtime = runtime.map(|table| krate::krate(table, &out, sink));
    let tables = top.tables("sdk", sink);
    if tables.is_empty() && !top.has("sdk") {
        sink.push(
            "config-missing-key",
            top.at(),
            "no `[[sdk]]` says what is generated",
            "add `[[sdk]]` with `schema = \"…\"` and `[sdk.crate]` with `name = \"…\"`",
        );
    }
    let read: Vec<_> = tables
        .into_iter()
        .map(|table| sdk(table, &root, &out, runtime.is_some(), sink))
        .collect();
    top.finish(sink);
    let sdks: Vec<Sdk> = read.into_iter().collect::<Option<_>>()?;
    apart::sdks(&sdks, sink);
    let runtime = runtime.map_or(Some(None), |krate| krate.map(Some))?;
    if let Some((runtime, at)) = runtime.as_ref().zip(runtime_at) {
        apart::runtime(runtime, at, &sdks, sink);
    }
    Some(Config {
        root,
        out,
        templates,
        sdks,
        runtime,
        limits,
        strict,
        tolerance,
    })
}

fn sdk(
    mut table: Table<'_, '_>,
    root: &Path,
    out: &str,
    is_shared: bool,
    sink: &mut Sink,
) -> Option<Sdk> {
    let schema = table.required("schema", "\"schema/api.yaml\"", sink);
    let overlays = table.strings("overlays", sink);
    let selection = choose::selection(&mut table, sink);
    let types_only = table.boolean("types-only", sink);
    let package = package(&mut table, out, is_shared, sink);
    let docs = table.table("docs", sink).map(|mut docs| {
        let path = docs.folder("path", || join(out, "docs"), sink);
        docs.finish(sink);
        Docs { path }
    });
    let snippets = table
        .table("snippets", sink)
        .map(|table| snippets::snippets(table, out, sink));
    let tests = table.table("tests", sink).map(|mut tests| {
        let examples = tests.boolean("examples", sink);
        let server = tests.boolean("server", sink);
        tests.finish(sink);
        Tests { examples, server }
    });
    let tests = tests.unwrap_or_default();
    let at = table.at();
    if types_only {
        without_client(docs.as_ref(), snippets.as_ref(), &tests, at, sink);
    }
    let formats = table
        .table("formats", sink)
        .map(|table| formats::formats(table, sink))
        .unwrap_or_default();
    let names = table
        .table("names", sink)
        .map(|table| names::names(table, sink))
        .unwrap_or_default();
    let pagination = table.tables("pagination", sink);
    let pagination = pagination
        .into_iter()
        .filter_map(|table| pagination::pagination(table, sink))
        .collect();
    let extensions = table.tables("extension", sink);
    let extensions = extensions
        .into_iter()
        .filter_map(|table| extension::extension(table, sink))
        .collect();
    table.finish(sink);
    let schema = schema?;
    let Package {
        krate,
        module,
        runtime,
    } = package?;
    if module.is_some() {
        without_package(&tests, at, sink);
    }
    Some(Sdk {
        source: source(Path::new(&schema.value)),
        schema: schema.map(|path| root.join(path)),
        overlays: overlays
            .into_iter()
            .map(|overlay| overlay.map(|path| root.join(path)))
            .collect(),
        selection,
        krate,
        module,
        runtime,
        types_only,
        docs,
        snippets,
        tests,
        formats,
        names,
        pagination,
        extensions,
    })
}

/// What an SDK is: a crate, or a module in another one with the path of that.
struct Package {
    krate: Krate,
    module: Option<String>,
    runtime: Runtime,
}

fn package(
    table: &mut Table<'_, '_>,
    out: &str,
    is_shared: bool,
    sink: &mut Sink,
) -> Option<Package> {
    let is_there = |key| table.has(key);
    if is_there("crate") && is_there("module") {
        let message = "an SDK is a `crate` or a `module`";
        sink.push("config-value", table.at(), message, "remove one of them");
    } else if !is_there("crate") && !is_there("module") {
        let help = "add `[sdk.crate]` with `name = \"…\"` below it";
        sink.push("config-missing-key", table.at(), "`crate` is missing", help);
    }
    let krate = table.table("crate", sink);
    let krate = krate.map(|krate| krate::of_sdk(krate, out, is_shared, sink));
    let module = table.table("module", sink);
    let module = module.map(|module| krate::module(module, out, sink));
    if let Some(module) = module {
        let (krate, name) = module?;
        let runtime = if is_shared {
            Runtime::Shared
        } else {
            Runtime::Module
        };
        return Some(Package {
            krate,
            module: Some(name),
            runtime,
        });
    }
    let (krate, runtime) = krate??;
    Some(Package {
        krate,
        module: None,
        runtime,
    })
}

/// Reports tests, which a module has no place for.
fn without_package(tests: &Tests, at: Origin, sink: &mut Sink) {
    if tests.examples || tests.server {
        let message = "`[sdk.tests]` asks for tests of a package, which a module is not";
        let help =
            "remove `[sdk.tests]`; the tests of a crate of the same description say the same";
        sink.push("config-value", at, message, help);
    }
}

/// Reports what calls with a client that is not there.
fn without_client(
    docs: Option<&Docs>,
    snippets: Option<&Snippets>,
    tests: &Tests,
    at: Origin,
    sink: &mut Sink,
) {
    let targets = snippets.into_iter().flat_map(|snippets| &snippets.targets);
    let rust = targets.filter(|target| target.language == Language::Rust);
    let rust = rust.map(|target| format!("the target `{}` of `[sdk.snippets]`", target.id));
    let docs = docs.map(|_| "`[sdk.docs]`".to_owned());
    let server = tests.server.then(|| "`server` of `[sdk.tests]`".to_owned());
    for asked in docs.into_iter().chain(rust).chain(server) {
        let message = format!("{asked} needs the client, which `types-only` leaves out");
        let help = format!("remove `types-only`, or {asked}");
        sink.push("config-value", at, message, help);
    }
}

/// A path for people; of one that leads out of the root only the name, so that output does not
/// depend on where a repository lies.
fn source(path: &Path) -> String {
    let inside = path
        .components()
        .all(|part| matches!(part, Component::Normal(_) | Component::CurDir));
    let name = if inside {
        Some(path.as_os_str())
    } else {
        path.file_name()
    };
    name.map(|name| name.to_string_lossy().replace('\\', "/"))
        .unwrap_or_default()
}
