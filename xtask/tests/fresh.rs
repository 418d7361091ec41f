//! What is committed under `generated/` is what would be generated.

#![allow(clippy::panic, missing_docs, reason = "tests")]

use specsmith::command::{self, Gen, Status, Terminal, Wanted};

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
