//! `specsmith.toml`: which descriptions become what, and where it is written.
//!
//! This module must not know what a description holds nor how anything is rendered.

mod apart;
mod builtin;
mod choose;
mod extension;
mod formats;
mod krate;
mod limits;
mod names;
mod pagination;
mod read;
mod snippets;
mod table;
mod value;

use std::path::{Path, PathBuf};

use specsmith_openapi::rename::Rename;
use specsmith_openapi::select::Selection;
use specsmith_openapi::{Limits, Report, Sources};

pub use formats::Formats;
pub use pagination::{NextRule, PagingRule};
pub use value::Placed;

/// All that a run is told: the parsed and checked `specsmith.toml`, or the flags that stand for it.
///
/// ```toml
/// out = "generated"                  # holds generated files and nothing else
/// templates = "my-templates"         # laid over the built-in templates, file by file
/// strict = true                      # an error in a description fails the run, as `--strict`
///
/// [limits]                           # on reading; those left out keep their defaults
/// file-bytes = 134217728             # size of one file
/// files = 2000                       # files of a description
/// depth = 128                        # nesting of lists and maps, 256 at most
/// nodes = 4000000                    # values of all files of a description
/// alias-nodes = 1000000              # values that YAML aliases stand for
/// copied-bytes = 268435456           # text read again because several places refer to it
/// merged-types = 5000                # types made of several schemas
/// errors = 0                         # past one of these a run fails; left out: any number
/// degraded = 10                      # operations of which a part is bytes
/// unexpressed = 100                  # keywords of schemas that the output does not express
///
/// [runtime]                          # a crate of the runtime that all SDKs share; left out: each has
/// name = "acme-runtime"              # one of its own; the keys of `[sdk.crate]`
///
/// [[sdk]]
/// schema = "schema/truto-crm.yaml"
/// overlays = ["schema/ours.yaml"]    # laid over it in this order (Overlay 1.0, 1.1)
/// prune = true                       # drop types that no operation reaches; default: when some
///                                    # operations are chosen
///
/// [sdk.include]                      # left out: every operation
/// tags = ["contacts", "crm-*"]
/// paths = ["/unified/crm/**"]        # `*` within a part, `**` over parts
/// operations = ["updateContact"]     # by operationId
///
/// [sdk.exclude]                      # of those, not these; the same keys
/// tags = ["internal"]
///
/// [sdk.crate]
/// name = "truto-crm"
/// version = "0.1.0"                  # default
/// path = "generated/truto-crm"       # default: OUT/NAME
/// description = "…"
/// license = "MIT OR Apache-2.0"
/// repository = "https://…"
/// homepage = "https://…"
/// documentation = "https://…"
/// authors = ["…"]
/// keywords = ["crm"]
/// categories = ["api-bindings"]
/// runtime = "crate"                  # where its runtime is: a crate of its own in the folder
///                                    # `runtime`, `truto-crm-runtime`; or "module": a part of this
///                                    # one. Default: the crate of `[runtime]`, else "crate"
///
/// [sdk.docs]                         # left out: no docs
/// path = "generated/docs"            # default: OUT/docs
///
/// [sdk.snippets]                     # left out: no snippets
/// path = "generated/snippets"        # default: OUT/snippets
/// targets = [
///     "curl", "javascript", "python", "rust",    # built in, and the default
///     { id = "my-sdk", label = "My SDK", language = "python", extension = "py" },
/// ]
///
/// [sdk.snippets.env]                 # environment variables that snippets read
/// bearerAuth = "TRUTO_API_TOKEN"     # by name of a security scheme or a parameter
///
/// [sdk.tests]                        # of the client crate, beside those of its calls
/// examples = true                    # a test that each example of the description is written as
///                                    # it was read; default: false
/// server = true                      # a test that calls each operation of a running server with
///                                    # its sample; default: false
///
/// [sdk.formats]                      # Rust types of strings with a format; these are the defaults
/// date-time = "jiff"                 # or "chrono", "time", "string"
/// date = "jiff"                      # or "chrono", "time", "string"
/// duration = "jiff"                  # or "string"
/// uuid = "uuid"                      # or "string"
/// ipv4 = "std"                       # or "string"; `ipv6` likewise
/// byte = "base64"                    # or "string"
/// decimal = "string"                 # or "rust_decimal"
/// uri = "string"                     # or "url"
///
/// [sdk.names]                        # Rust names, by JSON pointer into the description
/// "#/components/schemas/Contact" = "Person"
/// "#/components/schemas/Contact/properties/urls" = "links"
/// "#/paths/~1contacts/get" = "list_all"
///
/// [[sdk.pagination]]                 # where pages are not found, or not found right
/// operations = ["listContacts"]      # by operationId; `*` stands for any characters
/// cursor = "cursor"                  # parameter, or field of the body, that takes `next`; instead
///                                    # `offset` or `page` for one that counts items or pages, or
///                                    # `next` alone for a URL, `link = true` for the header `Link`,
///                                    # `none = true` for no pages
/// next = "/meta/next_cursor"         # JSON pointers into the answer; `-1` is the last of a list
/// items = "/data"                    # left out: as it is found
/// more = "/has_more"                 # whether there is another page
/// total = "/meta/total"              # number of all items, or of all pages
/// first = 0                          # number of the first page
///
/// [[sdk.extension]]                  # shown in docs and doc comments
/// name = "x-truto-support"
/// text = "Supported by {{ supported }} integrations."    # Tera over the extension's value
/// data = ["supported"]               # members carried as numbers in the field table
///
/// [[sdk]]
/// schema = "schema/billing.yaml"
/// types-only = true                  # without what calls; default: false
///
/// [sdk.module]                       # in place of `[sdk.crate]`: a module in a crate of yours
/// name = "crate::api::billing"       # its path there, where you declare it
/// crate = "my-app"                   # the package that it is part of
/// path = "src/api/billing"           # default: OUT/billing
/// ```
///
/// Paths are relative to the folder of the file. A key that is not listed here is an error.
#[derive(Debug, Clone)]
pub struct Config {
    /// Folder of the configuration, to which output paths are relative; no output leaves it.
    pub root: PathBuf,
    /// Folder that holds generated files only, its manifest among them: relative to the root,
    /// with `/`; empty for the root itself.
    pub out: String,
    /// Folder of templates laid over the built-in set, root included.
    pub templates: Option<Placed<PathBuf>>,
    /// What is generated.
    pub sdks: Vec<Sdk>,
    /// The crate of the runtime that SDKs share, where there is one.
    pub runtime: Option<Krate>,
    /// What a description may cost.
    pub limits: Limits,
    /// Whether an error in a description fails the run.
    pub strict: bool,
    /// How much may go wrong in a run that does not fail.
    pub tolerance: Tolerance,
}

/// How much may go wrong in a run that does not fail; `None`: any number.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tolerance {
    /// Errors in descriptions.
    pub errors: Option<Placed<usize>>,
    /// Operations of which a part is bytes.
    pub degraded: Option<Placed<usize>>,
    /// Keywords of schemas that the output does not express.
    pub unexpressed: Option<Placed<usize>>,
}

/// What is made of one description.
#[derive(Debug, Clone)]
pub struct Sdk {
    /// The description, root included.
    pub schema: Placed<PathBuf>,
    /// Overlays, root included, in the order in which they are applied.
    pub overlays: Vec<Placed<PathBuf>>,
    /// Which operations are wanted.
    pub selection: Selection,
    /// What output calls it: the path as written, the same from wherever a run is started.
    pub source: String,
    /// The crate that is written; where it is a module, its folder in the crate of that name.
    pub krate: Krate,
    /// The path of the module that is written in place of a crate: `crate::api::truto`.
    pub module: Option<String>,
    /// Where what it stands on is.
    pub runtime: Runtime,
    /// Types alone are written, without what calls.
    pub types_only: bool,
    /// The reference docs, if any.
    pub docs: Option<Docs>,
    /// The request snippets, if any.
    pub snippets: Option<Snippets>,
    /// Tests of the client crate that are made on demand.
    pub tests: Tests,
    /// Rust types of strings with a format.
    pub formats: Formats,
    /// Names for what the description has at a place.
    pub names: Vec<Rename>,
    /// How the pages of answers follow each other, where that is stated; the first rule counts.
    pub pagination: Vec<PagingRule>,
    /// Extensions that are shown, in the order listed.
    pub extensions: Vec<Extension>,
}

/// Where the runtime of an SDK is.
#[derive(Debug, Clone)]
pub enum Runtime {
    /// In a crate that is there for this SDK alone, inside its folder.
    Own(Box<Krate>),
    /// In the crate that SDKs share: [`Config::runtime`].
    Shared,
    /// In a module of the SDK itself.
    Module,
}

/// A package: `[sdk.crate]`, `[runtime]`.
#[derive(Debug, Clone)]
pub struct Krate {
    /// Package name, checked against cargo's rules.
    pub name: String,
    /// Package version, checked to be a semantic version.
    pub version: String,
    /// Folder, relative to the root, with `/`; empty for the root itself.
    pub path: String,
    /// `description` of the package; left out, the title of the description serves.
    pub description: Option<String>,
    /// SPDX expression.
    pub license: Option<String>,
    /// `repository` of the package.
    pub repository: Option<String>,
    /// `homepage` of the package.
    pub homepage: Option<String>,
    /// `documentation` of the package.
    pub documentation: Option<String>,
    /// `authors` of the package.
    pub authors: Vec<String>,
    /// `keywords` of the package.
    pub keywords: Vec<String>,
    /// `categories` of the package.
    pub categories: Vec<String>,
}

/// Reference docs: `[sdk.docs]`.
#[derive(Debug, Clone)]
pub struct Docs {
    /// Folder, relative to the root, with `/`.
    pub path: String,
}

/// Tests of the client crate that are made on demand: `[sdk.tests]`.
#[derive(Debug, Clone, Default)]
pub struct Tests {
    /// Each example of the description is read into its type and written again.
    pub examples: bool,
    /// Each operation of a running server is called with its sample.
    pub server: bool,
}

/// Request snippets: `[sdk.snippets]`.
#[derive(Debug, Clone)]
pub struct Snippets {
    /// Folder, relative to the root, with `/`.
    pub path: String,
    /// One a language or SDK, in the order in which docs show them.
    pub targets: Vec<Target>,
    /// Environment variables that snippets read, by security scheme or parameter.
    pub env: Vec<EnvVar>,
}

/// One way to show a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Target {
    /// Short name, also the stem of its files: `curl`.
    pub id: String,
    /// What people call it: `JavaScript (fetch)`.
    pub label: String,
    /// Whose literals its template takes.
    pub language: Language,
    /// Extension of its files, without the dot.
    pub extension: String,
    /// Its template, relative to the template folder: `snippets/curl.sh.tera`.
    pub template: Placed<String>,
}

/// The languages that snippets can be printed in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[expect(missing_docs, reason = "they are named")]
pub enum Language {
    Shell,
    JavaScript,
    TypeScript,
    Python,
    Rust,
}

/// An environment variable that stands for a value in snippets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EnvVar {
    /// Name of the security scheme or the parameter, as the description has it.
    pub of: Placed<String>,
    /// Name of the variable.
    pub name: String,
}

/// How an extension is shown: `[[sdk.extension]]`.
#[derive(Debug, Clone)]
pub struct Extension {
    /// Its key: `x-…`.
    pub name: Placed<String>,
    /// A Tera template over the value: an object's members, or `value` for anything else.
    pub text: Option<Placed<String>>,
    /// Members of the value that are numbers and belong into the field table.
    pub data: Vec<Placed<String>>,
}

impl Config {
    /// Reads, parses and checks a configuration. All problems are reported in one run, each at
    /// its place in the file; all of them are fatal.
    pub fn load(path: &Path, sources: &mut Sources, report: &mut Report) -> Option<Self> {
        read::load(path, sources, report)
    }

    /// The configuration that `gen --schema F --name CRATE --out DIR` stands for: one crate in
    /// `DIR`, no docs, no snippets.
    pub fn of_flags(
        schema: PathBuf,
        name: &str,
        out: PathBuf,
        report: &mut Report,
    ) -> Option<Self> {
        read::of_flags(schema, name, out, report)
    }
}

impl Config {
    /// The same with overlays laid over each description.
    pub(crate) fn with_overlays(mut self, overlays: &[PathBuf]) -> Self {
        for sdk in &mut self.sdks {
            let overlays = overlays.iter().cloned().map(Placed::nowhere);
            sdk.overlays.extend(overlays);
        }
        self
    }
}

impl Language {
    /// All of them.
    pub const ALL: [Self; 5] = [
        Self::Shell,
        Self::JavaScript,
        Self::TypeScript,
        Self::Python,
        Self::Rust,
    ];

    /// Its name in `specsmith.toml` and in Markdown fences.
    pub fn name(self) -> &'static str {
        match self {
            Self::Shell => "shell",
            Self::JavaScript => "javascript",
            Self::TypeScript => "typescript",
            Self::Python => "python",
            Self::Rust => "rust",
        }
    }
}
