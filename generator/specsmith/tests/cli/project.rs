//! A folder with a description and a configuration, and the command run in it.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use tempfile::TempDir;

pub(crate) const SCHEMA: &str = r"openapi: 3.0.3
info: {title: Pets, version: '1'}
servers: [{url: 'https://pets.example'}]
paths:
  /pets/{id}:
    get:
      operationId: getPet
      tags: [pets]
      summary: One pet.
      parameters:
        - {name: id, in: path, required: true, schema: {type: string}}
      responses:
        '200':
          description: The pet.
          content:
            application/json:
              schema: {$ref: '#/components/schemas/Pet'}
components:
  schemas:
    Pet:
      type: object
      description: An animal.
      required: [name]
      properties:
        name: {type: string}
        age: {type: integer}
";

const CONFIG: &str = "\
[[sdk]]
schema = \"pets.yaml\"
crate.name = \"pets\"
[sdk.docs]
[sdk.snippets]
";

/// Path and bytes of every file.
pub(crate) type Tree = BTreeMap<String, Vec<u8>>;

/// Fails with the paths that differ.
pub(crate) fn assert_same(left: &Tree, right: &Tree) {
    let differ = |path: &&String| left.get(*path) != right.get(*path);
    let different: BTreeSet<&String> = left.keys().chain(right.keys()).filter(differ).collect();
    assert!(different.is_empty(), "{different:?}");
}

pub(crate) struct Project {
    folder: TempDir,
}

/// How a command ended.
pub(crate) struct Ran {
    /// Exit status; `None` when a signal ended it.
    pub(crate) code: Option<i32>,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Project {
    pub(crate) fn new() -> Self {
        let project = Self {
            folder: tempfile::tempdir().unwrap(),
        };
        project.put("pets.yaml", SCHEMA);
        project.put("specsmith.toml", CONFIG);
        project
    }

    /// One that has been generated.
    pub(crate) fn generated() -> Self {
        let project = Self::new();
        let ran = project.run(&["gen"]);
        assert_eq!(ran.code, Some(0), "{}{}", ran.out, ran.err);
        project
    }

    pub(crate) fn root(&self) -> &Path {
        self.folder.path()
    }

    pub(crate) fn put(&self, path: &str, text: &str) {
        let path = self.root().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    pub(crate) fn get(&self, path: &str) -> String {
        fs::read_to_string(self.root().join(path)).unwrap()
    }

    /// Replaces a part of a file that is there exactly once.
    pub(crate) fn edit(&self, path: &str, from: &str, to: &str) {
        let text = self.get(path);
        assert_eq!(text.matches(from).count(), 1, "{from} in {path}");
        self.put(path, &text.replace(from, to));
    }

    pub(crate) fn command(&self) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_specsmith"));
        command.current_dir(self.root());
        command
    }

    pub(crate) fn run(&self, arguments: &[&str]) -> Ran {
        Ran::of(self.command().args(arguments).output().unwrap())
    }

    /// Every file of a folder with its bytes.
    pub(crate) fn tree(&self, folder: &str) -> Tree {
        let mut tree = Tree::new();
        walk(&self.root().join(folder), "", &mut tree);
        tree
    }
}

impl Ran {
    pub(crate) fn of(output: Output) -> Self {
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
        Self {
            code: output.status.code(),
            out: text(output.stdout),
            err: text(output.stderr),
        }
    }
}

fn walk(folder: &Path, prefix: &str, tree: &mut Tree) {
    let Ok(entries) = fs::read_dir(folder) else {
        return;
    };
    for entry in entries {
        let entry = entry.unwrap();
        let path = format!("{prefix}{}", entry.file_name().to_str().unwrap());
        if entry.file_type().unwrap().is_dir() {
            walk(&entry.path(), &format!("{path}/"), tree);
        } else {
            tree.insert(path, fs::read(entry.path()).unwrap());
        }
    }
}
