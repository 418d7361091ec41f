//! Expressions and what they select.

use super::{Query, TooMany};
use crate::read::{Node, Sources};
use crate::report::Origin;

const TREE: &str = r#"{
    "paths": {
        "/a": {"get": {"tags": ["x", "y"], "n": 1}, "post": {"tags": ["y"], "n": 2.0}},
        "/b": {"get": {"tags": [], "deprecated": true, "n": "2"}}
    },
    "list": [0, 1, 2, 3, {"a": null}],
    "it's": {"a\nb": 1, "☺": 2}
}"#;

fn node(text: &str) -> Node {
    let file = Sources::new().add("tree.json", String::new());
    let json = serde_json::from_str(text).unwrap();
    Node::from_json(&json, Origin::of_bytes(file, 0..0))
}

fn selected(expression: &str) -> String {
    match Query::parse(expression) {
        Ok(query) => {
            let trails = query.select(&node(TREE), 10_000).unwrap();
            let pointers: Vec<String> = trails.iter().map(|it| it.pointer()).collect();
            pointers.join(" ")
        }
        Err(fault) => format!("{}..{} {}", fault.at.start, fault.at.end, fault.message),
    }
}

#[test]
fn selectors() {
    for (expression, expected) in [
        ("$", ""),
        ("$.list[0]", "/list/0"),
        ("$.list[-1].a", "/list/4/a"),
        ("$.list[1:3]", "/list/1 /list/2"),
        ("$.list[::-2]", "/list/4 /list/2 /list/0"),
        ("$.list[::0]", ""),
        ("$.list[9, 'a', 0]", "/list/0"),
        (
            "$ ['paths'] \n ['/a'] .get [ 'tags' ]",
            "/paths/~1a/get/tags",
        ),
        ("$['paths']['/a'].*.n", "/paths/~1a/get/n /paths/~1a/post/n"),
        (
            "$..tags",
            "/paths/~1a/get/tags /paths/~1a/post/tags /paths/~1b/get/tags",
        ),
        ("$['it\\'s']['a\\nb']", "/it's/a\nb"),
        ("$[\"it's\"]['\\u263A']", "/it's/☺"),
        ("$['it\\u0027s'].☺", "/it's/☺"),
        ("$.none.more", ""),
    ] {
        assert_eq!(selected(expression), expected, "{expression}");
    }
}

#[test]
fn filters() {
    for (expression, expected) in [
        ("$.paths.*[?@.deprecated]", "/paths/~1b/get"),
        (
            "$.paths.*[?!@.deprecated].n",
            "/paths/~1a/get/n /paths/~1a/post/n",
        ),
        ("$.paths.*[?@.n == 2].n", "/paths/~1a/post/n"),
        ("$.paths.*[?@.n == '2'].n", "/paths/~1b/get/n"),
        ("$.paths.*[?@.n >= 1 && @.n < 2].n", "/paths/~1a/get/n"),
        (
            "$.paths.*[?(@.n == 1 || @.deprecated)].n",
            "/paths/~1a/get/n /paths/~1b/get/n",
        ),
        ("$.paths.*[?@.tags[?@ == 'x']].n", "/paths/~1a/get/n"),
        ("$.paths.*[?length(@.tags) == 0].n", "/paths/~1b/get/n"),
        ("$.paths[?count(@.*) > 1]", "/paths/~1a"),
        ("$.paths[?value(@..deprecated) == true]", "/paths/~1b"),
        ("$.paths.*.*[?match(@, 'x|z')]", ""),
        ("$.paths.*.get[?match(@, '[0-9]')]", "/paths/~1b/get/n"),
        ("$.paths.*.*.tags[?search(@, 'x')]", "/paths/~1a/get/tags/0"),
        ("$.list[?@ == $.list[3]]", "/list/3"),
        ("$.list[?@.a == null]", "/list/4"),
        ("$.list[?@.a == @.b]", "/list/0 /list/1 /list/2 /list/3"),
        ("$.list[?@ > 2.5e0]", "/list/3"),
        ("$.paths[?@.get == $.paths['/b'].get]", "/paths/~1b"),
    ] {
        assert_eq!(selected(expression), expected, "{expression}");
    }
}

#[test]
fn faults() {
    for (expression, expected) in [
        ("", "0..0 expected `$`"),
        ("paths", "0..1 expected `$`"),
        ("$.paths./a", "8..9 expected a name or `*` behind the dot"),
        ("$.a-b", "3..4 the expression ends before this"),
        ("$['a]", "2..5 the quote is not closed"),
        ("$['\\x']", "3..5 there is no such escape"),
        ("$['\\ud800']", "3..9 there is no such escape"),
        ("$[01]", "2..4 this is no position in a list"),
        (
            "$[a]",
            "2..3 expected a name in quotes, a position, `*` or `?`",
        ),
        ("$[0", "3..3 expected `,`"),
        (
            "$[?@.a == ]",
            "10..11 expected a path, a value or a function",
        ),
        (
            "$[?@..a == 1]",
            "3..11 a path that selects several nodes cannot be compared",
        ),
        ("$[?'a']", "3..6 a value alone is neither true nor false"),
        (
            "$[?length(@.*) == 1]",
            "3..14 `length` is no function with these arguments",
        ),
        (
            "$[?match(@.a) == 1]",
            "3..13 `match` is no function with these arguments",
        ),
        (
            "$[?search(@, '[')]",
            "3..17 `[` is no regular expression that is read here",
        ),
        ("$[?!@.a == 1]", "4..11 `!` stands before a value"),
        ("$ ", "1..2 the expression ends before this"),
    ] {
        assert_eq!(selected(expression), expected, "{expression}");
    }
    let deep = format!("$[?{}@{}]", "(".repeat(100), ")".repeat(100));
    assert!(selected(&deep).contains("nests too deep"));
}

#[test]
fn work_is_limited() {
    let query = Query::parse("$..*..*..*..*..*..*").unwrap();
    let deep = format!("{}1{}", "[".repeat(60), "]".repeat(60));
    assert_eq!(query.select(&node(&deep), 100_000).err(), Some(TooMany));
}

/// Where `.ci/run` puts <https://github.com/jsonpath-standard/jsonpath-compliance-test-suite>.
const SUITE: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/../../target/jsonpath/cts.json"
);

/// The suite of RFC 9535, if it is there. With `SPECSMITH_REQUIRE_TOOLS` it has to be.
#[expect(clippy::disallowed_methods, reason = "data of a test")]
fn suite() -> Option<serde_json::Value> {
    match std::fs::read_to_string(SUITE) {
        Ok(text) => Some(serde_json::from_str(&text).unwrap()),
        Err(error) => {
            let message = format!("{SUITE}, which `.ci/run` fetches: {error}");
            let required = std::env::var_os("SPECSMITH_REQUIRE_TOOLS").is_some();
            assert!(!required, "{message}");
            println!("skipped: {message}");
            None
        }
    }
}

#[test]
fn compliance() {
    let Some(suite) = suite() else { return };
    let cases = suite["tests"].as_array().unwrap();
    assert!(cases.len() > 600, "only {} cases", cases.len());
    let mut wrong = Vec::new();
    for case in cases {
        let selector = case["selector"].as_str().unwrap();
        let expects_fault = case["invalid_selector"] == true || is_left_out(selector);
        let right = match Query::parse(selector) {
            Err(_) => expects_fault,
            Ok(query) => !expects_fault && selects(&query, case),
        };
        if !right {
            wrong.push(format!("{}: {selector}", case["name"]));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Of what RFC 9485 has, classes of Unicode are refused.
fn is_left_out(selector: &str) -> bool {
    selector.contains("\\p{") || selector.contains("\\P{")
}

fn selects(query: &Query, case: &serde_json::Value) -> bool {
    let mut root = node(&case["document"].to_string());
    let trails = query.select(&root, 100_000).unwrap();
    let values = trails
        .iter()
        .map(|it| it.find(&mut root).unwrap().to_json());
    let values = serde_json::Value::Array(values.collect());
    match case["results"].as_array() {
        Some(any) => any.contains(&values),
        None => case["result"] == values,
    }
}
