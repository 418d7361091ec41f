//! Descriptions that mean harm: none of them runs as a test, becomes markup in the pages of
//! `cargo doc`, or breaks the code.
//!
//! A crate is generated from a description that holds such text wherever it may hold text. Beside
//! it stands a control, text that no printer made, so that a check that sees nothing is noticed.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    missing_docs,
    reason = "tests"
)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::{Value, json};
use specsmith::command::{self, Gen, Status, Terminal, Wanted};

const CRATE: &str = "hostile-descriptions";

/// A file that code of a description makes when it is run.
const RAN: &str = "description-ran";
/// The same for the control.
const CONTROL_RAN: &str = "control-ran";

/// An attribute that no page has unless a description, or the control, becomes markup.
const MARKUP: &str = "data-hostile";
const CONTROL_MARKUP: &str = "data-control";

/// Text that ends comments and strings, opens elements, and holds code to be run.
fn hostile(folder: &Path) -> String {
    let run = format!("std::fs::write({:?}, \"\").unwrap();", folder.join(RAN));
    [
        format!(
            "Sentence.\n\n```\n{run}\n```\n\n```rust\n{run}\n```\n\n~~~should_panic\n{run}\n~~~"
        ),
        format!("    {run}\n\n- item\n\n      {run}\n\n> ```\n> {run}\n> ```"),
        format!("<script {MARKUP}>alert(1)</script> <img {MARKUP} src=x onerror=alert(1)>"),
        format!("<div {MARKUP}>\n\nin\n\n</div>\n\n<!-- {MARKUP}\n\n--> <b {MARKUP}"),
        "*/ /* \"# \"## r#\" ]] }} {{ x }} {% if x %} */".to_owned(),
        "#![doc = \"\"] #[cfg(x)] \\ \\\" \\u{41} ''' `".to_owned(),
        "one\rtwo\r\nthree \u{202e}back\u{202c} \u{2066}apart\u{2069} \u{0}\u{1b}[31m\u{2028}"
            .to_owned(),
        "[`crate::Missing`] [x](javascript:alert(1)) [y][z] <javascript:alert(1)> ![p](x)"
            .to_owned(),
        "```".to_owned(),
    ]
    .join("\n\n")
}

/// The text wherever a description may hold one.
fn description(text: &str) -> Value {
    let pet = json!({
        "type": "object", "title": text, "description": text, "required": ["name"],
        "properties": {
            "name": {"type": "string", "description": text, "example": text, "x-note": {"text": text}},
            "kind": {
                "type": "string", "description": text, "default": "cat",
                "enum": ["cat", text], "x-enum-descriptions": [text, text]
            },
            text: {"type": "integer", "description": text, "deprecated": true}
        }
    });
    let body = json!({"application/json": {"schema": {"$ref": "#/components/schemas/Pet"}}});
    let op = json!({
        "operationId": "updatePet", "tags": ["pets"], "summary": text, "description": text,
        "externalDocs": {"url": "https://pets.example", "description": text},
        "parameters": [
            {"name": "id", "in": "path", "required": true, "description": text, "schema": {"type": "string"}},
            {"name": "q", "in": "query", "description": text, "schema": {"type": "string", "description": text}}
        ],
        "requestBody": {"description": text, "required": true, "content": body},
        "responses": {
            "200": {
                "description": text, "content": body,
                "headers": {"X-Count": {"description": text, "schema": {"type": "integer"}}}
            },
            "default": {"description": text, "content": body}
        }
    });
    json!({
        "openapi": "3.0.3",
        "info": {"title": text, "description": text, "version": text},
        "servers": [{"url": "https://pets.example", "description": text}],
        "tags": [{"name": "pets", "description": text}],
        "security": [{"token": []}],
        "paths": {"/pets/{id}": {"summary": text, "description": text, "patch": op}},
        "components": {
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer", "description": text}},
            "schemas": {"Pet": pet}
        }
    })
}

const CONFIG: &str = r#"
[[sdk]]
schema = "pets.json"
[sdk.crate]
name = "hostile-descriptions"
[sdk.docs]
[sdk.snippets]
[[sdk.extension]]
name = "x-note"
text = "Note: {{ text }}"
data = ["text"]
"#;

/// Generates the crate and returns its folder.
fn generate(folder: &Path) -> PathBuf {
    let _ = fs::remove_dir_all(folder);
    fs::create_dir_all(folder.join("generated")).unwrap();
    let text = description(&hostile(folder)).to_string();
    fs::write(folder.join("pets.json"), text).unwrap();
    fs::write(folder.join("specsmith.toml"), CONFIG).unwrap();
    // The versions that are built already.
    fs::copy("../Cargo.lock", folder.join("generated/Cargo.lock")).unwrap();
    let options = Gen {
        wanted: Wanted::Config(folder.join("specsmith.toml")),
        strict: false,
        mend: String::new(),
    };
    let (mut results, mut findings) = (Vec::new(), Vec::new());
    let mut terminal = Terminal::plain(&mut results, &mut findings);
    let status = command::write(&options, &mut terminal);
    drop(terminal);
    assert_eq!(
        status,
        Status::Done,
        "{}",
        String::from_utf8_lossy(&findings)
    );
    folder.join("generated").join(CRATE)
}

/// Adds what the printers would not have let through.
fn add_control(krate: &Path, folder: &Path) {
    let path = krate.join("src/lib.rs");
    let lib = fs::read_to_string(&path).unwrap();
    let run = format!(
        "std::fs::write({:?}, \"\").unwrap();",
        folder.join(CONTROL_RAN)
    );
    let docs = format!("<b {CONTROL_MARKUP}>x</b>\n\n```\n{run}\n```");
    fs::write(
        path,
        format!("{lib}\n#[doc = {docs:?}]\npub const CONTROL: u8 = 0;\n"),
    )
    .unwrap();
}

fn target() -> PathBuf {
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).parent().unwrap();
    target.to_owned()
}

fn cargo(krate: &Path, arguments: &[&str]) {
    let output = Command::new(env!("CARGO"))
        .args(arguments)
        .arg("--quiet")
        .arg("--target-dir")
        .arg(target())
        .current_dir(krate)
        .env("RUSTDOCFLAGS", "-D warnings")
        .env_remove("CARGO_MANIFEST_DIR")
        .output()
        .unwrap();
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    assert!(
        output.status.success(),
        "cargo {arguments:?}\n{}{}",
        text(&output.stdout),
        text(&output.stderr)
    );
}

/// Every page below a folder.
fn pages(folder: &Path) -> Vec<String> {
    let mut pages = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            pages.extend(self::pages(&path));
        } else if path.extension().is_some_and(|it| it == "html") {
            pages.push(fs::read_to_string(path).unwrap());
        }
    }
    pages
}

/// The tags of a page, but for the one that repeats the first paragraph in an attribute. Text that
/// got out of the attribute would be a tag of its own.
fn tags(page: &str) -> impl Iterator<Item = &str> {
    page.split('<')
        .skip(1)
        .filter_map(|rest| rest.split('>').next())
        .filter(|tag| !tag.starts_with("meta name=\"description\" content=\""))
}

fn is_hidden(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{2028}' | '\0' | '\r' | '\u{1b}')
}

#[test]
fn descriptions_neither_run_nor_become_markup() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("descriptions");
    let krate = generate(&folder);
    add_control(&krate, &folder);

    cargo(&krate, &["test", "--doc"]);
    assert!(folder.join(CONTROL_RAN).exists(), "documentation is tested");
    assert!(!folder.join(RAN).exists(), "a description ran as a test");

    cargo(&krate, &["doc", "--no-deps"]);
    let pages = pages(&target().join("doc").join(CRATE.replace('-', "_")));
    let holds = |needle: &str| {
        pages
            .iter()
            .any(|page| tags(page).any(|tag| tag.contains(needle)))
    };
    assert!(holds(CONTROL_MARKUP), "markup is seen");
    assert!(!holds(MARKUP), "a description became markup");
    assert!(!holds("javascript:"), "a description became a link");
    let shown = pages
        .iter()
        .filter(|page| page.contains(&format!("&lt;script {MARKUP}&gt;")));
    assert!(shown.count() >= 4, "descriptions are shown as text");
    for page in &pages {
        assert!(!page.contains(is_hidden), "a character that is not seen");
    }
}
