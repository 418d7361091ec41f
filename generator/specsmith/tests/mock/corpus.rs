//! Over all documents: what is answered is valid by the validator.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

use specsmith::Description;
use specsmith::mock::{Mock, Options, Request};
use specsmith_openapi::{Limits, Report, Sources};

pub(crate) fn load(path: &Path) -> Mock {
    let description = Description {
        schema: path.into(),
        overlays: Vec::new(),
        limits: Limits::default(),
    };
    let (mut sources, mut report) = (Sources::new(), Report::new());
    let mock = Mock::load(&description, Options::default(), &mut sources, &mut report);
    mock.unwrap_or_else(|| panic!("{}", report.render_text(&sources, false)))
}

fn documents() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let folders = [root.join("xtask/documents"), root.join("../shared/corpus")];
    let files = folders.iter().filter_map(|it| it.read_dir().ok()).flatten();
    let files = files.map(|it| it.expect("a file").path());
    let is_description = |path: &PathBuf| {
        let extension = path.extension().and_then(|it| it.to_str());
        matches!(extension, Some("json" | "yaml"))
    };
    let mut files: Vec<PathBuf> = files.filter(is_description).collect();
    files.sort();
    files
}

/// Operations whose answer no value is valid against: `oneOf` of schemas that all hold at once.
const UNSATISFIABLE: &[(&str, &[&str])] = &[(
    "pagerduty.json",
    &[
        "createAutomationActionInvocation",
        "getAutomationActionsInvocation",
    ],
)];

/// Most operations of a document that are asked, spread evenly over it. All of them take minutes: with
/// `SPECSMITH_MOCK_ALL` set, they are asked.
const MOST: usize = 40;

#[derive(Debug, Default)]
struct Outcome {
    valid: usize,
    other: usize,
    left: usize,
    asked: Vec<String>,
    refused: Vec<String>,
}

fn outcome(path: &Path) -> Outcome {
    let mock = load(path);
    let ids: Vec<_> = mock.api().operations().map(|(id, _)| id).collect();
    let most = match std::env::var_os("SPECSMITH_MOCK_ALL") {
        Some(_) => usize::MAX,
        None => MOST,
    };
    let step = ids.len().div_ceil(most).max(1);
    let mut outcome = Outcome {
        left: ids.len() - ids.len().div_ceil(step),
        ..Outcome::default()
    };
    for id in ids.into_iter().step_by(step) {
        for prefer in ["dynamic=true", ""] {
            let request = Request {
                method: "GET".to_owned(),
                target: "/".to_owned(),
                headers: vec![("prefer".to_owned(), prefer.to_owned())],
                body: Vec::new(),
            };
            let answer = mock.respond(id, &request);
            let name = answer.operation.clone().expect("an operation");
            outcome.asked.push(name.clone());
            let media = answer.header("content-type").unwrap_or_default();
            match (answer.status, media.contains("json")) {
                (500, _) if media == "application/problem+json" => outcome.refused.push(name),
                (status, true) => {
                    let faults = mock.faults_of_answer(id, status, &answer.body());
                    assert!(faults.is_empty(), "{} {name}: {faults:?}", path.display());
                    outcome.valid += 1;
                }
                (_, false) => outcome.other += 1,
            }
        }
    }
    outcome.refused.dedup();
    outcome
}

fn judge(path: &Path) {
    let name = path
        .file_name()
        .expect("a name")
        .to_string_lossy()
        .into_owned();
    let outcome = outcome(path);
    println!(
        "{name}: {} valid, {} not JSON or empty, {} left out",
        outcome.valid, outcome.other, outcome.left
    );
    let expected = UNSATISFIABLE.iter().find(|(known, _)| *known == name);
    let expected = expected.map_or(&[][..], |(_, names)| names).iter();
    let asked = |known: &&&str| outcome.asked.iter().any(|it| it == **known);
    let expected: Vec<&str> = expected.filter(asked).copied().collect();
    assert_eq!(outcome.refused, expected, "{name}");
    assert!(
        outcome.valid + outcome.other + outcome.refused.len() > 0,
        "{name}"
    );
}

#[test]
fn what_is_answered_is_valid() {
    let documents = documents();
    assert!(documents.len() >= 2, "{documents:?}");
    let next = AtomicUsize::new(0);
    std::thread::scope(|scope| {
        for _ in 0..std::thread::available_parallelism().map_or(1, |it| it.get().min(4)) {
            scope.spawn(|| {
                while let Some(path) = documents.get(next.fetch_add(1, Ordering::Relaxed)) {
                    judge(path);
                }
            });
        }
    });
}
