//! The suite, fetched once: the source package of `jsonschema` on PyPI carries it, under MIT.
//!
//! This module must not know what is in it.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use crate::disk;
use crate::process::{self, Limits};

/// The package, and the digest that it has to have.
const PACKAGE: &str = "jsonschema";
const VERSION: &str = "4.26.0";
const DIGEST: &str = "0c26707e2efad8aa1bfc5b7ce170f3fccc2e4918ff85989ba9ffa9facb2be326";

/// What fetching may take.
const FETCHING: Limits = Limits {
    time: Duration::from_secs(300),
    memory: 4 << 30,
};

/// The folder that has one for each draft.
pub(super) fn suite(folder: &Path) -> Result<PathBuf, String> {
    let name = format!("{PACKAGE}-{VERSION}");
    let suite = folder.join(&name).join("json/tests");
    if suite.join("draft4").is_dir() {
        return Ok(suite);
    }
    let wanted = folder.join("requirements.txt");
    disk::write(
        &wanted,
        &format!("{PACKAGE}=={VERSION} --hash=sha256:{DIGEST}\n"),
    )?;
    let mut download = Command::new("python3");
    download
        .args(["-m", "pip", "download", "--quiet", "--no-deps"])
        .args(["--no-binary", PACKAGE, "--dest"])
        .arg(folder)
        .arg("--requirement")
        .arg(&wanted);
    run(download)?;
    let mut unpack = Command::new("tar");
    unpack
        .arg("-xzf")
        .arg(folder.join(format!("{name}.tar.gz")));
    unpack.arg("-C").arg(folder).arg(format!("{name}/json"));
    run(unpack)?;
    Ok(suite)
}

fn run(command: Command) -> Result<(), String> {
    let shown = command.get_program().to_string_lossy().into_owned();
    let ended = process::run(&mut process::piped(command), FETCHING, |_| {})?;
    if ended.end.is_success() {
        return Ok(());
    }
    Err(format!(
        "the JSON Schema Test Suite cannot be fetched, which needs Python 3 with pip, and tar: \
         {shown} failed\n{}",
        ended.errors
    ))
}
