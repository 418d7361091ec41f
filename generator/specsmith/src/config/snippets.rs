//! `[sdk.snippets]`: in which languages requests are shown.
//!
//! This module must not know how a snippet is rendered.

use toml::Spanned;
use toml::de::DeValue;

use super::table::{Sink, Table, hint, string, table};
use super::value::{Placed, join};
use super::{EnvVar, Language, Snippets, Target, builtin};

pub(super) fn snippets(mut table: Table<'_, '_>, out: &str, sink: &mut Sink) -> Snippets {
    let path = table.folder("path", || join(out, "snippets"), sink);
    let expected = "a list of names and tables";
    let targets = match table.list("targets", expected, sink) {
        None => builtin::targets(),
        Some(list) => targets(list, sink),
    };
    let env = table
        .table("env", sink)
        .map(|env| environment(env, sink))
        .unwrap_or_default();
    table.finish(sink);
    Snippets { path, targets, env }
}

fn targets(list: &[Spanned<DeValue<'_>>], sink: &mut Sink) -> Vec<Target> {
    let mut targets: Vec<Target> = Vec::new();
    for value in list {
        let Some(target) = target(value, sink) else {
            continue;
        };
        if targets.iter().any(|other| other.id == target.id) {
            let at = sink.origin(value.span());
            let message = format!("there are two targets `{}`", target.id);
            sink.push(
                "config-value",
                at,
                message,
                "remove one of them or give it another `id`",
            );
        }
        targets.push(target);
    }
    targets
}

fn target(value: &Spanned<DeValue<'_>>, sink: &mut Sink) -> Option<Target> {
    if let DeValue::Table(_) = value.get_ref() {
        return own_target(table(value, "the target", sink)?, sink);
    }
    let id = string(value, "a target", sink)?;
    let known = builtin::target(&id);
    if known.is_none() {
        let message = format!("there is no built-in target `{}`", id.value);
        sink.wrong(&id, &message, &hint(&id, &builtin::IDS));
    }
    known
}

fn own_target(mut table: Table<'_, '_>, sink: &mut Sink) -> Option<Target> {
    let id = table.required("id", "\"my-sdk\"", sink);
    let label = table.string("label", sink);
    let language = table
        .required("language", "\"python\"", sink)
        .and_then(|l| language(&l, sink));
    let extension = table.required("extension", "\"py\"", sink);
    let template = table.string("template", sink);
    let at = table.at();
    table.finish(sink);
    let (id, extension) = (id?, extension?);
    for name in [&id, &extension] {
        if !name
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_')
            || name.is_empty()
        {
            let message = format!("`{}` cannot be part of a file name", name.value);
            sink.wrong(name, &message, "use ASCII letters, digits, `-` and `_`");
        }
    }
    let template = template.unwrap_or_else(|| Placed {
        value: builtin::template(&id, &extension),
        at: Some(at),
    });
    Some(Target {
        label: label.map_or_else(|| id.value.clone(), |label| label.value),
        id: id.value,
        language: language?,
        extension: extension.value,
        template,
    })
}

fn language(name: &Placed<String>, sink: &mut Sink) -> Option<Language> {
    let language = Language::ALL
        .into_iter()
        .find(|language| language.name() == name.value);
    if language.is_none() {
        let message = format!("snippets cannot be printed in `{}`", name.value);
        sink.wrong(
            name,
            &message,
            &hint(name, &Language::ALL.map(Language::name)),
        );
    }
    language
}

fn environment(table: Table<'_, '_>, sink: &mut Sink) -> Vec<EnvVar> {
    let mut variables = Vec::new();
    for (of, name) in table.entries(sink) {
        let valid = |c: char| c.is_ascii_alphanumeric() || c == '_';
        if name.is_empty()
            || name.starts_with(|c: char| c.is_ascii_digit())
            || !name.chars().all(valid)
        {
            let message = format!("`{}` cannot name an environment variable", name.value);
            sink.wrong(&name, &message, "use ASCII letters, digits and `_`");
        }
        variables.push(EnvVar {
            of,
            name: name.value,
        });
    }
    variables
}
