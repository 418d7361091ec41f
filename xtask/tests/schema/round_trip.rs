//! The description says what the page says, line by line, no more and no less.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::document::{load, operation, pointers, reachable, with, without};
use crate::page::{described, difference, snippets};

#[test]
fn the_description_prints_the_page() {
    if let Some(diff) = difference(&described(), &load()) {
        panic!("schema/truto-crm.yaml and schema/source/ disagree:\n{diff}");
    }
}

#[test]
fn the_page_is_whole() {
    assert_eq!((described().len(), snippets().len()), (124, 124));
}

#[test]
fn a_line_removed_from_the_page_is_noticed() {
    let document = load();
    let page = described();
    for index in 0..page.len() {
        let mut shorter = page.clone();
        let line = shorter.remove(index);
        assert!(
            difference(&shorter, &document).is_some(),
            "line {}: {line}",
            index + 1
        );
    }
}

#[test]
fn a_line_changed_or_moved_on_the_page_is_noticed() {
    let document = load();
    let page = described();
    for index in 1..page.len() {
        let mut changed = page.clone();
        changed[index] = "20 supported 1 required";
        assert!(
            difference(&changed, &document).is_some(),
            "line {} changed",
            index + 1
        );

        let mut moved = page.clone();
        moved.swap(index - 1, index);
        let same = page[index - 1] == page[index];
        assert_eq!(
            difference(&moved, &document).is_none(),
            same,
            "line {} moved",
            index + 1
        );
    }
}

#[test]
fn a_part_removed_from_the_description_is_noticed() {
    let document = load();
    let page = described();
    let parts = printed_parts(&document);
    for part in &parts {
        assert!(
            difference(&page, &without(&document, part)).is_some(),
            "{part}"
        );
    }
    // Few lines are headings of the page's own, and many print more than one part.
    assert!(parts.len() > page.len(), "only {} parts", parts.len());
}

#[test]
fn a_changed_count_is_noticed() {
    let document = load();
    let page = described();
    let counts = printed_parts(&document).into_iter().filter(|part| {
        part.contains("/x-truto-") && document.pointer(part).is_some_and(Value::is_u64)
    });
    let mut changed = 0;
    for count in counts {
        assert!(
            difference(&page, &with(&document, &count, json!(99))).is_some(),
            "{count}"
        );
        changed += 1;
    }
    // 13 + 17 counts of support, 4 of unnamed fields, 4 of required integrations.
    assert_eq!(changed, 13 + 17 + 4 + 4);
}

/// Pointers of all that the page prints: of the operation, of its path and query parameters and of
/// the schemas of its request and its response.
fn printed_parts(document: &Value) -> Vec<String> {
    let (path, operation) = operation(document).expect("an operation");
    let path = format!("/paths/{}", path.replace('/', "~1"));
    let headings = ["", "/patch/summary"].map(|part| format!("{path}{part}"));
    let guides = ["", "/requestBody"].map(|part| format!("{path}/patch{part}/description"));

    let parameters = operation["parameters"].as_array().expect("parameters");
    let bodies = [&operation["requestBody"], &operation["responses"]["200"]];
    let roots = parameters
        .iter()
        .chain(bodies.map(|b| &b["content"]["application/json"]["schema"]));
    let components: BTreeSet<String> = roots
        .map(|node| {
            node["$ref"]
                .as_str()
                .and_then(|r| r.strip_prefix('#'))
                .expect("a reference")
        })
        .flat_map(|root| reachable(document, root))
        .collect();
    let parts = components.iter().flat_map(|at| {
        let component = document.pointer(at).expect("a component");
        let mut inner = pointers(component);
        inner.retain(|part| is_printed(component, &part.split('/').skip(1).collect::<Vec<_>>()));
        inner.into_iter().map(move |part| format!("{at}{part}"))
    });
    headings.into_iter().chain(guides).chain(parts).collect()
}

/// Whether the page prints this part of a parameter or a schema.
fn is_printed(component: &Value, part: &[&str]) -> bool {
    let in_url = component["in"] == "path" || component["in"] == "query";
    match part {
        ["in" | "description"] => in_url,
        // The page shows choices instead, and none for a boolean.
        ["example"] => {
            in_url && !matches!(component["schema"]["type"].as_str(), None | Some("boolean"))
        }
        // Values without meanings are printed where they are used.
        ["enum", _] => component["x-enum-descriptions"].is_object(),
        ["default"]
        | ["x-enum-descriptions", _]
        | ["x-truto-unnamed-fields", _]
        | ["x-truto-unnamed-fields", _, "after" | "supported"] => true,
        ["properties", name, "description"] => {
            component["properties"][name]["x-truto-undescribed"] != true
        }
        ["properties", _]
        | ["properties", _, "x-truto-undescribed" | "x-truto-support"]
        | ["properties", _, "x-truto-support", _]
        | ["properties", _, "x-truto-enum-by-integration", _, _]
        | ["properties", _, "examples", _, _] => true,
        _ => false,
    }
}
