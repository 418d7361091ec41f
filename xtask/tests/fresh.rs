//! What is committed under `generated/` is what would be generated.

#![allow(clippy::panic, missing_docs, reason = "tests")]

use std::path::Path;
use std::process::Command;

use specsmith::command::{self, Gen, Status, Terminal, Wanted};
use specsmith::config::Config;
use specsmith_openapi::{Report, Sources};

/// The repository as seen from the folder in which tests run.
const CONFIG: &str = "../specsmith.toml";

#[test]
fn generated_files_are_current() {
    let (mut results, mut findings) = (Vec::new(), Vec::new());
    let options = Gen {
        wanted: Wanted::Config(CONFIG.into()),
        strict: false,
        mend: "cargo xtask gen".to_owned(),
    };
    let mut terminal = Terminal::plain(&mut results, &mut findings);
    let status = command::check(&options, &mut terminal);
    drop(terminal);
    if status != Status::Done {
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        panic!("{}{}", text(&findings), text(&results));
    }
}

/// Whoever deletes `generated/` has all of it back after `cargo xtask gen`.
#[test]
fn nothing_is_committed_that_is_not_generated() {
    let listed = Command::new("git")
        .args(["ls-files", "--full-name", "../generated"])
        .output();
    let committed = match listed {
        Ok(listed) if listed.status.success() => {
            String::from_utf8_lossy(&listed.stdout).into_owned()
        }
        // Sources without their history say nothing of what is committed.
        _ if std::env::var_os("SPECSMITH_REQUIRE_TOOLS").is_none() => {
            return eprintln!("skipped: git does not list the files");
        }
        _ => panic!("git does not list the files"),
    };
    let (mut sources, mut report) = (Sources::new(), Report::new());
    let generated = Config::load(Path::new(CONFIG), &mut sources, &mut report)
        .and_then(|config| specsmith::generate(&config, &mut sources, &mut report));
    let Some(generated) = generated else {
        panic!("{}", report.render_text(&sources, false));
    };
    let is_known =
        |path: &&str| path.ends_with("/.specsmith-manifest") || generated.files.get(path).is_some();
    let others: Vec<&str> = committed.lines().filter(|path| !is_known(path)).collect();
    assert!(others.is_empty(), "{others:?}");
    assert!(committed.lines().any(|path| is_known(&path)));
}
