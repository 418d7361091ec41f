//! A run of the generator over one description.

use std::fs;

use specsmith::Generated;
use specsmith::config::Config;
use specsmith::files::Files;
use specsmith_openapi::{Report, Sources};

/// The configuration of a crate `demo`, to be gone on with.
pub(crate) const DEMO: &str =
    "out = \"out\"\n[[sdk]]\nschema = \"api.yaml\"\n[sdk.crate]\nname = \"demo\"\n";

/// What a run came to.
pub(crate) struct Made {
    pub(crate) generated: Option<Generated>,
    pub(crate) report: Report,
    /// The report as people read it, with paths as the configuration has them.
    pub(crate) findings: String,
}

/// Generates by [`DEMO`] and what comes after it.
pub(crate) fn demo(description: &str, more: &str) -> Made {
    by(description, &format!("{DEMO}{more}"))
}

/// Generates by a configuration, which calls the description `api.yaml`.
pub(crate) fn by(description: &str, config: &str) -> Made {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("api.yaml"), description).unwrap();
    let path = folder.path().join("specsmith.toml");
    fs::write(&path, config).unwrap();
    let (mut sources, mut report) = (Sources::new(), Report::new());
    let config = Config::load(&path, &mut sources, &mut report);
    let generated =
        config.and_then(|config| specsmith::generate(&config, &mut sources, &mut report));
    let root = format!("{}/", folder.path().display());
    let findings = report.render_text(&sources, false).replace(&root, "");
    Made {
        generated,
        report,
        findings,
    }
}

impl Made {
    /// All that was generated; something was.
    pub(crate) fn all(self) -> Generated {
        self.generated
            .unwrap_or_else(|| panic!("{}", self.findings))
    }

    pub(crate) fn files(self) -> Files {
        self.all().files
    }
}

/// A file of the crate `demo`.
pub(crate) fn text(files: &Files, file: &str) -> String {
    let text = files.get(&format!("out/demo/{file}"));
    let text = text.unwrap_or_else(|| panic!("no {file}"));
    text.to_owned()
}
