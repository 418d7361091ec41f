//! A run killed at every step, and a disk that fails at every step.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

use specsmith::files::{self, Disk, Failure, Files, Kind, Real};

use crate::folder::{Folder, Tree, files, output};

/// What happens at a step that changes something, and after it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fault {
    /// The process is gone: nothing is done any more, and a file is left half written.
    Killed,
    /// No room is left: nothing is created any more, and a file is left half written.
    Full,
    /// This one step is refused; what comes after it is not.
    Refused,
}

struct Faulty {
    fault: Fault,
    at: usize,
    steps: AtomicUsize,
}

impl Faulty {
    fn new(fault: Fault, at: usize) -> Self {
        Self {
            fault,
            at,
            steps: AtomicUsize::new(0),
        }
    }

    /// Whether the fault was met.
    fn happened(&self) -> bool {
        self.steps.load(Ordering::SeqCst) > self.at
    }

    fn dead(&self) -> io::Result<()> {
        match self.fault {
            Fault::Killed if self.happened() => Err(io::Error::other("killed")),
            Fault::Killed | Fault::Full | Fault::Refused => Ok(()),
        }
    }

    fn step(&self, creates: bool) -> io::Result<()> {
        let step = self.steps.fetch_add(1, Ordering::SeqCst);
        match self.fault {
            Fault::Killed if step >= self.at => Err(io::Error::other("killed")),
            Fault::Full if step >= self.at && creates => Err(io::ErrorKind::StorageFull.into()),
            Fault::Refused if step == self.at => Err(io::ErrorKind::PermissionDenied.into()),
            Fault::Killed | Fault::Full | Fault::Refused => Ok(()),
        }
    }
}

impl Disk for Faulty {
    fn kind(&self, path: &Path) -> io::Result<Kind> {
        self.dead()?;
        Real.kind(path)
    }

    fn resolve(&self, path: &Path) -> io::Result<PathBuf> {
        self.dead()?;
        Real.resolve(path)
    }

    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        self.dead()?;
        Real.read(path)
    }

    fn list(&self, folder: &Path) -> io::Result<Vec<String>> {
        self.dead()?;
        Real.list(folder)
    }

    fn create(&self, path: &Path, contents: &[u8]) -> io::Result<()> {
        let alive = self.dead().is_ok();
        self.step(true).inspect_err(|error| {
            if alive && error.kind() != io::ErrorKind::PermissionDenied {
                Real.create(path, &contents[..contents.len() / 2]).unwrap();
            }
        })?;
        Real.create(path, contents)
    }

    fn create_folder(&self, path: &Path) -> io::Result<()> {
        self.step(true)?;
        Real.create_folder(path)
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.step(false)?;
        Real.rename(from, to)
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        self.step(false)?;
        Real.remove(path)
    }

    fn remove_folder(&self, path: &Path) -> io::Result<()> {
        self.step(false)?;
        Real.remove_folder(path)
    }
}

fn old() -> Files {
    files(&[
        ("docs/page", "old page, one that is a little longer"),
        ("generated/edited", "old"),
        ("generated/file", "a file that becomes a folder"),
        ("generated/folder/a", "a folder that becomes a file"),
        ("generated/gone/deep/a", "removed, with its folders"),
        ("generated/same", "same"),
    ])
}

fn new() -> Files {
    files(&[
        ("docs/page", "new page"),
        ("generated/added", "added"),
        ("generated/added-deep/b/c", "added with its folders"),
        ("generated/edited", "new"),
        ("generated/file/a", "a"),
        ("generated/folder", "now a file"),
        ("generated/same", "same"),
    ])
}

/// The tree that holds this output and nothing else.
fn tree_of(wanted: &Files) -> Tree {
    let folder = Folder::new();
    folder.write(wanted).unwrap();
    folder.tree()
}

fn folder_with(wanted: Option<&Files>) -> Folder {
    let folder = Folder::new();
    if let Some(wanted) = wanted {
        folder.write(wanted).unwrap();
    }
    folder
}

/// What a reader of the output sees: all but staged files, the journal and folders made for them.
fn visible(tree: &Tree) -> Tree {
    let ours = |path: &str| path.contains(".specsmith-new-") || path.contains(".specsmith-journal");
    tree.iter()
        .filter(|(path, _)| !ours(path) && !path.ends_with('/'))
        .map(|(path, contents)| (path.clone(), contents.clone()))
        .collect()
}

/// Runs `body` with the fault at step 0, 1, 2, … until a run is through without meeting it, and
/// returns how many steps there were.
fn at_every_step(fault: Fault, mut body: impl FnMut(&Faulty)) -> usize {
    for at in 0..1000 {
        let disk = Faulty::new(fault, at);
        body(&disk);
        if !disk.happened() {
            return at;
        }
    }
    panic!("a run has no end")
}

#[test]
fn killed_at_every_step() {
    let (old, new) = (old(), new());
    for (before, after) in [(None, &new), (Some(&old), &new), (Some(&new), &old)] {
        let (was, will) = (before.map(tree_of).unwrap_or_default(), tree_of(after));
        let steps = at_every_step(Fault::Killed, |disk| {
            let folder = folder_with(before);
            let result = files::write(&output(&folder.root, after, "1"), disk);
            assert_eq!(result.is_err(), disk.happened());
            let promised = folder.exists("generated/.specsmith-journal");
            let seen = visible(&folder.tree());
            if disk.happened() && !promised && seen != will {
                assert_eq!(seen, was, "step {}: the old output is whole", disk.at);
            }
            let interrupted = folder.check(after).unwrap().interrupted;
            assert!(
                !promised || interrupted,
                "step {}: the check names it",
                disk.at
            );

            folder.write(after).unwrap();
            assert_eq!(folder.tree(), will, "step {}: completed", disk.at);
        });
        assert!(steps > 10, "{steps}");
    }
}

/// The description may have been changed back in between.
#[test]
fn killed_at_every_step_and_then_asked_for_the_old_output() {
    let (old, new) = (old(), new());
    let was = tree_of(&old);
    at_every_step(Fault::Killed, |disk| {
        let folder = folder_with(Some(&old));
        let _ = files::write(&output(&folder.root, &new, "1"), disk);
        folder.write(&old).unwrap();
        assert_eq!(folder.tree(), was, "step {}", disk.at);
    });
}

/// A folder comes in one step, unless somebody has made one of its name since.
#[test]
fn killed_at_every_step_and_then_a_folder_is_in_the_way() {
    let new = files(&[("generated/deep/c", "c"), ("generated/deep/er/d", "d")]);
    let mut completed = 0;
    at_every_step(Fault::Killed, |disk| {
        let folder = Folder::new();
        let _ = files::write(&output(&folder.root, &new, "1"), disk);
        completed += usize::from(folder.exists("generated/.specsmith-journal"));
        folder.put("generated/deep/mine", "mine");
        folder.put("generated/deep/er/mine", "mine too");
        folder.write(&new).unwrap();
        let mut will = tree_of(&new);
        let mine = [("deep/mine", "mine"), ("deep/er/mine", "mine too")];
        will.extend(mine.map(|(path, text)| (format!("generated/{path}"), text.into())));
        assert_eq!(folder.tree(), will, "step {}", disk.at);
    });
    assert!(completed > 2, "{completed}");
}

#[test]
fn killed_at_every_step_of_completing_it() {
    // Small ones: the runs are as many as the square of the steps.
    let old = files(&[("generated/a", "old"), ("generated/gone/b", "b")]);
    let new = files(&[("generated/a", "new"), ("generated/deep/c", "c")]);
    let will = tree_of(&new);
    let kill = |folder: &Folder, disk: &Faulty| {
        let _ = files::write(&output(&folder.root, &new, "1"), disk);
    };
    let steps = at_every_step(Fault::Killed, |disk| kill(&folder_with(Some(&old)), disk));
    for first in 0..steps {
        at_every_step(Fault::Killed, |second| {
            let folder = folder_with(Some(&old));
            kill(&folder, &Faulty::new(Fault::Killed, first));
            kill(&folder, second);
            folder.write(&new).unwrap();
            assert_eq!(folder.tree(), will, "steps {first} and {}", second.at);
        });
    }
}

#[test]
fn full_disk_at_every_step() {
    let (old, new) = (old(), new());
    for before in [None, Some(&old)] {
        let was = before.map(tree_of).unwrap_or_default();
        let will = tree_of(&new);
        at_every_step(Fault::Full, |disk| {
            let folder = folder_with(before);
            match files::write(&output(&folder.root, &new, "1"), disk) {
                Ok(_) => assert_eq!(folder.tree(), will),
                Err(Failure::Unwritten { error, .. } | Failure::Unmade { error, .. }) => {
                    assert_eq!(error.kind(), io::ErrorKind::StorageFull);
                    assert_eq!(
                        folder.tree(),
                        was,
                        "step {}: as before, nothing left",
                        disk.at
                    );
                }
                // Folders are made after the files are staged; renames and removals need no room.
                Err(Failure::Interrupted { .. }) => {
                    assert!(folder.check(&new).unwrap().interrupted, "step {}", disk.at);
                }
                Err(other) => panic!("step {}: {other}", disk.at),
            }
            folder.write(&new).unwrap();
            assert_eq!(folder.tree(), will, "step {}", disk.at);
        });
    }
}

/// A root that was made for the output goes with it.
#[test]
fn full_disk_leaves_no_new_root() {
    let new = new();
    at_every_step(Fault::Full, |disk| {
        let folder = Folder::new();
        let root = folder.root.join("new/root");
        if let Err(Failure::Unwritten { .. } | Failure::Unmade { .. }) =
            files::write(&output(&root, &new, "1"), disk)
        {
            assert_eq!(folder.tree(), Tree::new(), "step {}", disk.at);
        }
    });
}

#[test]
fn refused_at_every_step() {
    let (old, new) = (old(), new());
    let (was, will) = (tree_of(&old), tree_of(&new));
    at_every_step(Fault::Refused, |disk| {
        let folder = folder_with(Some(&old));
        match files::write(&output(&folder.root, &new, "1"), disk) {
            // Removing an empty folder may fail: it is not asked for.
            Ok(_) => assert_eq!(visible(&folder.tree()), visible(&will), "step {}", disk.at),
            Err(Failure::Unwritten { .. } | Failure::Unmade { .. }) => {
                assert_eq!(visible(&folder.tree()), was, "step {}", disk.at);
            }
            Err(Failure::Interrupted { .. }) => {
                assert!(folder.check(&new).unwrap().interrupted, "step {}", disk.at);
            }
            Err(other) => panic!("step {}: {other}", disk.at),
        }
        folder.write(&new).unwrap();
        assert_eq!(visible(&folder.tree()), visible(&will), "step {}", disk.at);
        assert_eq!(folder.explained(&new), "");
    });
}

/// What cannot be made is a folder, not a file of ours in it.
#[test]
fn a_root_that_cannot_be_made_is_named() {
    let new = new();
    let folder = Folder::new();
    folder.put("taken", "by hand");
    for (root, made) in [("taken", "taken/generated"), ("taken/a/b", "taken/a")] {
        let (root, made) = (folder.root.join(root), folder.root.join(made));
        let failure = files::write(&output(&root, &new, "1"), &Real).unwrap_err();
        let expected = format!(
            "the folder `{}` cannot be made: `{}` is a file",
            made.display(),
            folder.root.join("taken").display()
        );
        assert_eq!(failure.to_string(), expected);
    }
    let refused = Faulty::new(Fault::Refused, 0);
    let root = folder.root.join("new");
    let failure = files::write(&output(&root, &new, "1"), &refused).unwrap_err();
    let expected = format!(
        "the folder `{}` cannot be made: permission denied",
        root.display()
    );
    assert_eq!(failure.to_string(), expected);
    assert_eq!(folder.tree().len(), 1, "what was there");
}
