//! What is broken, read from `cases.toml`.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use serde::Deserialize;

use crate::project::{Project, SCHEMA};

#[derive(Deserialize)]
struct Cases {
    case: Vec<Case>,
}

/// One way to break a project.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Case {
    pub(crate) name: String,
    /// In the description `find` becomes `replace`.
    find: Option<String>,
    #[serde(default)]
    replace: String,
    /// The same for more places.
    #[serde(default)]
    also: Vec<[String; 2]>,
    /// Files that are added or replaced.
    #[serde(default)]
    files: BTreeMap<String, String>,
    /// What stands where the description was.
    instead: Option<Instead>,
    /// A file and a text in it at which something must be found.
    pub(crate) at: Option<(String, String)>,
    /// The description that `lint` is asked about. Absent where the fault is not in it.
    #[serde(default = "schema")]
    pub(crate) lint: Option<String>,
    /// It is not the description that is wrong.
    #[serde(default)]
    elsewhere: bool,
}

/// What stands where a description belongs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Instead {
    Nothing,
    Folder,
    Unreadable,
    Picture,
    Latin1,
}

#[expect(clippy::unnecessary_wraps, reason = "the default of an option")]
fn schema() -> Option<String> {
    Some(SCHEMA.to_owned())
}

pub(crate) fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/bad")
}

pub(crate) fn cases() -> Vec<Case> {
    let text = fs::read_to_string(folder().join("cases.toml")).unwrap();
    let mut cases = toml::from_str::<Cases>(&text).unwrap().case;
    for case in &mut cases {
        if case.elsewhere {
            case.lint = None;
        }
    }
    cases
}

impl Case {
    /// Breaks a project that is in order.
    pub(crate) fn damage(&self, project: &Project) {
        if let Some(find) = &self.find {
            self.replace(project, find);
        }
        for (path, text) in &self.files {
            project.put(path, text.as_bytes());
        }
        match self.instead {
            None => {}
            Some(Instead::Nothing) => project.remove(SCHEMA),
            Some(Instead::Folder) => {
                project.remove(SCHEMA);
                project.put(&format!("{SCHEMA}/inside"), b"");
            }
            Some(Instead::Unreadable) => project.forbid(SCHEMA),
            Some(Instead::Picture) => project.put(SCHEMA, b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"),
            Some(Instead::Latin1) => {
                project.put(SCHEMA, b"openapi: 3.1.0\ninfo: {title: Caf\xe9}\n")
            }
        }
    }

    fn replace(&self, project: &Project, find: &str) {
        let mut text = project.get(SCHEMA);
        let also = self
            .also
            .iter()
            .map(|[find, replace]| (&**find, &**replace));
        for (find, replace) in std::iter::once((find, &*self.replace)).chain(also) {
            assert!(text.contains(find), "{}: `{find}` is not there", self.name);
            text = text.replacen(find, replace, 1);
        }
        project.put(SCHEMA, text.as_bytes());
    }

    /// There is no text to be shown.
    pub(crate) fn hides_text(&self) -> bool {
        self.instead.is_some() || self.files.get(SCHEMA).is_some_and(String::is_empty)
    }

    /// Only a user without the rights of root meets what is wrong.
    pub(crate) fn needs_plain_user(&self) -> bool {
        self.instead == Some(Instead::Unreadable)
    }
}
