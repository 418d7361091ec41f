//! An [`Api`] in, an SDK out.
//!
//! ```text
//! read → overlay → normalize → lower    specsmith-openapi: files → Api
//! rename → select → share → forms       specsmith-openapi: Api → Api
//! plan                                  every decision about the output
//! emit → render                         views × templates → Files
//! write | check                         Files × disk
//! ```
//!
//! After `plan` nothing is decided. Emitters cannot fail. After `render` the whole output is in
//! memory; only then is the disk touched.

pub mod command;
pub mod config;
pub mod emit;
pub mod files;
pub mod json_schema;
#[cfg(feature = "mock")]
pub mod mock;
mod overlay;
pub mod plan;
pub mod print;
pub mod render;
mod watch;

use std::collections::BTreeSet;
use std::path::PathBuf;

use specsmith_openapi::read::Named;
use specsmith_openapi::report::{Diagnostic, FileId, Origin, Report};
use specsmith_openapi::{
    Api, Document, Limits, Sources, codes, forms, lower, normalize, read, rename, select, share,
};

use config::{Config, Placed, Sdk};
use files::Files;
use plan::Plan;
use render::{Page, Templates};

/// What came out of a run.
#[derive(Debug, Clone, Default)]
pub struct Generated {
    /// The whole output.
    pub files: Files,
    /// What it covers.
    pub counts: Counts,
    /// Crates that have nothing to call.
    pub idle: Vec<Idle>,
}

/// A crate that has nothing to call.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Idle {
    /// Where the configuration names the description.
    pub at: Option<Origin>,
    /// The description, as output calls it.
    pub source: String,
    /// Folder of the crate, relative to the root.
    pub krate: String,
    /// Folders that a crate has only for what can be called, each with `/` at its end.
    pub of_calls: Vec<String>,
}

/// What the output covers.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// Operations whose answer and body have a type.
    pub typed: usize,
    /// Operations of which a part is bytes, or any value because of an error.
    pub degraded: usize,
    /// Structs and enums.
    pub types: usize,
    /// Places where a keyword of a description is not expressed.
    pub unexpressed: usize,
}

/// Generates all that the configuration lists.
///
/// `None` when a finding is fatal. All findings are in `report`, sorted, those of every SDK.
pub fn generate(config: &Config, sources: &mut Sources, report: &mut Report) -> Option<Generated> {
    let overlay = template_overlay(config, sources, report);
    let sdks = config.sdks.iter();
    let apis: Vec<Option<Api>> = sdks.map(|sdk| api(config, sdk, sources, report)).collect();
    let templates = load_templates(config, overlay?, sources, report)?;
    let mut generated = Generated::default();
    let mut plans = Vec::new();
    for (sdk, api) in config.sdks.iter().zip(&apis) {
        let plan = plan::plan(api.as_ref()?, config, sdk, report);
        generated.counts.add(&plan);
        if plan.api.operations.is_empty() && !sdk.types_only {
            generated.idle.push(Idle::of(sdk));
        }
        plans.push(plan);
    }
    let mut pages: Vec<Page<'_>> = plans.iter().flat_map(emit::emit).collect();
    pages.extend(emit::beside(config));
    generated.files = render(&templates, pages, sources, report)?;
    drop(plans);
    rayon::spawn(move || drop((apis, templates)));
    report.sort();
    generated.counts.unexpressed = unexpressed(report);
    (!report.is_fatal()).then_some(generated)
}

/// A description as it is to be read.
#[derive(Debug, Clone)]
pub struct Description<'a> {
    /// The file.
    pub schema: Named<'a>,
    /// What is laid over it, in this order.
    pub overlays: Vec<Named<'a>>,
    /// What it may cost.
    pub limits: Limits,
}

/// Reads one description into the IR: `None` when that is not possible.
pub fn load(
    description: &Description<'_>,
    sources: &mut Sources,
    report: &mut Report,
) -> Option<Api> {
    let document = open(description, sources, report)?;
    lowered(document, report)
}

/// The files of one description as they are written, overlays laid over them.
fn open(
    description: &Description<'_>,
    sources: &mut Sources,
    report: &mut Report,
) -> Option<Document> {
    let Description {
        schema,
        overlays,
        limits,
    } = description;
    let mut document = read::open(*schema, limits, sources, report)?;
    for overlay in overlays {
        specsmith_openapi::overlay::apply(&mut document, *overlay, sources, report)?;
    }
    read::link(&mut document, sources, report);
    Some(document)
}

fn lowered(document: Document, report: &mut Report) -> Option<Api> {
    let normalized = normalize::normalize(document, report)?;
    let api = lower::lower(&normalized, report);
    // Dropping hundreds of thousands of nodes is nothing to wait for.
    rayon::spawn(move || drop(normalized));
    (!report.is_fatal()).then_some(api)
}

/// The part of a description that an SDK is made of.
pub fn api(config: &Config, sdk: &Sdk, sources: &mut Sources, report: &mut Report) -> Option<Api> {
    let description = Description {
        schema: named(&sdk.schema),
        overlays: sdk.overlays.iter().map(named).collect(),
        limits: config.limits,
    };
    let mut api = load(&description, sources, report)?;
    rename::rename(&mut api, &sdk.names, report);
    let mut api = select::select(api, &sdk.selection, report);
    share::share(&mut api);
    forms::divide(&mut api);
    Some(api)
}

fn named(path: &Placed<PathBuf>) -> Named<'_> {
    Named {
        path: &path.value,
        at: path.at,
    }
}

fn render(
    templates: &Templates,
    pages: Vec<Page<'_>>,
    sources: &mut Sources,
    report: &mut Report,
) -> Option<Files> {
    let mut files = Files::new();
    for (path, text) in templates.render(pages, sources, report)? {
        if let Err(refused) = files.insert(path, text) {
            report.push(Diagnostic::fatal(
                "output-path",
                None,
                format!("`{}` cannot be written: {}", refused.path, refused.problem),
                "rename the tag, operation or folder that the path is made from",
            ));
        }
    }
    Some(files)
}

fn unexpressed(report: &Report) -> usize {
    let findings = report.diagnostics().iter();
    findings
        .filter(|finding| finding.code == codes::NOT_EXPRESSED)
        .count()
}

/// The templates that the configuration lays over the built-in ones, name and text: `None` when one
/// of them cannot be read.
fn template_overlay(
    config: &Config,
    sources: &mut Sources,
    report: &mut Report,
) -> Option<Vec<(String, FileId)>> {
    let mut overlay = Vec::new();
    if let Some(folder) = &config.templates {
        let root = &folder.value;
        for (name, path) in overlay::list(root, folder.at, report)? {
            overlay.push((name, read::text(&path, &config.limits, sources, report)?));
        }
    }
    Some(overlay)
}

/// The built-in templates with those of `overlay` in their place: `None` when one of them cannot be
/// used.
fn load_templates(
    config: &Config,
    overlay: Vec<(String, FileId)>,
    sources: &Sources,
    report: &mut Report,
) -> Option<Templates> {
    let templates = Templates::load(overlay, sources, report)?;
    let snippets = config.sdks.iter().filter_map(|sdk| sdk.snippets.as_ref());
    let targets = snippets.flat_map(|snippets| &snippets.targets);
    let named: BTreeSet<&str> = targets.map(|it| it.template.value.as_str()).collect();
    templates.report_idle(&named, report);
    Some(templates)
}

impl Idle {
    fn of(sdk: &Sdk) -> Self {
        Self {
            at: sdk.schema.at,
            source: sdk.source.clone(),
            krate: sdk.krate.path.clone(),
            of_calls: emit::rust::places_of_calls(sdk),
        }
    }
}

impl Counts {
    fn add(&mut self, plan: &Plan<'_>) {
        for (_, op) in plan.operations() {
            if op.degraded {
                self.degraded = self.degraded.saturating_add(1);
            } else {
                self.typed = self.typed.saturating_add(1);
            }
        }
        self.types = self.types.saturating_add(plan.items.len());
    }
}
