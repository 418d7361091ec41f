//! Waits for changes of the files that an output is made from.
//!
//! Asks for their times and sizes a few times a second: a run reads tens of files, and what they
//! are is known. This module must not know what is done on a change.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use specsmith_openapi::Sources;

use crate::command::Wanted;
use crate::config::Config;

/// Between two looks.
const PAUSE: Duration = Duration::from_millis(150);

/// What is looked at.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Watched {
    /// Files, also such as are not there yet.
    files: Vec<PathBuf>,
    /// Folders with all that is in them.
    trees: Vec<PathBuf>,
}

/// Time and size of a file; `None` while it is not there.
type Stamp = Option<(SystemTime, u64)>;

/// How the watched files stood at a moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Snapshot(BTreeMap<PathBuf, Stamp>);

impl Watched {
    /// What is known before the first run.
    pub(crate) fn new(wanted: &Wanted) -> Self {
        Self::of(wanted, None, &Sources::new())
    }

    /// What a run read, or would have read.
    pub(crate) fn of(wanted: &Wanted, config: Option<&Config>, sources: &Sources) -> Self {
        let asked = match wanted {
            Wanted::Config(path) => path,
            Wanted::Flags { schema, .. } => schema,
        };
        let mut files = vec![asked.clone()];
        files.extend(sources.iter().map(|(path, _)| path.to_owned()));
        let mut trees = Vec::new();
        if let Some(config) = config {
            for sdk in &config.sdks {
                let overlays = sdk.overlays.iter().map(|overlay| overlay.value.clone());
                files.push(sdk.schema.value.clone());
                files.extend(overlays);
            }
            trees.extend(
                config
                    .templates
                    .iter()
                    .map(|templates| templates.value.clone()),
            );
        }
        files.sort();
        files.dedup();
        Self { files, trees }
    }
}

impl Snapshot {
    /// How they stand now.
    pub(crate) fn of(watched: &Watched) -> Self {
        let mut stamps = BTreeMap::new();
        for file in &watched.files {
            stamps.insert(file.clone(), stamp(file));
        }
        for tree in &watched.trees {
            walk(tree, &mut stamps);
        }
        Self(stamps)
    }

    /// These files, as an earlier snapshot has them where it does.
    pub(crate) fn or_earlier(mut self, earlier: Self) -> Self {
        for (path, stamp) in earlier.0 {
            if let Some(known) = self.0.get_mut(&path) {
                *known = stamp;
            }
        }
        self
    }

    /// Returns when something differs from this and has been quiet since the last look: editors
    /// write in several steps, and switching branches takes a while.
    pub(crate) fn wait_for_change(&self, watched: &Watched) {
        let mut last = Self::of(watched);
        loop {
            std::thread::sleep(PAUSE);
            let now = Self::of(watched);
            if now != *self && now == last {
                return;
            }
            last = now;
        }
    }
}

fn stamp(path: &Path) -> Stamp {
    let metadata = std::fs::metadata(path).ok()?;
    Some((metadata.modified().ok()?, metadata.len()))
}

fn walk(folder: &Path, stamps: &mut BTreeMap<PathBuf, Stamp>) {
    let Ok(entries) = std::fs::read_dir(folder) else {
        return;
    };
    for entry in entries.flatten() {
        let path = entry.path();
        // A link to a folder is not followed: it may lead in a circle.
        if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
            walk(&path, stamps);
        } else {
            stamps.insert(path.clone(), stamp(&path));
        }
    }
}
