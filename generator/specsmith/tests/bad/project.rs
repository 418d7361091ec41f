//! A folder with this repository's description, a configuration and its output.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use tempfile::TempDir;

use crate::case::Case;

/// The description, as messages name it.
pub(crate) const SCHEMA: &str = "schema/truto-crm.yaml";

const CONFIG: &str = "[[sdk]]\nschema = \"schema/truto-crm.yaml\"\ncrate.name = \"truto-crm\"\n";

const COMMAND: &str = env!("CARGO_BIN_EXE_specsmith");

/// Path and bytes of every file.
type Tree = BTreeMap<PathBuf, Vec<u8>>;

pub(crate) struct Project {
    folder: TempDir,
}

/// How a command ended, and what it said.
pub(crate) struct Ran {
    pub(crate) code: Option<i32>,
    pub(crate) err: String,
}

impl Project {
    pub(crate) fn new() -> Self {
        let project = Self {
            folder: tempfile::tempdir().unwrap(),
        };
        let repository = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        project.put(SCHEMA, &fs::read(repository.join(SCHEMA)).unwrap());
        project.put("specsmith.toml", CONFIG.as_bytes());
        project
    }

    /// One that has been generated.
    pub(crate) fn generated() -> Self {
        let project = Self::new();
        let ran = project.command(&["gen"]);
        assert_eq!(ran.code, Some(0), "{}", ran.err);
        assert!(!project.output().is_empty());
        project
    }

    pub(crate) fn copy(&self) -> Self {
        let copy = Self {
            folder: tempfile::tempdir().unwrap(),
        };
        for (path, bytes) in tree(self.folder.path()) {
            copy.put(path.to_str().unwrap(), &bytes);
        }
        copy
    }

    pub(crate) fn put(&self, path: &str, bytes: &[u8]) {
        let path = self.at(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }

    pub(crate) fn get(&self, path: &str) -> String {
        fs::read_to_string(self.at(path)).unwrap()
    }

    pub(crate) fn remove(&self, path: &str) {
        fs::remove_file(self.at(path)).unwrap();
    }

    /// Takes the right to read a file from everybody.
    pub(crate) fn forbid(&self, path: &str) {
        use std::os::unix::fs::PermissionsExt;
        let mode = |path: &Path, mode| {
            fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
        };
        mode(&self.at(path), 0o000);
        mode(self.folder.path(), 0o755);
    }

    /// Line and column of a text that is there once.
    pub(crate) fn place(&self, path: &str, text: &str) -> String {
        let whole = self.get(path);
        assert_eq!(whole.matches(text).count(), 1, "{text} in {path}");
        let before = whole.split(text).next().unwrap();
        let line = before.matches('\n').count() + 1;
        let column = before.rsplit('\n').next().unwrap().chars().count() + 1;
        format!("{line}:{column}")
    }

    /// The generated files.
    pub(crate) fn output(&self) -> Tree {
        tree(&self.at("generated"))
    }

    pub(crate) fn command(&self, arguments: &[&str]) -> Ran {
        self.end(Command::new(COMMAND).args(arguments))
    }

    pub(crate) fn run(&self, case: &Case, arguments: &[&str]) -> Ran {
        if case.needs_plain_user() && fs::File::open(self.at(SCHEMA)).is_ok() {
            return self.run_as_nobody(arguments);
        }
        self.command(arguments)
    }

    /// Root may read everything, so the command runs as another user, who must reach it.
    fn run_as_nobody(&self, arguments: &[&str]) -> Ran {
        use std::os::unix::process::CommandExt;
        let reachable = self.at("specsmith");
        if !reachable.exists() {
            // By another process: a command that this one has open for writing cannot be run, and
            // whatever it starts meanwhile inherits the open file.
            let copied = Command::new("cp").arg(COMMAND).arg(&reachable).status();
            assert!(copied.unwrap().success());
        }
        self.end(
            Command::new(reachable)
                .args(arguments)
                .uid(65534)
                .gid(65534),
        )
    }

    fn end(&self, command: &mut Command) -> Ran {
        let Output { status, stderr, .. } =
            command.current_dir(self.folder.path()).output().unwrap();
        Ran {
            code: status.code(),
            err: String::from_utf8(stderr).unwrap(),
        }
    }

    fn at(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }
}

fn tree(root: &Path) -> Tree {
    let mut tree = Tree::new();
    let mut open = vec![root.to_owned()];
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(folder).into_iter().flatten() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
            } else {
                let name = path.strip_prefix(root).unwrap().to_owned();
                tree.insert(name, fs::read(path).unwrap());
            }
        }
    }
    tree
}
