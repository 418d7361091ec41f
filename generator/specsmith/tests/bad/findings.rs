//! Findings read back from what is printed.

/// A finding as people see it.
#[derive(Debug, Default)]
pub(crate) struct Finding {
    pub(crate) severity: String,
    pub(crate) code: String,
    /// `file:line:column`
    pub(crate) place: String,
    /// A line of the file is shown and a part of it marked.
    pub(crate) marked: bool,
    pub(crate) help: String,
}

/// All findings of a run, in the order printed.
pub(crate) fn findings(printed: &str) -> Vec<Finding> {
    let mut found: Vec<Finding> = Vec::new();
    for line in printed.lines() {
        if let Some((severity, code)) = head(line) {
            found.push(Finding {
                severity: severity.to_owned(),
                code: code.to_owned(),
                ..Finding::default()
            });
        } else if let Some(finding) = found.last_mut() {
            note(finding, line.trim_start());
        }
    }
    found
}

fn note(finding: &mut Finding, line: &str) {
    if let Some(place) = line.strip_prefix("--> ") {
        place.clone_into(&mut finding.place);
    } else if let Some(help) = line.strip_prefix("= help: ") {
        help.clone_into(&mut finding.help);
    } else if line.starts_with('|') && line.contains('^') {
        finding.marked = true;
    }
}

/// `error[code]: what`
fn head(line: &str) -> Option<(&str, &str)> {
    let (severity, rest) = line.split_once('[')?;
    let known = ["fatal", "error", "warning"].contains(&severity);
    known.then_some((severity, rest.split_once("]: ")?.0))
}
