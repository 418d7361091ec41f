//! The docs of the root: what a reader sees first.
//!
//! It must not decide which operation is shown.

use super::{docs, sample};
use crate::plan::{Group, OperationPlan, Plan};
use crate::print::{Fragment, commonmark, rust};

/// What the service is, how it is called, and where to read on.
pub(super) fn docs(plan: &Plan<'_>) -> Fragment {
    let said = rust::inner_docs(described(plan).iter().map(String::as_str));
    if plan.sdk.types_only {
        return said;
    }
    let example = example(plan);
    let guide = rust::inner_doc_lines(&guide(plan));
    rust::joined([Some(said), example, Some(guide)].into_iter().flatten())
}

/// The words of the description.
fn described(plan: &Plan<'_>) -> Vec<String> {
    let info = &plan.api.info;
    let what = if plan.sdk.types_only {
        "Types"
    } else {
        "Client"
    };
    let mut text = vec![format!(
        "{what} of {}, version {}.",
        docs::code(&info.title),
        docs::code(&info.version)
    )];
    text.extend(info.summary.as_deref().map(commonmark::summary));
    text.extend(info.description.clone());
    text
}

/// The first operation as an example that is compiled; nothing in a module, whose crate it would be a
/// test of.
fn example(plan: &Plan<'_>) -> Option<Fragment> {
    if plan.sdk.module.is_some() {
        return None;
    }
    let (group, op) = plan.operations().next()?;
    let sample: Vec<String> = sample_lines(plan, group, op).collect();
    let fence = rust::fence(&sample);
    let mut lines = vec![String::new(), format!("{fence}no_run")];
    let condition = condition(plan, group, &sample);
    lines.extend(condition.map(|condition| format!("# {condition}")));
    lines.push("# async fn example() -> Result<(), Box<dyn std::error::Error>> {".to_owned());
    lines.extend(sample);
    lines.extend(["# Ok(())", "# }", &fence].map(str::to_owned));
    Some(rust::inner_doc_lines(&lines))
}

/// The lines of the sample. One that begins with `#` would be hidden.
fn sample_lines<'a>(
    plan: &'a Plan<'_>,
    group: &'a Group,
    op: &'a OperationPlan,
) -> impl Iterator<Item = String> {
    let lines = sample::lines(plan, group, op).into_iter();
    lines.map(|line| match line.trim_start().strip_prefix('#') {
        Some(_) => line.replacen('#', "##", 1),
        None => line,
    })
}

/// The example is there only with the features that it needs.
fn condition(plan: &Plan<'_>, group: &Group, sample: &[String]) -> Option<String> {
    let index = plan.groups.iter().position(|it| it.ident == group.ident)?;
    let feature = plan.features.of_group(index)?;
    let reads = sample.iter().any(|line| line.contains("serde_json::from_"));
    Some(match plan.features.of_serde().filter(|_| reads) {
        Some(serde) => format!("#[cfg(all(feature = {feature:?}, feature = {serde:?}))]"),
        None => format!("#[cfg(feature = {feature:?})]"),
    })
}

/// Where to read on.
fn guide(plan: &Plan<'_>) -> Vec<String> {
    let mut lines = vec![
        "".to_owned(),
        "A [`Client`] has a method for each group of operations, and a group one for each of its"
            .to_owned(),
        "operations. That takes what is required and returns a [`Call`], whose methods set the rest."
            .to_owned(),
        "A call is sent by `send`, which decodes the answer, `send_response`, which adds status and"
            .to_owned(),
        "headers, `send_raw` or `send_stream`. What can go wrong is told by [`Error`].".to_owned(),
    ];
    if plan.operations().any(|(_, op)| op.paging.is_some()) {
        lines.extend(
            [
                "",
                "Answers that come in pages are also streams, in a blocking client iterators: `pages` of",
                "[`Pages`], `items` of their items.",
            ]
            .map(str::to_owned),
        );
    }
    lines
}
