//! What stands beside the code of the crate: manifest, README, settings of rustfmt.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::{client, formats, path, runtime, sample};
use crate::config::Krate;
use crate::emit::header;
use crate::plan::{Library, Plan};
use crate::print::{Fragment, Language, markdown, rust, toml};
use crate::render::{Excerpt, Page};

/// Every file of the crate that is not Rust.
pub(super) fn pages<'p>(plan: &'p Plan<'_>) -> Vec<Page<'p>> {
    vec![
        Page::new(
            path(plan, "Cargo.toml"),
            Language::Toml,
            "rust/Cargo.toml.tera",
            move || manifest_view(plan),
        ),
        readme(plan),
        Page::new(
            path(plan, "rustfmt.toml"),
            Language::Toml,
            "rust/rustfmt.toml.tera",
            move || SettingsView {
                header: toml::comment(&header(plan)),
            },
        ),
    ]
}

/// What a reader of the folder sees first; of a module, it says what its package needs.
pub(super) fn readme<'p>(plan: &'p Plan<'_>) -> Page<'p> {
    let template = "rust/README.md.tera";
    let view = move || readme_view(plan);
    let page = Page::new(path(plan, "README.md"), Language::Markdown, template, view);
    if plan.sdk.module.is_none() {
        return page;
    }
    let template = "rust/features.toml.tera";
    page.with_excerpts(vec![Excerpt {
        title: markdown::ours("Cargo.toml"),
        language: "toml",
        page: Page::new("Cargo.toml", Language::Toml, template, move || {
            manifest_view(plan)
        }),
    }])
}

/// Of `rustfmt.toml`.
#[derive(Serialize)]
pub(super) struct SettingsView {
    pub(super) header: Fragment,
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
    calls: bool,
    /// The runtime, where another crate has it.
    runtime: Option<runtime::DependencyView>,
    /// A feature for each group of operations; none in a small crate.
    features: Vec<Fragment>,
    feature_list: Fragment,
    /// An application asks for serde's traits.
    serde_is_feature: bool,
    /// Every group is on unless an application says otherwise, and so are serde's traits.
    full_by_default: bool,
    /// The test that reads the examples of the description is there.
    tests_examples: bool,
    /// The test that calls a running server is there.
    tests_server: bool,
    /// Names of the examples.
    examples: Vec<Fragment>,
    /// Dependencies are behind features of their names: not here.
    optional: bool,
    /// For each library whether types come from it.
    libraries: BTreeMap<&'static str, bool>,
}

fn manifest_view(plan: &Plan<'_>) -> ManifestView {
    let used = formats::libraries(plan);
    let calls = !plan.sdk.types_only;
    let what = if calls { "Client" } else { "Types" };
    let title = format!("{what} of {}", plan.api.info.title);
    ManifestView {
        header: toml::comment(&header(plan)),
        package: package(&plan.sdk.krate, &title),
        calls,
        runtime: runtime::dependency(plan, &used),
        features: plan
            .features
            .names()
            .iter()
            .map(|name| toml::key(name))
            .collect(),
        feature_list: toml::list(plan.features.names()),
        serde_is_feature: plan.features.of_serde().is_some(),
        full_by_default: plan.features.all_by_default(),
        tests_examples: plan.examples.is_some(),
        tests_server: plan.sdk.tests.server,
        examples: client::examples(plan)
            .filter(|_| calls)
            .map(|(name, _, _)| toml::string(&name))
            .collect(),
        optional: false,
        libraries: libraries(&used),
    }
}

/// For each library whether it is used.
pub(super) fn libraries(used: &BTreeSet<Library>) -> BTreeMap<&'static str, bool> {
    let all = Library::ALL.iter();
    all.map(|library| (library.name(), used.contains(library)))
        .collect()
}

#[derive(Serialize)]
struct ReadmeView {
    header: Fragment,
    calls: bool,
    /// Of a module, how it is declared.
    module: Option<ModuleView>,
    title: Fragment,
    description: Option<Fragment>,
    /// What an application depends on that does as the example, fenced.
    dependencies: Fragment,
    /// The first operation as a program, fenced.
    example: Option<Fragment>,
    has_features: bool,
    serde_is_feature: bool,
    features: Vec<FeatureView>,
    full_by_default: bool,
    /// Where all is on by default, how less is asked for, fenced.
    chosen: Option<Fragment>,
    /// Some answer comes in pages.
    has_pages: bool,
}

#[derive(Serialize)]
struct ModuleView {
    /// The module that it is declared in.
    parent: Fragment,
    /// Its declaration, fenced.
    declaration: Fragment,
}

fn module_view(module: &str) -> ModuleView {
    let (parent, name) = module.rsplit_once("::").unwrap_or_default();
    let declaration = format!("#[rustfmt::skip]\npub mod {name};\n");
    ModuleView {
        parent: markdown::code(parent),
        declaration: markdown::fence("rust", &declaration),
    }
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
    let mut callable = plan.operations().filter(|_| !plan.sdk.types_only);
    let program = callable.next();
    let program = program
        .map(|(group, op)| rust::program(&sample::program(plan, group, op)))
        .unwrap_or_default();
    let reads = program.contains("serde_json::");
    let chosen = plan.features.all_by_default().then(|| {
        let own = depended_on(plan, true, reads);
        markdown::fence("toml", &format!("{own}\n"))
    });
    let description = krate
        .description
        .as_ref()
        .or(plan.api.info.description.as_ref());
    ReadmeView {
        header: markdown::comment(&header(plan)),
        calls: !plan.sdk.types_only,
        module: plan.sdk.module.as_deref().map(module_view),
        title: match &plan.sdk.module {
            Some(module) => markdown::code(module),
            None => markdown::text(&krate.name),
        },
        description: description.map(|text| markdown::block(text)),
        dependencies: dependencies(plan, &program),
        has_features: !plan.sdk.types_only || !plan.features.names().is_empty(),
        serde_is_feature: plan.features.of_serde().is_some(),
        features: features(plan),
        full_by_default: plan.features.all_by_default(),
        chosen,
        has_pages: plan.operations().any(|(_, op)| op.paging.is_some()),
        example: (!program.is_empty()).then(|| markdown::fence("rust", &program)),
    }
}

/// What an application depends on that does as this program, in a fence.
fn dependencies(plan: &Plan<'_>, program: &str) -> Fragment {
    let reads = program.contains("serde_json::");
    let own = depended_on(plan, !plan.features.all_by_default(), reads);
    let mut lines = vec!["[dependencies]".to_owned(), own];
    if reads {
        lines.push("serde_json = \"1\"".to_owned());
    }
    if program.contains("tokio::") {
        let features = toml::list(&["macros", "rt-multi-thread"]);
        let features = features.as_str();
        lines.push(format!(
            "tokio = {{ version = \"1\", features = {features} }}"
        ));
    }
    markdown::fence("toml", &format!("{}\n", lines.join("\n")))
}

/// A line for the crate itself; where it is `chosen`, with no features but those that the first
/// operation needs.
fn depended_on(plan: &Plan<'_>, is_chosen: bool, reads: bool) -> String {
    let krate = &plan.sdk.krate;
    let (name, version) = (&krate.name, toml::string(&krate.version));
    let version = version.as_str();
    let Some(group) = plan.features.of_group(0).filter(|_| is_chosen) else {
        return format!("{name} = {version}");
    };
    let serde = plan.features.of_serde().filter(|_| reads);
    let tls = (!plan.sdk.types_only && plan.features.all_by_default()).then_some("rustls");
    let features: Vec<&str> = tls.into_iter().chain([group]).chain(serde).collect();
    let features = toml::list(&features);
    let features = features.as_str();
    let default = match plan.features.all_by_default() {
        true => "default-features = false, ",
        false => "",
    };
    format!("{name} = {{ version = {version}, {default}features = {features} }}")
}
