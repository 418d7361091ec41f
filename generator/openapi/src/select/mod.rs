//! A part of an API: the operations that are wanted, and the types that they reach.
//!
//! IR in, IR out. This module must not know of descriptions, nor of anything about the output.

mod pattern;
mod prune;
mod webhooks;

use crate::api::{Api, Operation};
use crate::codes;
use crate::report::{Diagnostic, Origin, Report, suggest};

/// Which operations are wanted, and what becomes of types that none of them reaches.
#[derive(Debug, Clone, Default)]
pub struct Selection {
    /// An operation is wanted that one of these matches; with none, every operation is.
    pub include: Vec<Rule>,
    /// An operation is not wanted that one of these matches.
    pub exclude: Vec<Rule>,
    /// Types that no operation reaches.
    pub unused: Unused,
}

/// What becomes of types that no operation reaches.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Unused {
    /// They go when operations are chosen, and stay when all are wanted.
    #[default]
    ByChoice,
    /// They go.
    Remove,
    /// They stay.
    Keep,
}

/// What an operation has to match.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rule {
    /// What is looked at.
    pub by: By,
    /// `*` stands for any characters; in a path it ends at a slash, and `**` does not.
    pub pattern: String,
    /// Where it is written.
    pub at: Option<Origin>,
}

/// What a rule looks at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum By {
    /// One of the tags.
    Tag,
    /// The path template as written.
    Path,
    /// `operationId` as written.
    OperationId,
}

/// The part of an API that a selection names. A rule that matches nothing is an error.
pub fn select(mut api: Api, selection: &Selection, report: &mut Report) -> Api {
    let rules = selection.include.iter().chain(&selection.exclude);
    for rule in rules {
        if !requests(&api).any(|it| rule.matches(it)) {
            report.push(unmatched(rule, &api));
        }
    }
    let chooses = !selection.include.is_empty() || !selection.exclude.is_empty();
    webhooks::keep_wanted(&mut api, selection);
    api.operations.retain(|it| selection.wants(it));
    if chooses {
        prune::tags(&mut api);
    }
    match (selection.unused, chooses) {
        (Unused::Remove, _) | (Unused::ByChoice, true) => prune::types(&mut api),
        (Unused::Keep, _) | (Unused::ByChoice, false) => {}
    }
    api
}

/// The operations, and the requests that the service makes.
fn requests(api: &Api) -> impl Iterator<Item = &Operation> {
    let webhooks = api.webhooks.iter().map(|webhook| &webhook.request);
    api.operations.iter().chain(webhooks)
}

impl Selection {
    fn wants(&self, operation: &Operation) -> bool {
        let any = |rules: &[Rule]| rules.iter().any(|rule| rule.matches(operation));
        (self.include.is_empty() || any(&self.include)) && !any(&self.exclude)
    }
}

impl Rule {
    /// Whether an operation is one of those that it names.
    pub fn matches(&self, operation: &Operation) -> bool {
        let pattern = self.pattern.as_str();
        match self.by {
            By::Tag => operation
                .tags
                .iter()
                .any(|tag| pattern::matches(pattern, tag)),
            By::Path => pattern::matches_path(pattern, &operation.path),
            By::OperationId => operation
                .id
                .as_deref()
                .is_some_and(|id| pattern::matches(pattern, id)),
        }
    }
}

impl By {
    fn noun(self) -> &'static str {
        match self {
            Self::Tag => "tag",
            Self::Path => "path",
            Self::OperationId => "`operationId`",
        }
    }

    fn names(self, operation: &Operation) -> Vec<&str> {
        match self {
            Self::Tag => operation.tags.iter().map(String::as_str).collect(),
            Self::Path => vec![&operation.path],
            Self::OperationId => operation.id.as_deref().into_iter().collect(),
        }
    }
}

fn unmatched(rule: &Rule, api: &Api) -> Diagnostic {
    let names = requests(api).flat_map(|it| rule.by.names(it));
    let help = match suggest(&rule.pattern, names) {
        Some(name) => format!("did you mean `{name}`?"),
        None => "write a name as the description has it; `*` stands for any characters".to_owned(),
    };
    let message = format!("no operation has the {} `{}`", rule.by.noun(), rule.pattern);
    Diagnostic::error(codes::UNMATCHED_RULE, rule.at, message, help)
}
