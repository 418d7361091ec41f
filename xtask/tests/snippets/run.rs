//! Generates snippets and runs them, each in its language.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use specsmith::config::Config;
use specsmith_openapi::{Report, Sources};

/// Where the snippets say that the service is.
pub(crate) const SERVER: &str = "https://api.truto.one";

/// Where nobody listens.
pub(crate) const NOWHERE: &str = "http://127.0.0.1:1";

/// Values of the environment variables that snippets take. Each holds what a language could take
/// for its own.
pub(crate) const ENVIRONMENT: [(&str, &str); 6] = [
    ("TRUTO_API_TOKEN", "t$HOME`id`'\"\\{x}%20"),
    ("TRUTO_ACCOUNT_ID", "a b&c=d/é+%20?#'\"$HOME`id`\\[]"),
    ("PROBE_USER", "jane"),
    ("PROBE_PASSWORD", "p ä$'\"\\ss"),
    ("HEADER_KEY", "h$x`y`'\"\\{z}"),
    ("COOKIE_KEY", "c00kie"),
];

/// Everything that a configuration generates, by path.
pub(crate) fn generate(config: &str) -> Vec<(String, String)> {
    let (mut sources, mut report) = (Sources::new(), Report::default());
    let config = Config::load(Path::new(config), &mut sources, &mut report);
    let generated =
        config.and_then(|config| specsmith::generate(&config, &mut sources, &mut report));
    let generated = generated.unwrap_or_else(|| panic!("{}", report.render_text(&sources, false)));
    generated
        .files
        .iter()
        .map(|(path, text)| (path.to_owned(), text.to_owned()))
        .collect()
}

/// A tool that snippets run in, if it is there. With `SPECSMITH_REQUIRE_TOOLS` it has to be.
pub(crate) fn tool(name: &str, test: &[&str]) -> bool {
    let output = Command::new(name).args(test).output();
    let found = output.is_ok_and(|output| output.status.success());
    if !found {
        let message = format!("`{name} {}` does not run", test.join(" "));
        assert!(
            std::env::var_os("SPECSMITH_REQUIRE_TOOLS").is_none(),
            "{message}"
        );
        println!("skipped: {message}");
    }
    found
}

/// A folder of its own for a test.
pub(crate) fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"))
        .join("snippets")
        .join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("a folder");
    folder
}

pub(crate) fn write(path: &Path, text: &str) {
    fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
    fs::write(path, text).expect("a file");
}

/// Runs a program in a folder with the environment of snippets, and nothing else that could lead
/// requests elsewhere.
pub(crate) fn run(program: &str, args: &[&str], folder: &Path) {
    let output = command(program, args, folder).output();
    let output = output.expect("the program runs");
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    assert!(
        output.status.success(),
        "{program} {args:?}: {}\n{}{}",
        output.status,
        text(&output.stdout),
        text(&output.stderr)
    );
}

/// What a program says that stops because a variable is not set.
pub(crate) fn stops_without(name: &str, program: &str, args: &[&str], folder: &Path) -> String {
    let output = command(program, args, folder).env_remove(name).output();
    let output = output.expect("the program runs");
    assert!(!output.status.success(), "{program} {args:?}");
    String::from_utf8_lossy(&output.stderr).into_owned()
}

fn command(program: &str, args: &[&str], folder: &Path) -> Command {
    let mut command = Command::new(program);
    command.args(args).current_dir(folder).envs(ENVIRONMENT);
    command
        .env("NO_PROXY", "*")
        .env("no_proxy", "*")
        .env("PYTHONDONTWRITEBYTECODE", "1");
    command
        .env("PYTHONPATH", folder)
        .env("NODE_NO_WARNINGS", "1");
    for name in [
        "HTTP_PROXY",
        "http_proxy",
        "ALL_PROXY",
        "all_proxy",
        "CARGO_MANIFEST_DIR",
    ] {
        command.env_remove(name);
    }
    command
}
