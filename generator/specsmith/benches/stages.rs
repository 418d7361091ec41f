//! Each stage on its own, and all of them, on what this repository generates.
#![allow(
    clippy::expect_used,
    missing_docs,
    reason = "a bench stops at the first surprise"
)]

use std::path::{Path, PathBuf};

use divan::Bencher;
use specsmith::config::Config;
use specsmith::files::{self, Files, Output, Real};
use specsmith::plan::{Plan, plan};
use specsmith::render::Templates;
use specsmith::{Generated, emit, generate};
use specsmith_openapi::normalize::normalize;
use specsmith_openapi::read::{Document, read};
use specsmith_openapi::{Api, Limits, Report, Sources, lower};

fn main() {
    divan::main();
}

/// The configuration and the description at the root, read once.
struct Repository {
    config: Config,
    api: Api,
}

impl Repository {
    fn read() -> Self {
        let config = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../specsmith.toml");
        let (mut sources, mut report) = (Sources::new(), Report::new());
        let config = Config::load(&config, &mut sources, &mut report).expect("a configuration");
        let normalized = normalize(document(&config), &mut report).expect("a description");
        let api = lower::lower(&normalized, &mut report);
        assert!(report.diagnostics().is_empty(), "{report:?}");
        Self { config, api }
    }

    fn plan(&self) -> Plan<'_> {
        let sdk = self.config.sdks.first().expect("an SDK");
        plan(&self.api, &self.config, sdk, &mut Report::new())
    }

    fn templates(&self) -> Templates {
        Templates::load(Vec::new(), &Sources::new(), &mut Report::new()).expect("templates")
    }
}

fn schema(config: &Config) -> PathBuf {
    let sdk = config.sdks.first().expect("an SDK");
    sdk.schema.value.clone()
}

fn document(config: &Config) -> Document {
    let (mut sources, mut report) = (Sources::new(), Report::new());
    let limits = Limits::default();
    read(&schema(config), &limits, &mut sources, &mut report).expect("a description")
}

fn generated(config: &Config) -> (Generated, Sources) {
    let (mut sources, mut report) = (Sources::new(), Report::new());
    let generated = generate(config, &mut sources, &mut report).expect("an output");
    (generated, sources)
}

#[divan::bench]
fn stage_1_read(bencher: Bencher<'_, '_>) {
    let repository = Repository::read();
    bencher.bench_local(|| document(&repository.config));
}

#[divan::bench]
fn stage_2_normalize(bencher: Bencher<'_, '_>) {
    let repository = Repository::read();
    bencher
        .with_inputs(|| document(&repository.config))
        .bench_local_values(|document| normalize(document, &mut Report::new()));
}

#[divan::bench]
fn stage_3_lower(bencher: Bencher<'_, '_>) {
    let repository = Repository::read();
    let normalized = normalize(document(&repository.config), &mut Report::new());
    let normalized = normalized.expect("a description");
    bencher.bench_local(|| lower::lower(&normalized, &mut Report::new()));
}

#[divan::bench]
fn stage_4_plan(bencher: Bencher<'_, '_>) {
    let repository = Repository::read();
    bencher.bench_local(|| repository.plan());
}

#[divan::bench]
fn stage_5_emit(bencher: Bencher<'_, '_>) {
    let repository = Repository::read();
    let plan = repository.plan();
    bencher.bench_local(|| emit::emit(&plan));
}

/// With the templates of its pages, which are compiled once a run.
#[divan::bench]
fn stage_6_render(bencher: Bencher<'_, '_>) {
    let repository = Repository::read();
    let plan = repository.plan();
    bencher
        .with_inputs(|| (repository.templates(), emit::emit(&plan)))
        .bench_local_values(|(templates, pages)| {
            templates.render(pages, &mut Sources::new(), &mut Report::new())
        });
}

/// The whole output into an empty folder.
#[divan::bench]
fn stage_7_write_all(bencher: Bencher<'_, '_>) {
    let repository = Repository::read();
    let (generated, sources) = generated(&repository.config);
    bencher
        .with_inputs(|| tempfile::tempdir().expect("a folder"))
        .bench_local_values(|folder| {
            let output = output(&repository.config, &generated.files, &sources);
            let output = Output {
                root: folder.path(),
                ..output
            };
            files::write(&output, &Real).expect("a place");
            // Removed after the clock has stopped.
            folder
        });
}

/// Nothing to do: the usual run.
#[divan::bench]
fn stage_7_write_unchanged(bencher: Bencher<'_, '_>) {
    let repository = Repository::read();
    let (generated, sources) = generated(&repository.config);
    let output = output(&repository.config, &generated.files, &sources);
    bencher.bench_local(|| files::check(&output, &Real).expect("a survey"));
}

/// From the configuration to the whole output in memory.
#[divan::bench]
fn whole_generation(bencher: Bencher<'_, '_>) {
    let repository = Repository::read();
    bencher.bench_local(|| generated(&repository.config));
}

fn output<'a>(config: &'a Config, files: &'a Files, sources: &Sources) -> Output<'a> {
    Output::of(config, files, sources)
}
