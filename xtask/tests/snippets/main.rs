//! Runs every request snippet against a recorder and requires the same request of all of them.
//!
//! Once for the real description and once for one whose values are hostile to every language. The
//! snippets of SDKs run against stand-ins with the SDKs' signatures.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::disallowed_methods,
    missing_docs,
    reason = "tests"
)]

mod recorder;
mod run;

use std::path::Path;

use recorder::{Recorded, Recorder};
use run::{ENVIRONMENT, NOWHERE, SERVER, folder, generate, run, stops_without, tool, write};
use serde_json::{Value, json};

const REAL: &str = "../specsmith.toml";
const HOSTILE: &str = "tests/snippets/hostile/specsmith.toml";

/// What a snippet has to ask.
struct Expected {
    method: &'static str,
    /// Parts of the path, not encoded.
    path: Vec<String>,
    pairs: Vec<(String, String)>,
    /// Headers beside those of the body, names in lower case.
    headers: Vec<(&'static str, String)>,
    body: Value,
}

/// Where the snippets of an operation are, and what they have to ask.
struct Case {
    name: &'static str,
    config: &'static str,
    folder: &'static str,
    expected: Expected,
}

fn variable(name: &str) -> String {
    ENVIRONMENT
        .iter()
        .find(|(known, _)| *known == name)
        .expect("a variable")
        .1
        .to_owned()
}

fn bearer() -> (&'static str, String) {
    (
        "authorization",
        format!("Bearer {}", variable("TRUTO_API_TOKEN")),
    )
}

/// A path from the root.
fn path(parts: &[&str]) -> Vec<String> {
    std::iter::once("")
        .chain(parts.iter().copied())
        .map(str::to_owned)
        .collect()
}

fn pair(name: &str, value: &str) -> (String, String) {
    (name.to_owned(), value.to_owned())
}

/// The description itself, read by other means than those of the generator.
fn hostile() -> Value {
    let text = std::fs::read_to_string("tests/snippets/hostile/hostile.json").expect("a file");
    serde_json::from_str(&text).expect("JSON")
}

fn real() -> Case {
    let text = std::fs::read_to_string("../schema/truto-crm.yaml").expect("a file");
    let schema: Value = serde_yaml::from_str(&text).expect("YAML");
    let op = &schema["paths"]["/unified/crm/contacts/{id}"]["patch"];
    let example = &op["requestBody"]["content"]["application/json"]["examples"]["contact_details"];
    Case {
        name: "real",
        config: REAL,
        folder: "generated/snippets/contacts/update",
        expected: Expected {
            method: "PATCH",
            path: path(&["unified", "crm", "contacts", "23423523"]),
            pairs: vec![pair("integrated_account_id", &variable("TRUTO_ACCOUNT_ID"))],
            headers: vec![bearer()],
            body: example["value"].clone(),
        },
    }
}

fn hostile_update() -> Case {
    let schema = hostile();
    let op = &schema["paths"]["/unified/crm/contacts/{id}"]["patch"];
    let example = |index: usize| op["parameters"][index]["example"].as_str().expect("text");
    let (id, note) = (example(0), example(2));
    Case {
        name: "hostile-update",
        config: HOSTILE,
        folder: "generated/snippets/contacts/update",
        expected: Expected {
            method: "PATCH",
            path: path(&["unified", "crm", "contacts", id]),
            pairs: vec![
                pair("integrated_account_id", &variable("TRUTO_ACCOUNT_ID")),
                pair("note", note),
            ],
            headers: vec![bearer()],
            body: op["requestBody"]["content"]["application/json"]["example"].clone(),
        },
    }
}

fn hostile_probe() -> Case {
    let schema = hostile();
    let op = &schema["paths"]["/probe/{colour}/{id}.json"]["post"];
    let note = op["parameters"][5]["example"].as_str().expect("text");
    Case {
        name: "hostile-probe",
        config: HOSTILE,
        folder: "generated/snippets/contacts/probe",
        expected: Expected {
            method: "POST",
            path: path(&["probe", "r e,d,", "7.json"]),
            pairs: vec![
                pair("csv", "a b,c,d"),
                pair("filter[a][b c]", "d e"),
                pair("filter[a][list][]", "x"),
                pair("filter[a][list][]", "y z"),
                pair("filter[n]", "1.5"),
                pair("ids[]", "a b"),
                pair("ids[]", "c&d"),
                pair("key[]", &variable("TRUTO_ACCOUNT_ID")),
            ],
            headers: vec![
                // printf 'jane:p ä$'\''"\ss' | base64
                ("authorization", "Basic amFuZTpwIMOkJCciXHNz".to_owned()),
                ("x-key", variable("HEADER_KEY")),
                ("x-note", note.to_owned()),
                ("cookie", "session=a%20b%3Bc; key=c00kie".to_owned()),
            ],
            body: op["requestBody"]["content"]["application/json"]["example"].clone(),
        },
    }
}

#[test]
fn curl() {
    if tool("curl", &["--version"]) {
        let cases = [real(), hostile_update(), hostile_probe()];
        each(&cases, "curl.sh", Client::Http, |file, folder| {
            run("sh", &[file], folder)
        });
    }
}

/// Each variable that is not set stops the shell before anything is sent.
#[test]
fn curl_without_its_environment() {
    for case in [real(), hostile_probe()] {
        let files = generate(case.config);
        let text = find(&files, &format!("{}/curl.sh", case.folder));
        let folder = folder(&format!("unset-{}", case.name));
        write(&folder.join("curl.sh"), &text.replace(SERVER, NOWHERE));
        let named = ENVIRONMENT.iter().map(|(name, _)| *name);
        let taken: Vec<&str> = named.filter(|name| text.contains(name)).collect();
        assert!(taken.len() > 1, "{taken:?}");
        for name in taken {
            let said = stops_without(name, "sh", &["curl.sh"], &folder);
            assert!(said.contains(name) && !said.contains("curl:"), "{said}");
        }
    }
}

#[test]
fn javascript() {
    if tool("node", &["--version"]) {
        let cases = [real(), hostile_update(), hostile_probe()];
        each(&cases, "javascript.mjs", Client::Http, |file, folder| {
            run("node", &[file], folder)
        });
    }
}

#[test]
fn python() {
    if tool("python3", &["-c", "import requests"]) {
        let cases = [real(), hostile_update(), hostile_probe()];
        each(&cases, "python.py", Client::Http, |file, folder| {
            run("python3", &[file], folder)
        });
    }
}

#[test]
fn typescript_sdk() {
    if tool("node", &["--version"]) {
        let cases = [real(), hostile_update()];
        each(
            &cases,
            "truto-typescript.mts",
            Client::Sdk,
            |file, folder| {
                // Not every Node reads TypeScript. There are no types in it.
                let script = Path::new(file).with_extension("mjs");
                std::fs::copy(folder.join(file), folder.join(&script)).expect("a copy");
                run("node", &[script.to_str().expect("UTF-8")], folder);
            },
        );
    }
}

#[test]
fn python_sdk() {
    if tool("python3", &["--version"]) {
        let cases = [real(), hostile_update()];
        each(&cases, "truto-python.py", Client::Sdk, |file, folder| {
            run("python3", &[file], folder);
        });
    }
}

/// An operation that an SDK has no call for has a snippet that says so.
#[test]
fn sdks_say_what_they_do_not_have() {
    let files = generate(HOSTILE);
    for file in ["truto-typescript.mts", "truto-python.py"] {
        let text = find(&files, &format!("generated/snippets/contacts/probe/{file}"));
        assert!(text.contains("has no call for this request"), "{text}");
    }
}

#[test]
fn rust() {
    let real_crate = std::fs::canonicalize("../generated/truto-crm").expect("a crate");
    program(&real(), &real_crate);
}

#[test]
fn rust_with_hostile_values() {
    let crates = folder("rust-crates");
    for (path, text) in generate(HOSTILE) {
        write(&crates.join(path), &text);
    }
    for case in [hostile_update(), hostile_probe()] {
        program(&case, &crates.join("generated/hostile"));
    }
}

/// Builds the Rust snippet as a program of its own against a generated crate, and runs it.
fn program(case: &Case, krate: &Path) {
    let files = generate(case.config);
    let text = find(&files, &format!("{}/rust.rs", case.folder));
    let recorder = Recorder::start();
    let build = format!(".base_url({:?}).build()", recorder.url);
    assert!(text.contains(".build()"), "{text}");
    let name = krate
        .file_name()
        .and_then(|name| name.to_str())
        .expect("a name");
    let manifest = format!(
        "[package]\nname = \"snippet-{}\"\nedition = \"2024\"\n\n[workspace]\n\n[dependencies]\n\
         {name} = {{ path = {krate:?} }}\n\
         tokio = {{ version = \"1\", features = [\"macros\", \"rt-multi-thread\"] }}\n",
        case.name
    );
    let folder = folder(&format!("rust-{}", case.name));
    write(&folder.join("Cargo.toml"), &manifest);
    write(
        &folder.join("src/main.rs"),
        &text.replace(".build()", &build),
    );
    // The versions that are built already.
    std::fs::copy("../Cargo.lock", folder.join("Cargo.lock")).expect("a lock file");
    let target = Path::new(env!("CARGO_TARGET_TMPDIR"))
        .parent()
        .expect("the target folder");
    let target = target.to_str().expect("UTF-8");
    run(
        env!("CARGO"),
        &["run", "--quiet", "--target-dir", target],
        &folder,
    );
    check(case, Client::Http, &recorder.only());
}

/// Who makes the request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Client {
    /// The snippet itself: everything is compared.
    Http,
    /// An SDK with headers and a spelling of queries of its own.
    Sdk,
}

/// Runs the snippets of one target and checks what each of them asks.
fn each(cases: &[Case], file: &str, client: Client, run: impl Fn(&str, &Path)) {
    for case in cases {
        let files = generate(case.config);
        let text = find(&files, &format!("{}/{file}", case.folder));
        let recorder = Recorder::start();
        let folder = folder(&format!("{file}-{}", case.name));
        match client {
            Client::Http => assert!(text.contains(SERVER), "{text}"),
            Client::Sdk => stand_ins(&folder, &recorder.url),
        }
        write(&folder.join(file), &text.replace(SERVER, &recorder.url));
        run(file, &folder);
        check(case, client, &recorder.only());
    }
}

fn find<'a>(files: &'a [(String, String)], path: &str) -> &'a str {
    let found = files.iter().find(|(known, _)| known == path);
    &found.unwrap_or_else(|| panic!("{path} is not generated")).1
}

/// The SDKs' stand-ins, asking the recorder.
fn stand_ins(folder: &Path, server: &str) {
    let index = "node_modules/@truto/truto-ts-sdk/index.js";
    let package = "node_modules/@truto/truto-ts-sdk/package.json";
    for file in [index, package, "truto_python_sdk/__init__.py"] {
        let text = std::fs::read_to_string(Path::new("tests/snippets/stand-ins").join(file));
        write(
            &folder.join(file),
            &text.expect("a file").replace(SERVER, server),
        );
    }
}

/// The request is the expected one; that of an HTTP client has its query in the normal form.
fn check(case: &Case, client: Client, recorded: &Recorded) {
    let Expected {
        method,
        path,
        pairs,
        headers,
        body,
    } = &case.expected;
    assert_eq!(recorded.method, *method, "{}", case.name);
    assert_eq!(recorded.path(), *path, "{}", case.name);
    assert_eq!(recorded.pairs(), *pairs, "{}", case.name);
    assert_eq!(
        recorded.content_type(),
        Some("application/json"),
        "{}",
        case.name
    );
    let sent: Value = serde_json::from_slice(&recorded.body).expect("JSON");
    assert_eq!(numbers(sent), numbers(body.clone()), "{}", case.name);
    if client == Client::Http {
        let query = recorded.query();
        assert!(!query.contains(['[', ']', '+', ' ']), "{query}");
        assert!(recorded.target.ends_with(&query), "{}", recorded.target);
        assert_eq!(
            recorded.header("accept"),
            Some("application/json"),
            "{}",
            case.name
        );
        for (name, value) in headers {
            assert_eq!(
                recorded.header(name),
                Some(value.as_str()),
                "{} of {}",
                name,
                case.name
            );
        }
    } else {
        let (name, value) = bearer();
        assert_eq!(recorded.header(name), Some(value.as_str()));
    }
}

/// Numbers by their value: `1.0` is `1`.
fn numbers(value: Value) -> Value {
    match value {
        Value::Number(number) => match number.as_f64() {
            Some(float) if float.fract() == 0.0 && float.abs() < 9e15 => json!(float as i64),
            Some(float) if !number.is_i64() && !number.is_u64() => json!(float),
            Some(_) | None => Value::Number(number),
        },
        Value::Array(items) => items.into_iter().map(numbers).collect(),
        Value::Object(members) => members
            .into_iter()
            .map(|(key, value)| (key, numbers(value)))
            .collect(),
        other => other,
    }
}
