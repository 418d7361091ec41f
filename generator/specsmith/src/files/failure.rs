//! Why nothing, or not everything, could be written.
//!
//! This module must not know what was to be written.

use std::fmt;
use std::io;
use std::path::Path;

use specsmith_openapi::{Diagnostic, Severity};

/// Why the output could not be read, compared or written.
#[derive(Debug)]
pub enum Failure {
    /// A file or folder of the output cannot be read; nothing was written.
    Unreadable {
        /// The path.
        path: String,
        /// What the system says.
        error: io::Error,
    },
    /// A file could not be staged; the output is as before.
    Unwritten {
        /// The path.
        path: String,
        /// What the system says.
        error: io::Error,
    },
    /// A folder of the output is not there and cannot be made; the output is as before.
    Unmade {
        /// The folder.
        path: String,
        /// What the system says, or what stands there.
        error: io::Error,
    },
    /// A step failed after the first rename; the next run completes it.
    Interrupted {
        /// The path.
        path: String,
        /// What the system says.
        error: io::Error,
    },
    /// Something that is not ours stands where a file or folder of the output belongs.
    InTheWay {
        /// Where it stands.
        path: String,
        /// What belongs there: "a file", "a folder".
        wanted: &'static str,
    },
    /// A link would take the output out of the root.
    Outside {
        /// The link.
        path: String,
    },
    /// Files stand where a first run would write, and it did not make them.
    NotOurs {
        /// The first of them.
        path: String,
        /// How many there are.
        count: usize,
    },
}

impl Failure {
    pub(super) fn unreadable(path: &str, error: io::Error) -> Self {
        Self::Unreadable {
            path: path.to_owned(),
            error,
        }
    }

    pub(super) fn unwritten(path: &str, error: io::Error) -> Self {
        Self::Unwritten {
            path: path.to_owned(),
            error,
        }
    }

    pub(super) fn unmade(folder: &Path, error: io::Error) -> Self {
        Self::Unmade {
            path: folder.display().to_string(),
            error,
        }
    }

    pub(super) fn interrupted(path: &str, error: io::Error) -> Self {
        Self::Interrupted {
            path: path.to_owned(),
            error,
        }
    }

    /// The failure as a finding, for the report of the run.
    pub fn diagnostic(&self) -> Diagnostic {
        Diagnostic {
            code: self.code(),
            severity: Severity::Fatal,
            at: None,
            message: self.to_string(),
            help: self.help(),
            related: Vec::new(),
        }
    }

    fn code(&self) -> &'static str {
        match self {
            Self::Unreadable { .. } => "output-unreadable",
            Self::Unwritten { .. } | Self::Unmade { .. } => "output-unwritten",
            Self::Interrupted { .. } => "output-interrupted",
            Self::InTheWay { .. } => "output-in-the-way",
            Self::Outside { .. } => "output-outside",
            Self::NotOurs { .. } => "output-not-ours",
        }
    }

    fn help(&self) -> String {
        match self {
            Self::Unreadable { .. } => "nothing was written".to_owned(),
            Self::Unwritten { .. } => "the output is as it was before".to_owned(),
            Self::Unmade { .. } => {
                "name a folder that can be made, or mend what keeps it from that; nothing was written"
                    .to_owned()
            }
            Self::Interrupted { .. } => "run it again to complete what was begun".to_owned(),
            Self::InTheWay { .. } => "move it away; nothing was written".to_owned(),
            Self::Outside { .. } => {
                "replace the link by a folder, or name another folder; nothing was written"
                    .to_owned()
            }
            Self::NotOurs { count: 1, .. } => {
                "move it away or name another folder; nothing was written".to_owned()
            }
            Self::NotOurs { .. } => {
                "move them away or name another folder; nothing was written".to_owned()
            }
        }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unreadable { path, error } => write!(f, "`{path}` cannot be read: {error}"),
            Self::Unwritten { path, error } | Self::Interrupted { path, error } => {
                write!(f, "`{path}` cannot be written: {error}")
            }
            Self::Unmade { path, error } => {
                write!(f, "the folder `{path}` cannot be made: {error}")
            }
            Self::InTheWay { path, wanted } => {
                write!(f, "`{path}` stands where {wanted} of the output belongs")
            }
            Self::Outside { path } => write!(f, "`{path}` is a link out of the output's root"),
            Self::NotOurs { path, count: 1 } => write!(f, "`{path}` was not written by specsmith"),
            Self::NotOurs { path, count } => {
                write!(
                    f,
                    "`{path}` and {} more were not written by specsmith",
                    count - 1
                )
            }
        }
    }
}

impl std::error::Error for Failure {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Unreadable { error, .. }
            | Self::Unwritten { error, .. }
            | Self::Unmade { error, .. }
            | Self::Interrupted { error, .. } => Some(error),
            Self::InTheWay { .. } | Self::Outside { .. } | Self::NotOurs { .. } => None,
        }
    }
}
