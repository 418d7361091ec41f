//! The journal: what a run is about to do, written down before it is done.
//!
//! While files are staged it has the name [`STAGING`] and the output is as before: a run killed
//! then is undone. Renamed to [`NAME`] it is a promise: a run killed then is completed. This
//! module must not know why a step is taken.

use super::set::{ancestors, wrong_path};

/// The journal while files are staged, in the folder of generated files.
pub(super) const STAGING: &str = ".specsmith-journal.new";

/// The journal while files are put in their places.
pub(super) const NAME: &str = ".specsmith-journal";

/// How the names of what is staged begin.
const STAGED: &str = ".specsmith-new-";

const HEADER: &str = "\
# specsmith is writing files. If it no longer runs, run it again: it completes what is listed here.
";

/// A step of a run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Step {
    /// Remove a file that is no longer generated.
    Remove(String),
    /// Move what is staged, a file or a folder, to its place.
    Place {
        /// Where it is staged.
        staged: String,
        /// Its place.
        path: String,
    },
}

/// The name of what is staged under this number.
pub(super) fn staged_name(number: usize) -> String {
    format!("{STAGED}{number}")
}

/// The text of a journal: a line a step, in the order in which they are taken.
pub(super) fn text(steps: &[Step]) -> String {
    let mut text = HEADER.to_owned();
    for step in steps {
        match step {
            Step::Remove(path) => text.push_str(&format!("remove\t{path}\n")),
            Step::Place { staged, path } => text.push_str(&format!("place\t{staged}\t{path}\n")),
        }
    }
    text
}

/// The steps of a journal. What is no step is left out, and so is any that leads elsewhere.
pub(super) fn parse(text: &[u8]) -> Vec<Step> {
    String::from_utf8_lossy(text)
        .lines()
        .filter_map(step)
        .collect()
}

fn step(line: &str) -> Option<Step> {
    let parts: Vec<&str> = line.split('\t').collect();
    let step = match *parts.as_slice() {
        ["remove", path] => Step::Remove(path.to_owned()),
        ["place", staged, path] if is_staged(staged) => Step::Place {
            staged: staged.to_owned(),
            path: path.to_owned(),
        },
        _ => return None,
    };
    let path = match &step {
        Step::Remove(path) | Step::Place { path, .. } => path,
    };
    wrong_path(path).is_none().then_some(step)
}

/// Whether this is the path of what is staged, and of nothing else.
fn is_staged(path: &str) -> bool {
    let name = match ancestors(path).next() {
        Some(folder) => path.get(folder.len() + 1..).unwrap_or_default(),
        None => path,
    };
    let number = name.strip_prefix(STAGED);
    wrong_path(path).is_none()
        && number.is_some_and(|n| !n.is_empty() && n.bytes().all(|b| b.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_back() {
        let steps = vec![
            Step::Remove("out/old file.rs".to_owned()),
            Step::Place {
                staged: "out/.specsmith-new-0".to_owned(),
                path: "out/a.rs".to_owned(),
            },
            Step::Place {
                staged: ".specsmith-new-17".to_owned(),
                path: "out/b.rs".to_owned(),
            },
        ];
        assert_eq!(parse(text(&steps).as_bytes()), steps);
    }

    #[test]
    fn steps_that_lead_elsewhere_are_left_out() {
        for line in [
            "remove\t/etc/passwd",
            "remove\t../x",
            "place\tsrc/main.rs\tout/a.rs",
            "place\t.specsmith-new-\tout/a.rs",
            "place\t.specsmith-new-0\t../a.rs",
            "place\t../.specsmith-new-0\ta.rs",
            "place\t.specsmith-new-0",
            "<<<<<<< ours",
        ] {
            assert_eq!(parse(line.as_bytes()), [], "{line:?}");
        }
    }
}
