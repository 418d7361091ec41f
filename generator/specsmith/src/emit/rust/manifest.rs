//! What stands beside the code of the crate: manifest, README, settings of rustfmt.

use std::collections::BTreeMap;

use serde::Serialize;

use super::{client, formats, path, runtime, sample};
use crate::config::Krate;
use crate::emit::header;
use crate::plan::{Library, Plan};
use crate::print::{Fragment, Language, markdown, rust, toml};
use crate::render::Page;

/// Every file of the crate that is not Rust.
pub(super) fn pages(plan: &Plan<'_>) -> Vec<Page> {
    vec![
        Page::new(
            path(plan, "Cargo.toml"),
            Language::Toml,
            "rust/Cargo.toml.tera",
            &manifest_view(plan),
        ),
        Page::new(
            path(plan, "README.md"),
            Language::Markdown,
            "rust/README.md.tera",
            &readme_view(plan),
        ),
        Page::new(
            path(plan, "rustfmt.toml"),
            Language::Toml,
            "rust/rustfmt.toml.tera",
            &SettingsView {
                header: toml::comment(&header(plan)),
            },
        ),
    ]
}

#[derive(Serialize)]
struct SettingsView {
    header: Fragment,
}

/// What a manifest says of its package.
#[derive(Serialize)]
pub(super) struct PackageView {
    name: Fragment,
    version: Fragment,
    description: Fragment,
    license: Option<Fragment>,
    repository: Option<Fragment>,
    homepage: Option<Fragment>,
    documentation: Option<Fragment>,
    authors: Option<Fragment>,
    keywords: Option<Fragment>,
    categories: Option<Fragment>,
}

/// `description` serves where the configuration has none.
pub(super) fn package(krate: &Krate, description: &str) -> PackageView {
    let text = |text: &Option<String>| text.as_deref().map(toml::string);
    let list = |items: &[String]| (!items.is_empty()).then(|| toml::list(items));
    PackageView {
        name: toml::string(&krate.name),
        version: toml::string(&krate.version),
        description: toml::line(krate.description.as_deref().unwrap_or(description)),
        license: text(&krate.license),
        repository: text(&krate.repository),
        homepage: text(&krate.homepage),
        documentation: text(&krate.documentation),
        authors: list(&krate.authors),
        keywords: list(&krate.keywords),
        categories: list(&krate.categories),
    }
}

#[derive(Serialize)]
struct ManifestView {
    header: Fragment,
    #[serde(flatten)]
    package: PackageView,
    has_readme: bool,
    /// The runtime, where another crate has it.
    runtime: Option<runtime::DependencyView>,
    /// A feature for each group of operations; none in a small crate.
    features: Vec<Fragment>,
    feature_list: Fragment,
    full_by_default: bool,
    /// The test that reads the examples of the description is there.
    tests_examples: bool,
    /// The test that calls a running server is there.
    tests_server: bool,
    /// Names of the examples.
    examples: Vec<Fragment>,
    /// For each library whether types come from it.
    libraries: BTreeMap<&'static str, bool>,
}

fn manifest_view(plan: &Plan<'_>) -> ManifestView {
    let used = formats::libraries(plan);
    let title = format!("Client of {}", plan.api.info.title);
    ManifestView {
        header: toml::comment(&header(plan)),
        package: package(&plan.sdk.krate, &title),
        has_readme: true,
        runtime: runtime::dependency(plan, &used),
        features: plan
            .features
            .names()
            .iter()
            .map(|name| toml::key(name))
            .collect(),
        feature_list: toml::list(plan.features.names()),
        full_by_default: plan.features.all_by_default(),
        tests_examples: plan.examples.is_some(),
        tests_server: plan.sdk.tests.server,
        examples: client::examples(plan)
            .map(|(name, _, _)| toml::string(&name))
            .collect(),
        libraries: Library::ALL
            .iter()
            .map(|library| (library.name(), used.contains(library)))
            .collect(),
    }
}

#[derive(Serialize)]
struct ReadmeView {
    header: Fragment,
    title: Fragment,
    description: Option<Fragment>,
    name: Fragment,
    version: Fragment,
    /// The first operation as a program, fenced.
    example: Option<Fragment>,
    features: Vec<FeatureView>,
    full_by_default: bool,
    /// Some answer comes in pages.
    has_pages: bool,
}

#[derive(Serialize)]
struct FeatureView {
    name: Fragment,
    title: Fragment,
}

/// The features of groups, each with what a reader knows the group by.
fn features(plan: &Plan<'_>) -> Vec<FeatureView> {
    let titles = plan.groups.iter().map(|group| group.title.as_str());
    let titles = titles.chain(["requests that the service makes"]);
    let named = plan.features.names().iter().zip(titles);
    named
        .map(|(name, title)| FeatureView {
            name: markdown::cell_code(name),
            title: markdown::cell(title),
        })
        .collect()
}

fn readme_view(plan: &Plan<'_>) -> ReadmeView {
    let krate = &plan.sdk.krate;
    let program = plan
        .operations()
        .next()
        .map(|(group, op)| sample::program(plan, group, op));
    let description = krate
        .description
        .as_ref()
        .or(plan.api.info.description.as_ref());
    ReadmeView {
        header: markdown::comment(&header(plan)),
        title: markdown::text(&krate.name),
        description: description.map(|text| markdown::block(text)),
        name: markdown::text(&krate.name),
        version: markdown::text(&krate.version),
        features: features(plan),
        full_by_default: plan.features.all_by_default(),
        has_pages: plan.operations().any(|(_, op)| op.paging.is_some()),
        example: program.map(|tokens| markdown::fence("rust", &rust::program(&tokens))),
    }
}
