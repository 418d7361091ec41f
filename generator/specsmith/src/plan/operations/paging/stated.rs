//! Pages as the configuration states them: `[[sdk.pagination]]`.
//!
//! It must not know what usual names are.

use specsmith_openapi::api::{Location, Operation};
use specsmith_openapi::report::{Diagnostic, Report};

use super::super::super::Plan;
use super::usual;
use super::{NextPage, PagePlace, Paging, Said, page};
use crate::config::{NextRule, PagingRule, Placed};

pub(super) fn said(plan: &Plan<'_>, op: &Operation) -> Option<Said> {
    let mut rules = plan.sdk.pagination.iter();
    let rule = rules.find(|rule| rule.covers(op))?;
    let Some(next) = &rule.next else {
        return Some(Said::None);
    };
    let found = paging(plan, op, rule, next);
    Some(found.map_or_else(Said::Wrong, Said::Pages))
}

fn paging(
    plan: &Plan<'_>,
    op: &Operation,
    rule: &PagingRule,
    next: &NextRule,
) -> Result<Paging, Diagnostic> {
    let next = match next {
        NextRule::Cursor { to, from } => NextPage::Cursor {
            to: place(op, to)?,
            from: from.clone(),
        },
        NextRule::Offset { to } => NextPage::Offset { to: place(op, to)? },
        NextRule::Number { to, first } => {
            let to = place(op, to)?;
            let own = || match &to {
                PagePlace::Parameter(position) => {
                    op.parameters.get(*position).map_or(1, usual::first)
                }
                PagePlace::Field(_) => 1,
            };
            let first = first.unwrap_or_else(own);
            NextPage::Number { to, first }
        }
        NextRule::Url { from } => NextPage::Url { from: from.clone() },
        NextRule::Link => NextPage::Link,
    };
    let found = || page::items(plan.api, super::page_of(plan, op)?);
    let items = rule.items.clone().or_else(found);
    Ok(Paging {
        next,
        items: items.ok_or_else(|| no_items(plan, op))?,
        more: rule.more.clone(),
        total: rule.total.clone(),
    })
}

/// The parameter of a name, else the field of the body.
fn place(op: &Operation, name: &Placed<String>) -> Result<PagePlace, Diagnostic> {
    let mut parameters = op.parameters.iter();
    let position = parameters.position(|it| it.location != Location::Path && it.name == name.value);
    match position {
        Some(position) => Ok(PagePlace::Parameter(position)),
        None if op.body.is_some() => Ok(PagePlace::Field(name.value.clone())),
        None => Err(Diagnostic::warning(
            "paging",
            name.at.unwrap_or(op.origin),
            format!("`{}` has no parameter `{}`", of(op), name.value),
            "write the name of a parameter or of a field of the body; the operation has no pages",
        )),
    }
}

/// Reports the rules that are about no operation.
pub(in super::super) fn report_idle(plan: &Plan<'_>, report: &mut Report) {
    let patterns = plan.sdk.pagination.iter().flat_map(|rule| &rule.operations);
    for pattern in patterns {
        let is_used = plan.api.operations.iter().any(|op| pattern.matches(op));
        if !is_used {
            report.push(Diagnostic::warning(
                "paging",
                pattern.at,
                format!("no operation has an id that matches `{}`", pattern.pattern),
                "correct it, or remove it",
            ));
        }
    }
}

/// What is said of an operation leads to no list.
pub(super) fn no_items(plan: &Plan<'_>, op: &Operation) -> Diagnostic {
    let mut rules = plan.sdk.pagination.iter();
    let rule = rules.find(|rule| rule.covers(op));
    Diagnostic::warning(
        "paging",
        rule.and_then(|rule| rule.at).unwrap_or(op.origin),
        format!("the answer of `{}` has no list of items there", of(op)),
        "say where it is: `items = \"/data\"`; the operation has no pages",
    )
}

fn of(op: &Operation) -> String {
    op.id
        .clone()
        .unwrap_or_else(|| format!("{} {}", op.method.as_str(), op.path))
}
