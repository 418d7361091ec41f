//! Bytes of files in, text out: everything that can be wrong before a format is read.
//!
//! It must not know what a format means, only how to tell them apart.

use std::fs::File;
use std::io::{self, Read};
use std::ops::Range;
use std::path::{Path, PathBuf};

use super::{Fault, Limits};
use crate::read::codes;
use crate::report::{Diagnostic, FileId, Origin};

/// How to read a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Format {
    Json,
    Yaml,
    /// A name that says nothing, and a text that begins with a bracket: JSON, or YAML if it is not.
    Bracket,
}

impl Format {
    pub(super) fn of(path: &Path, text: &str) -> Self {
        let extension = path
            .extension()
            .and_then(|extension| extension.to_str())
            .unwrap_or("");
        if extension.eq_ignore_ascii_case("json") {
            Self::Json
        } else if text
            .trim_start_matches(['\u{feff}', ' ', '\t', '\r', '\n'])
            .starts_with(['{', '['])
        {
            // A YAML file that holds JSON is read some times faster as what it is.
            Self::Bracket
        } else {
            Self::Yaml
        }
    }
}

/// Why a file could not be read, with as much of its text as messages can show.
pub(super) struct Unreadable {
    pub(super) problem: Problem,
    pub(super) text: String,
    pub(super) bytes: Range<usize>,
}

#[derive(Debug)]
pub(super) enum Problem {
    Io(io::Error),
    Directory,
    Outside,
    Special,
    TooLarge { limit: u64 },
    Utf16,
    Binary,
    NotUtf8 { byte: u8 },
    Empty,
    NoValue,
}

impl From<Problem> for Unreadable {
    fn from(problem: Problem) -> Self {
        Self {
            problem,
            text: String::new(),
            bytes: 0..0,
        }
    }
}

/// Reads the text of a file that the user names, which may be a pipe.
pub(super) fn load(path: &Path, limits: &Limits) -> Result<String, Unreadable> {
    let file = File::open(path).map_err(Problem::Io)?;
    let metadata = file.metadata().map_err(Problem::Io)?;
    if metadata.is_dir() {
        return Err(Problem::Directory.into());
    }
    let limit = size_limit(limits);
    if metadata.len() > limit {
        return Err(Problem::TooLarge { limit }.into());
    }
    // A pipe or device has no length to ask for, so the limit is kept while reading as well.
    let mut bytes = Vec::with_capacity(usize::try_from(metadata.len()).unwrap_or(0));
    file.take(limit.saturating_add(1))
        .read_to_end(&mut bytes)
        .map_err(Problem::Io)?;
    if bytes.len() as u64 > limit {
        return Err(Problem::TooLarge { limit }.into());
    }
    decode(bytes)
}

/// Folders that a description may name files of.
#[derive(Debug)]
pub(super) struct Reach(Vec<PathBuf>);

impl Reach {
    /// The folder of the description and the one that the command runs in.
    pub(super) fn of(description: &Path) -> Self {
        let parent = |path: &Path| match path.parent() {
            Some(parent) if !parent.as_os_str().is_empty() => parent.to_owned(),
            Some(_) | None => PathBuf::from("."),
        };
        // A link to the description lets it keep the files that stand beside it.
        let real = description.canonicalize().ok();
        let folders = [
            Some(parent(description)),
            real.as_deref().map(parent),
            Some(PathBuf::from(".")),
        ];
        let folders = folders.into_iter().flatten();
        Self(folders.filter_map(|it| it.canonicalize().ok()).collect())
    }

    fn has(&self, path: &Path) -> io::Result<bool> {
        let real = path.canonicalize()?;
        Ok(self.0.iter().any(|folder| real.starts_with(folder)))
    }
}

/// Reads the text of a file that a description names. It comes from someone else: a file of
/// elsewhere is none of its business, a pipe could keep a run waiting for ever, and a device has no
/// end.
pub(super) fn load_regular(
    path: &Path,
    reach: &Reach,
    limits: &Limits,
) -> Result<String, Unreadable> {
    let kind = path.metadata().map_err(Problem::Io)?.file_type();
    if !reach.has(path).map_err(Problem::Io)? {
        return Err(Problem::Outside.into());
    }
    if !kind.is_file() && !kind.is_dir() {
        return Err(Problem::Special.into());
    }
    load(path, limits)
}

fn decode(bytes: Vec<u8>) -> Result<String, Unreadable> {
    if bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]) {
        return Err(Problem::Utf16.into());
    }
    if bytes.contains(&0) {
        return Err(Problem::Binary.into());
    }
    String::from_utf8(bytes).map_err(|error| {
        let start = error.utf8_error().valid_up_to();
        let byte = error.as_bytes().get(start).copied().unwrap_or(0);
        Unreadable {
            problem: Problem::NotUtf8 { byte },
            text: String::from_utf8_lossy(error.as_bytes()).into_owned(),
            bytes: start..start + char::REPLACEMENT_CHARACTER.len_utf8(),
        }
    })
}

/// The text as the file has it, without the mark that some editors put before it.
pub(super) fn without_byte_order_mark(text: String) -> String {
    match text.strip_prefix('\u{feff}') {
        Some(rest) => rest.to_owned(),
        None => text,
    }
}

/// What must hold for a text of any format.
pub(super) fn check_text(text: &str, file: FileId, limits: &Limits) -> Result<(), Fault> {
    let limit = size_limit(limits);
    if text.len() as u64 > limit {
        let at = Origin::of_bytes(file, 0..0);
        return Err(Box::new(Problem::TooLarge { limit }.diagnostic(at)));
    }
    if let Some(zero) = text.find('\0') {
        let at = Origin::of_bytes(file, zero..zero + 1);
        return Err(Box::new(Problem::Binary.diagnostic(at)));
    }
    if text.trim().is_empty() {
        return Err(Box::new(
            Problem::Empty.diagnostic(Origin::of_bytes(file, 0..0)),
        ));
    }
    Ok(())
}

/// A file with comments at most.
pub(super) fn no_value(file: FileId) -> Fault {
    Box::new(Problem::NoValue.diagnostic(Origin::of_bytes(file, 0..0)))
}

/// Places are offsets of 32 bits.
fn size_limit(limits: &Limits) -> u64 {
    limits.file_bytes.min(u64::from(u32::MAX) - 1)
}

impl Problem {
    /// Nothing of the file was read: what is wrong is the path, or what stands there.
    pub(super) fn is_of_path(&self) -> bool {
        match self {
            Self::Io(_) | Self::Directory | Self::Outside | Self::Special => true,
            Self::TooLarge { .. }
            | Self::Utf16
            | Self::Binary
            | Self::NotUtf8 { .. }
            | Self::Empty
            | Self::NoValue => false,
        }
    }

    /// The finding at the place that names the path.
    pub(super) fn diagnostic_of_named(&self, at: Origin) -> Diagnostic {
        let finding = self.diagnostic(at);
        let help = match finding.code {
            codes::FILE_MISSING => {
                "correct the path; it is taken from the folder of this file".into()
            }
            _ => finding.help,
        };
        Diagnostic { help, ..finding }
    }

    pub(super) fn diagnostic(&self, at: Origin) -> Diagnostic {
        let (code, message, help) = match self {
            Self::Io(error) => return unreadable(error, at),
            Self::Directory => (
                codes::FILE_IS_DIRECTORY,
                "this is a directory".to_owned(),
                "give the path of a file in it",
            ),
            Self::Outside => (
                codes::FILE_OUTSIDE,
                "the file is neither below the folder of the description nor below the one that \
                 the command runs in"
                    .to_owned(),
                "copy it beside the description, or run the command in a folder that holds both",
            ),
            Self::Special => (
                codes::FILE_UNREADABLE,
                "this is a pipe, a socket or a device".to_owned(),
                "save what it gives to a file",
            ),
            Self::TooLarge { limit } => (
                codes::FILE_TOO_LARGE,
                format!("the file has more than {}", size(*limit)),
                "split it, or raise the limit `file-bytes`",
            ),
            Self::Utf16 => (
                codes::FILE_NOT_UTF8,
                "the file is written in UTF-16".to_owned(),
                "save it as UTF-8",
            ),
            Self::Binary => (
                codes::FILE_BINARY,
                "the file is binary: it contains zero bytes".to_owned(),
                "give a file of text; decompress it if it is compressed",
            ),
            Self::NotUtf8 { byte } => (
                codes::FILE_NOT_UTF8,
                format!("the byte 0x{byte:02X} is not UTF-8"),
                "save the file as UTF-8",
            ),
            Self::NoValue => (
                codes::FILE_EMPTY,
                "the file holds no value".to_owned(),
                "check that the path is the one meant",
            ),
            Self::Empty => (
                codes::FILE_EMPTY,
                "the file is empty".to_owned(),
                "check the path, and that the file was saved",
            ),
        };
        Diagnostic::fatal(code, at, message, help)
    }
}

fn unreadable(error: &io::Error, at: Origin) -> Diagnostic {
    let (code, message, help) = match error.kind() {
        io::ErrorKind::NotFound => (
            codes::FILE_MISSING,
            "there is no such file".to_owned(),
            "check the path; it is taken from the current directory",
        ),
        io::ErrorKind::PermissionDenied => (
            codes::FILE_NO_PERMISSION,
            "the file may not be read".to_owned(),
            "give this user the right to read it: `chmod u+r`",
        ),
        io::ErrorKind::NotADirectory => (
            codes::FILE_MISSING,
            "a part of the path is a file and not a directory".to_owned(),
            "check the path; it is taken from the current directory",
        ),
        io::ErrorKind::IsADirectory => return Problem::Directory.diagnostic(at),
        _ => (
            codes::FILE_UNREADABLE,
            format!("reading the file failed: {error}"),
            "check the path and the disk, then try again",
        ),
    };
    Diagnostic::fatal(code, at, message, help)
}

fn size(bytes: u64) -> String {
    match bytes {
        0..1024 => format!("{bytes} bytes"),
        1024..0x10_0000 => format!("{} KiB", bytes / 1024),
        _ => format!("{} MiB", bytes / 0x10_0000),
    }
}

#[cfg(test)]
mod tests {
    use std::io;

    use super::{Problem, size};
    use crate::read::Sources;
    use crate::report::Origin;

    /// Kinds of failures that not every system and user can be made to have.
    #[test]
    fn failures_of_the_system() {
        let mut sources = Sources::new();
        let at = Origin::of_bytes(sources.add("a.yaml", String::new()), 0..0);
        let code = |kind: io::ErrorKind| Problem::Io(kind.into()).diagnostic(at).code;
        assert_eq!(code(io::ErrorKind::NotFound), "file-missing");
        assert_eq!(code(io::ErrorKind::NotADirectory), "file-missing");
        assert_eq!(code(io::ErrorKind::PermissionDenied), "file-no-permission");
        assert_eq!(code(io::ErrorKind::IsADirectory), "file-is-directory");
        assert_eq!(code(io::ErrorKind::TimedOut), "file-unreadable");
    }

    #[test]
    fn sizes_for_people() {
        assert_eq!(size(1023), "1023 bytes");
        assert_eq!(size(4096), "4 KiB");
        assert_eq!(size(128 << 20), "128 MiB");
    }
}
