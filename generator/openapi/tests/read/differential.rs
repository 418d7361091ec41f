//! Our readers and those of serde agree on what both accept.

use std::path::Path;

use proptest::prelude::*;
use serde_json::Value as Json;

use super::Outcome;

fn any_json() -> impl Strategy<Value = Json> {
    let leaf = prop_oneof![
        Just(Json::Null),
        any::<bool>().prop_map(Json::from),
        any::<i64>().prop_map(Json::from),
        any::<u64>().prop_map(Json::from),
        any::<f64>()
            .prop_filter("finite", |it| it.is_finite())
            .prop_map(Json::from),
        any_text().prop_map(Json::from),
    ];
    leaf.prop_recursive(5, 60, 8, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..8).prop_map(Json::from),
            prop::collection::vec((any_text(), inner), 0..8)
                .prop_map(|entries| Json::Object(entries.into_iter().collect())),
        ]
    })
}

/// Text with a liking for what YAML and JSON treat in ways of their own.
fn any_text() -> impl Strategy<Value = String> {
    const TRICKY: &[&str] = &[
        "",
        " ",
        "~",
        "null",
        "true",
        "Yes",
        "on",
        "0",
        "-1",
        "+1",
        "1.0",
        "1e3",
        "0x1F",
        "0o17",
        "007",
        ".5",
        ".inf",
        "<<",
        "- a",
        "a: b",
        "#c",
        "&a",
        "*a",
        "!t",
        "|",
        ">",
        "'",
        "\"",
        "%",
        "@",
        "`",
        "---",
        "...",
        "{",
        "}",
        "[",
        "]",
        ",",
        "?",
        "? a",
        ": b",
        "a\nb",
        "\na",
        "a\n",
        "a\n\n",
        " a",
        "a ",
        "\t",
        "a\tb",
        "\\",
        "\\u0041",
        "2020-01-01",
        "12:30",
        "é",
        "名前",
        "\u{1F600}",
        "\u{85}",
        "\u{2028}",
        "\u{feff}",
        "\u{7f}",
        "\u{1}",
        "\r\n",
        "=",
    ];
    prop_oneof![
        prop::sample::select(TRICKY).prop_map(str::to_owned),
        prop::collection::vec(prop::sample::select(TRICKY), 1..4).prop_map(|it| it.concat()),
        "[ -~]{0,12}",
        "\\PC{0,8}",
    ]
}

/// Some text reads as a number beyond those of double precision.
fn overflows(value: &Json) -> bool {
    let number = |text: &str| text.parse::<f64>().is_ok_and(f64::is_infinite);
    match value {
        Json::String(text) => number(text),
        Json::Array(elements) => elements.iter().any(overflows),
        Json::Object(entries) => entries.iter().any(|(key, it)| number(key) || overflows(it)),
        Json::Null | Json::Bool(_) | Json::Number(_) => false,
    }
}

/// Reads without a finding, or says what was found.
fn read(name: &str, text: &str) -> Json {
    let outcome = Outcome::of(name, text);
    assert_eq!(outcome.text(), "", "{text}");
    outcome.root().to_json()
}

proptest! {
    #[test]
    fn json_that_serde_writes(value in any_json()) {
        prop_assert_eq!(&read("a.json", &value.to_string()), &value);
        prop_assert_eq!(&read("a.json", &serde_json::to_string_pretty(&value).unwrap()), &value);
    }

    #[test]
    fn yaml_that_serde_writes(value in any_json()) {
        let text = serde_yaml::to_string(&value).unwrap();
        // A document that is one empty value has no text.
        let back: Json = serde_yaml::from_str(&text).unwrap();
        // serde writes the key `<<` and text like `1e999` without quotes, and takes these for line
        // breaks, as YAML 1.1.
        let different = text.contains("<<")
            || text.contains(['\u{85}', '\u{2028}', '\u{2029}'])
            || overflows(&value);
        if !text.trim().is_empty() && !different {
            prop_assert_eq!(&read("a.yaml", &text), &back, "{}", text);
        }
    }

    #[test]
    fn json_is_yaml(value in any_json()) {
        // As a list of one it cannot be taken for JSON by its first character.
        let text = format!("- {value}\n");
        let outcome = Outcome::of("a.yaml", &text);
        // YAML has no raw U+007F and the like, JSON has.
        if outcome.document.is_some() {
            prop_assert_eq!(outcome.root().to_json(), Json::from(vec![value]));
        } else {
            prop_assert!(outcome.findings().contains("cannot stand here"), "{}", outcome.text());
        }
    }

    #[test]
    fn json_that_serde_refuses_is_refused(text in "[\\[\\]{}:,\"\\\\a0-9.eE+ ut\n-]{0,12}") {
        let serde = serde_json::from_str::<Json>(&text);
        let outcome = Outcome::of("a.json", &text);
        match serde {
            Ok(value) => prop_assert!(same(&outcome.root().to_json(), &value), "{}", text),
            Err(error) => {
                let too_large = error.to_string().starts_with("number out of range");
                let clean = outcome.report.diagnostics().is_empty();
                prop_assert!(!clean || too_large, "{}: {}", text, error);
            }
        }
    }
}

/// Documents of this repository, as YAML and as JSON.
#[test]
fn descriptions_of_this_repository() {
    let schema = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../schema");
    let mut count = 0;
    for entry in std::fs::read_dir(schema).unwrap() {
        let path = entry.unwrap().path();
        if path
            .extension()
            .is_some_and(|it| it == "yaml" || it == "json")
        {
            agree(&path);
            count += 1;
        }
    }
    assert!(count > 0);
}

/// Descriptions of others, in the folder that `SPECSMITH_CORPUS` names.
#[test]
fn corpus() {
    let Ok(folder) = std::env::var("SPECSMITH_CORPUS") else {
        println!("skipped: SPECSMITH_CORPUS names no folder of descriptions");
        return;
    };
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path
            .extension()
            .is_some_and(|it| it == "yaml" || it == "yml" || it == "json")
        {
            agree(&path);
        }
    }
}

/// Equal up to the last digit of fractions, which serde_json rounds in a way of its own.
fn same(ours: &Json, theirs: &Json) -> bool {
    match (ours, theirs) {
        (Json::Array(ours), Json::Array(theirs)) => {
            ours.len() == theirs.len() && ours.iter().zip(theirs).all(|(a, b)| same(a, b))
        }
        (Json::Object(ours), Json::Object(theirs)) => {
            let pairs = || ours.iter().zip(theirs);
            ours.len() == theirs.len() && pairs().all(|((k, a), (l, b))| k == l && same(a, b))
        }
        (Json::Number(a), Json::Number(b)) if a.is_f64() && b.is_f64() => {
            let (a, b) = (a.as_f64().unwrap(), b.as_f64().unwrap());
            (a - b).abs() <= a.abs() * 4.0 * f64::EPSILON
        }
        _ => ours == theirs,
    }
}

fn agree(path: &Path) {
    let text = std::fs::read_to_string(path).unwrap();
    let name = path.file_name().unwrap().to_str().unwrap();
    let ours = read(name, &text);
    if name.ends_with(".json") {
        assert!(same(&ours, &serde_json::from_str(&text).unwrap()), "{name}");
    } else {
        assert!(
            ours == serde_yaml::from_str::<Json>(&text).unwrap(),
            "{name}"
        );
        assert!(ours == read("a.json", &ours.to_string()), "{name}");
    }
}
