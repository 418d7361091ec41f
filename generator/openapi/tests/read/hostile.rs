//! No input panics, hangs, overflows the stack or exhausts memory.

use proptest::prelude::*;
use specsmith_openapi::read::{Node, Value, codes, read};
use specsmith_openapi::{Limits, Report, Sources};

use super::Outcome;

const DEEP: usize = 100_000;

fn assert_stops(name: &str, text: &str, code: &str) {
    // A part of the limit by default, so that the tests take a part of its time.
    let limits = Limits {
        nodes: 200_000,
        ..Limits::default()
    };
    let outcome = Outcome::within(name, text, &limits);
    assert!(outcome.document.is_none());
    let codes: Vec<_> = outcome
        .report
        .diagnostics()
        .iter()
        .map(|it| it.code)
        .collect();
    assert_eq!(codes, [code], "{}", outcome.text());
    assert!(outcome.text().len() < 2000);
}

#[test]
fn nesting_stops_with_a_message() {
    assert_stops("a.json", &"[".repeat(DEEP), "too-deep");
    assert_stops("a.json", &"{\"a\":".repeat(DEEP), "too-deep");
    assert_stops(
        "a.json",
        &format!("{}{}", "[".repeat(DEEP), "]".repeat(DEEP)),
        "too-deep",
    );
    assert_stops("a.yaml", &format!("a: {}", "[".repeat(DEEP)), "too-deep");
    assert_stops(
        "a.yaml",
        &format!("a: {}{}", "[".repeat(DEEP), "]".repeat(DEEP)),
        "too-deep",
    );
    assert_stops("a.yaml", &format!("a: {}", "{a: ".repeat(DEEP)), "too-deep");
    assert_stops("a.yaml", &format!("a: {}", "[a: ".repeat(DEEP)), "too-deep");
    assert_stops("a.yaml", &"- ".repeat(DEEP), "too-deep");
    assert_stops("a.yaml", &"? ".repeat(DEEP), "too-deep");
    assert_stops("a.yaml", &"[".repeat(DEEP), "too-deep");
    let steps: String = (0..1000)
        .map(|level| format!("{}a:\n", " ".repeat(level)))
        .collect();
    assert_stops("a.yaml", &steps, "too-deep");
}

#[test]
fn the_limit_on_nesting_is_exact() {
    let limits = Limits {
        depth: 3,
        ..Limits::default()
    };
    assert!(
        Outcome::within("a.json", "[[{}]]", &limits)
            .document
            .is_some()
    );
    assert!(
        Outcome::within("a.json", "[[{\"a\": []}]]", &limits)
            .document
            .is_none()
    );
    assert!(
        Outcome::within("a.yaml", "- - a: 1", &limits)
            .document
            .is_some()
    );
    assert!(
        Outcome::within("a.yaml", "- - a: [1]", &limits)
            .document
            .is_none()
    );
    let unbounded = Limits {
        depth: u32::MAX,
        ..Limits::default()
    };
    let nested = |depth| format!("{}{}", "[".repeat(depth), "]".repeat(depth));
    assert!(
        Outcome::within("a.json", &nested(256), &unbounded)
            .document
            .is_some()
    );
    assert!(
        Outcome::within("a.json", &nested(257), &unbounded)
            .document
            .is_none()
    );
    assert!(
        Outcome::within("a.yaml", &format!("a: {}", nested(255)), &unbounded)
            .document
            .is_some()
    );
    assert!(
        Outcome::within("a.yaml", &format!("a: {}", nested(256)), &unbounded)
            .document
            .is_none()
    );
}

#[test]
fn values_are_counted() {
    let limits = Limits {
        nodes: 3,
        ..Limits::default()
    };
    assert!(
        Outcome::within("a.json", "[1, 2]", &limits)
            .document
            .is_some()
    );
    assert!(
        Outcome::within("a.json", "[1, 2, 3]", &limits)
            .document
            .is_none()
    );
    assert!(
        Outcome::within("a.yaml", "- 1\n- 2\n", &limits)
            .document
            .is_some()
    );
    assert!(
        Outcome::within("a.yaml", "- 1\n- 2\n- 3\n", &limits)
            .document
            .is_none()
    );
}

/// Ten anchors, each ten times the one before.
fn laughs(first: &str, open: &str, close: &str) -> String {
    let mut text = format!("a0: &a0 {first}\n");
    for level in 1..=10 {
        let aliases = vec![format!("*a{}", level - 1); 10].join(", ");
        text += &format!("a{level}: &a{level} {open}{aliases}{close}\n");
    }
    text
}

#[test]
fn aliases_that_multiply_stop_with_a_message() {
    assert_stops("a.yaml", &laughs("[lol]", "[", "]"), "too-many-values");
    // Few values, much text.
    let text = "x".repeat(1 << 20);
    assert_stops(
        "a.yaml",
        &format!("a: &a {text}\nb: [{}]\n", "*a, ".repeat(500)),
        "too-many-values",
    );
    let key = format!("{{{text}: 1}}");
    assert_stops(
        "a.yaml",
        &format!("a: &a {key}\nb: [{}]\n", "*a, ".repeat(500)),
        "yaml-syntax",
    );
    let key = format!("{{? {text}\n : 1}}");
    assert_stops(
        "a.yaml",
        &format!("a: &a {key}\nb: [{}]\n", "*a, ".repeat(500)),
        "too-many-values",
    );
}

#[test]
fn aliases_have_a_limit_of_their_own() {
    let limits = Limits {
        alias_nodes: 3,
        ..Limits::default()
    };
    for (text, stops) in [
        ("a: &a [1]\nb: *a\nc: 5\n", false),
        ("a: &a [1]\nb: *a\nc: *a\n", true),
    ] {
        let outcome = Outcome::within("a.yaml", text, &limits);
        assert_eq!(outcome.document.is_none(), stops, "{text}");
        assert_eq!(outcome.text().contains("[too-many-aliases]"), stops);
    }
}

#[test]
fn merges_that_multiply_stop_with_a_message() {
    let mut text = "a0: &a0 {".to_owned();
    text.extend((0..1000).map(|key| format!("k{key}: v, ")));
    text += "}\n";
    text.extend((0..1000).map(|key| format!("m{key}: {{<<: *a0}}\n")));
    assert_stops("a.yaml", &text, "too-many-values");
}

#[test]
fn anchors_around_anchors_stop_with_a_message() {
    let open: String = (0..120).map(|level| format!("&a{level} [")).collect();
    let text = format!("a: {open}{}{}\n", "x, ".repeat(10_000), "]".repeat(120));
    assert_stops("a.yaml", &text, "too-many-values");
}

#[test]
fn long_things_take_linear_time() {
    let started = std::time::Instant::now();
    let many = 100_000;
    let keys: String = (0..many).map(|key| format!("\"k{key}\": 1,\n")).collect();
    assert!(
        Outcome::of("a.json", &format!("{{{keys}\"z\": 1}}"))
            .document
            .is_some()
    );
    assert!(
        Outcome::of("a.yaml", &keys.replace("1,", "1"))
            .document
            .is_some()
    );
    assert!(
        Outcome::of("a.yaml", &"a\n".repeat(many))
            .document
            .is_some()
    );
    assert!(
        Outcome::of("a.yaml", &format!("a: |\n{}", "  x\n".repeat(many)))
            .document
            .is_some()
    );
    assert!(
        Outcome::of("a.json", &format!("[{}1]", "1,\n".repeat(many)))
            .document
            .is_some()
    );
    assert!(
        Outcome::of("a.json", &format!("\"{}\"", "\\u0041".repeat(many)))
            .document
            .is_some()
    );
    assert!(started.elapsed().as_secs() < 30, "{:?}", started.elapsed());
}

/// What must hold for any text.
fn check_invariants(name: &str, text: &str) {
    let outcome = Outcome::of(name, text);
    let fatal = outcome.report.counts().fatal;
    assert_eq!(
        fatal,
        usize::from(outcome.document.is_none()),
        "one message ends a file"
    );
    let limit = outcome
        .report
        .diagnostics()
        .iter()
        .filter_map(|it| it.at)
        .map(|it| it.file)
        .next();
    let text = match (&outcome.document, limit) {
        (Some(document), _) => outcome.sources.text(document.file),
        (None, Some(file)) => outcome.sources.text(file),
        (None, None) => panic!("no tree and no place"),
    };
    for finding in outcome.report.diagnostics() {
        assert!(
            codes::ALL.iter().any(|(code, _)| *code == finding.code),
            "{}",
            finding.code
        );
        let places = finding
            .at
            .iter()
            .chain(finding.related.iter().map(|(at, _)| at));
        for at in places {
            assert!(text.get(at.range()).is_some(), "{} at {at:?}", finding.code);
        }
        assert!(!finding.message.is_empty() && !finding.help.is_empty());
        assert!(
            !finding.message.starts_with(|c: char| c.is_uppercase())
                || finding.message.starts_with("U+")
                || finding.message.starts_with("JSON")
        );
    }
    let printed = outcome.text();
    assert!(
        printed.chars().all(|c| c == '\n' || !c.is_control()),
        "{printed:?}"
    );
    if let Some(document) = &outcome.document {
        check_places(&document.root, text);
        assert!(document.root.same_value(&document.root.clone()));
        document.root.to_json();
    }
}

fn check_places(node: &Node, text: &str) {
    assert!(text.get(node.origin.range()).is_some(), "{:?}", node.origin);
    match &node.value {
        Value::List(items) => items.iter().for_each(|item| check_places(item, text)),
        Value::Map(map) => {
            for (position, entry) in map.iter().enumerate() {
                assert!(text.get(entry.key.origin.range()).is_some());
                assert_eq!(map.position(&entry.key.text), Some(position));
                check_places(&entry.value, text);
            }
        }
        _ => {}
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn any_text(text in "\\PC{0,40}|[\\x00-\\x7f\u{80}-\u{a0}\u{202e}\u{feff}]{0,40}") {
        check_invariants("a.json", &text);
        check_invariants("a.yaml", &text);
    }

    #[test]
    fn signs_of_yaml(text in "([\\[\\]{}:,?&*!|>'\"%@`#<~\\\\ab01.é\t\r\n -]|: |- |\n  |<<: |\\*a|&a |--- |!!|\\.\\.\\.|\n\n){0,60}") {
        check_invariants("a.yaml", &text);
        check_invariants("schema", &text);
    }

    #[test]
    fn signs_of_json(text in "([\\[\\]{}:,\"\\\\a0eu.\n -]|\"a\":|\\[|\\{|\\\\u|\\\\ud8|true|null|1e){0,60}") {
        check_invariants("a.json", &text);
        check_invariants("schema", &text);
    }

    #[test]
    fn broken_descriptions(at in 0..600usize, sign in "[\\[\\]{}:,?&*!|>'\"%@`#\t\r\n\u{0} x-]{0,2}", cut in 0..3usize) {
        let text = "openapi: 3.1.0\ninfo: {title: \"Pets\", version: '1'}\npaths:\n  /pets/{id}:\n    get:\n      \
            parameters:\n        - &id\n          name: id\n          in: path\n          schema: {type: [string, \"null\"]}\n      \
            responses:\n        200:\n          description: |\n            All\n             of them\n          content:\n            \
            application/json: {schema: &s {$ref: '#/x'}}\n        default: {<<: *s, description: >-\n  x}\n";
        let at = at.min(text.len());
        let end = (at + cut).min(text.len());
        let text = format!("{}{sign}{}", &text[..at], &text[end..]);
        check_invariants("a.yaml", &text);
    }

    #[test]
    fn any_bytes(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let directory = tempfile::tempdir().unwrap();
        for name in ["a.yaml", "a.json"] {
            let path = directory.path().join(name);
            std::fs::write(&path, &bytes).unwrap();
            let (mut sources, mut report) = (Sources::new(), Report::new());
            let document = read(&path, &Limits::default(), &mut sources, &mut report);
            prop_assert_eq!(report.is_fatal(), document.is_none());
            report.render_text(&sources, true);
        }
    }
}
