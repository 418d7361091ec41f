//! What people are told of the pages of an answer.
//!
//! It must not know where that is shown.

use super::rules::code;
use crate::plan::{NextPage, OperationPlan, PagePlace, Plan};

/// How the next page is asked for, as CommonMark; nothing where there are no pages.
pub(crate) fn how(plan: &Plan<'_>, op: &OperationPlan) -> Option<String> {
    let paging = op.paging.as_ref()?;
    let named = |place: &PagePlace| match place {
        PagePlace::Parameter(position) => {
            let parameter = plan.api[op.id].parameters.get(*position);
            code(parameter.map_or("", |parameter| &parameter.name))
        }
        PagePlace::Field(name) => code(name),
    };
    Some(match &paging.next {
        NextPage::Cursor { to, from } => format!(
            "What a page says in {} is sent as {} for the next one.",
            spoken(from),
            named(to)
        ),
        NextPage::Offset { to } => format!(
            "{} counts the items of the pages before. The last page is an empty one, unless the \
             answer says which is the last.",
            named(to)
        ),
        NextPage::Number { to, .. } => format!(
            "{} counts the pages. The last page is an empty one, unless the answer says which is \
             the last.",
            named(to)
        ),
        NextPage::Url { from } => format!(
            "A page says in {} where the next one is, which has to be at the same origin.",
            spoken(from)
        ),
        NextPage::Link => "The header `Link` says where the next page is, which has to be at the \
                           same origin."
            .to_owned(),
    })
}

/// A route in words.
fn spoken(route: &[String]) -> String {
    let last = route.iter().position(|name| name == "[-1]");
    match last.and_then(|at| route.split_at_checked(at)) {
        Some(([], [_, inner @ ..])) => {
            format!("{} of its last element", code(&inner.join(".")))
        }
        Some((list, [_, inner @ ..])) => format!(
            "{} of the last of {}",
            code(&inner.join(".")),
            code(&list.join("."))
        ),
        Some(_) | None => code(&route.join(".")),
    }
}
