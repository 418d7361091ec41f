//! A folder of a test, and outputs to write into it.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use specsmith::files::{self, Action, Failure, Files, Inputs, Output, Real, Survey};
use specsmith_openapi::Sources;
use tempfile::TempDir;

/// Path and contents of every file.
pub(crate) type Tree = BTreeMap<String, String>;

pub(crate) struct Folder {
    _temporary: TempDir,
    pub(crate) root: PathBuf,
}

/// Files by path.
pub(crate) fn files(entries: &[(&str, &str)]) -> Files {
    let mut files = Files::new();
    for (path, contents) in entries {
        files.insert(*path, (*contents).to_owned()).unwrap();
    }
    files
}

/// An output below `generated`, made from a description with this text.
pub(crate) fn output<'a>(root: &'a Path, files: &'a Files, schema: &str) -> Output<'a> {
    let mut sources = Sources::new();
    sources.add(root.join("schema.yaml"), schema.to_owned());
    Output {
        root,
        out: "generated",
        files,
        inputs: Inputs::of(&sources, root),
    }
}

impl Folder {
    pub(crate) fn new() -> Self {
        let temporary = TempDir::new().unwrap();
        let root = temporary.path().join("root");
        fs::create_dir(&root).unwrap();
        Self {
            _temporary: temporary,
            root,
        }
    }

    pub(crate) fn write(&self, files: &Files) -> Result<Vec<(String, Action)>, Failure> {
        files::write(&output(&self.root, files, "1"), &Real)
    }

    pub(crate) fn check(&self, files: &Files) -> Result<Survey, Failure> {
        files::check(&output(&self.root, files, "1"), &Real)
    }

    /// Everything that `check` says, or nothing.
    pub(crate) fn explained(&self, files: &Files) -> String {
        let survey = self.check(files).unwrap();
        files::explain(&survey, files, "specsmith gen").unwrap_or_default()
    }

    pub(crate) fn put(&self, path: &str, contents: &str) {
        let path = self.root.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, contents).unwrap();
    }

    pub(crate) fn get(&self, path: &str) -> String {
        fs::read_to_string(self.root.join(path)).unwrap()
    }

    pub(crate) fn exists(&self, path: &str) -> bool {
        self.root.join(path).symlink_metadata().is_ok()
    }

    /// All files, links not followed, ours included.
    pub(crate) fn tree(&self) -> Tree {
        let mut tree = Tree::new();
        walk(&self.root, "", &mut tree);
        tree
    }
}

fn walk(folder: &Path, prefix: &str, tree: &mut Tree) {
    for entry in fs::read_dir(folder).unwrap() {
        let entry = entry.unwrap();
        let path = format!("{prefix}{}", entry.file_name().to_str().unwrap());
        let kind = entry.file_type().unwrap();
        if kind.is_dir() {
            let before = tree.len();
            walk(&entry.path(), &format!("{path}/"), tree);
            if tree.len() == before {
                tree.insert(format!("{path}/"), String::new());
            }
        } else if kind.is_symlink() {
            tree.insert(path, "a link".to_owned());
        } else {
            let contents = fs::read(entry.path()).unwrap();
            tree.insert(path, String::from_utf8_lossy(&contents).into_owned());
        }
    }
}
