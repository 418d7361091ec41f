//! The manifests of generated crates and that of the runtime, which is built where it lives, say the
//! same.
use std::fs;
use std::path::Path;

use specsmith::files::Files;
use toml::{Table, Value};

use crate::made::by;

/// A string of each format whose type comes from a library.
const DESCRIPTION: &str = "openapi: 3.1.0
info: {title: T, version: '1'}
paths:
  /all: {get: {operationId: all, tags: [all], responses: {'200': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/All'}}}}}}}
components:
  schemas:
    All:
      type: object
      properties:
        a: {type: string, format: date-time}
        b: {type: string, format: date}
        c: {type: string, format: duration}
        d: {type: string, format: uuid}
        e: {type: string, format: byte}
        f: {type: string, format: decimal}
        g: {type: string, format: uri}
";

/// Every library is that of a format.
const FORMATS: &str = "[sdk.formats]
date-time = \"chrono\"
date = \"time\"
duration = \"jiff\"
decimal = \"rust_decimal\"
uri = \"url\"
";

const LIBRARIES: [&str; 7] = [
    "base64",
    "chrono",
    "jiff",
    "rust_decimal",
    "time",
    "url",
    "uuid",
];

/// What sends and receives needs more than values.
const OF_CALLS: [&str; 5] = ["http", "httpdate", "reqwest", "tokio-util", "tracing"];

const SHARED: &str = "[runtime]\nname = \"shared\"\n";

const MODULE: &str = "runtime = \"module\"\n";

#[test]
fn a_runtime_depends_on_what_it_is_tested_with() {
    let crates = generate("", "", "");
    let (own, demo) = (manifest(&crates, "demo/runtime"), manifest(&crates, "demo"));
    assert_eq!(own["package"]["name"].as_str(), Some("demo-runtime"));
    assert_eq!(own["dependencies"], with_libraries(&tested()));
    assert_eq!(own["target"], tested()["target"]);
    check_features(&own, &demo);
    check_user(&demo, &own, &[]);
}

#[test]
fn a_crate_with_the_runtime_inside_depends_on_what_that_is_tested_with() {
    let crates = generate("", "", MODULE);
    let (demo, runtime) = (manifest(&crates, "demo"), tested());
    assert_eq!(crates.get("out/demo/runtime/Cargo.toml"), None);
    assert_eq!(demo["dependencies"], with_libraries(&runtime));
    assert_eq!(demo["target"], runtime["target"]);
    assert_eq!(demo["features"], runtime["features"]);
}

/// Parts of a manifest are set apart by one blank line.
#[test]
fn manifests_read_well() {
    for (runtime, krate) in [("", ""), (SHARED, ""), ("", MODULE)] {
        for sdk in ["", "types-only = true"] {
            read_well(&generate(runtime, sdk, krate));
        }
    }
}

fn read_well(files: &Files) {
    let manifests = files
        .iter()
        .filter(|(path, _)| path.ends_with("Cargo.toml"));
    for (path, text) in manifests {
        let text = text.trim_end();
        assert!(!text.contains("\n\n\n"), "{path}:\n{text}");
        let tables = text.matches("\n[").count();
        assert_eq!(text.matches("\n\n[").count(), tables - 1, "{path}:\n{text}");
    }
}

#[test]
fn types_alone_depend_on_nothing_that_calls() {
    let mut dependencies = with_libraries(&tested());
    for name in OF_CALLS {
        dependencies.as_table_mut().unwrap().remove(name).unwrap();
    }
    for (krate, place) in [("", "demo/runtime"), (MODULE, "demo")] {
        let crates = generate("", "types-only = true", krate);
        let runtime = manifest(&crates, place);
        assert_eq!(runtime["dependencies"], dependencies);
        let keys: Vec<&str> = runtime.keys().map(String::as_str).collect();
        assert_eq!(keys, ["dependencies", "package"]);
        let demo = manifest(&crates, "demo");
        assert_eq!(demo.get("features"), None);
        assert_eq!(demo["dependencies"].get("reqwest"), None);
    }
}

#[test]
fn a_shared_runtime_depends_on_what_it_is_tested_with() {
    let crates = generate(SHARED, "", "");
    let (shared, demo) = (manifest(&crates, "shared"), manifest(&crates, "demo"));
    check_shared(&shared, with_libraries(&tested()));
    assert_eq!(shared["target"], tested()["target"]);
    check_features(&shared, &demo);
    check_user(&demo, &shared, &LIBRARIES);
}

/// A runtime has the features that it is tested with, and its user turns them on.
fn check_features(runtime: &Table, demo: &Table) {
    let package = runtime["package"]["name"].as_str().unwrap();
    for (name, feature) in tested()["features"].as_table().unwrap() {
        if name != "default" {
            assert_eq!(&runtime["features"][name], feature, "{name}");
            let of_demo = Value::Array(vec![format!("{package}/{name}").into()]);
            assert_eq!(demo["features"][name], of_demo, "{name}");
        }
    }
}

#[test]
fn a_shared_runtime_of_types_alone_depends_on_nothing_that_calls() {
    let crates = generate(SHARED, "types-only = true", "");
    let (shared, demo) = (manifest(&crates, "shared"), manifest(&crates, "demo"));
    let mut dependencies = with_libraries(&tested());
    for name in OF_CALLS {
        dependencies.as_table_mut().unwrap().remove(name).unwrap();
    }
    check_shared(&shared, dependencies);
    assert!(!shared.contains_key("target"));
    assert_eq!(
        shared["features"].as_table().unwrap().len(),
        LIBRARIES.len()
    );
    check_user(&demo, &shared, &LIBRARIES);
    assert!(
        !demo["dependencies"]
            .as_table()
            .unwrap()
            .contains_key("reqwest")
    );
}

/// What calls counts where it stands on that runtime.
#[test]
fn a_shared_runtime_has_what_those_need_that_share_it() {
    let calling = "[[sdk]]\nschema = \"api.yaml\"\n[sdk.crate]\nname = \"calling\"\n";
    let shared = |krate: &str| {
        let crates = generate(
            &format!("{SHARED}{calling}{krate}"),
            "types-only = true",
            "",
        );
        manifest(&crates, "shared")
    };
    let has_http = |shared: &Table| shared["dependencies"].get("http").is_some();
    assert!(has_http(&shared("")));
    assert!(!has_http(&shared(MODULE)));
}

/// It has these dependencies, a feature for each library.
fn check_shared(shared: &Table, mut dependencies: Value) {
    for name in LIBRARIES {
        let dependency = &mut dependencies[name];
        if let Value::String(version) = dependency {
            let version = Value::String(version.clone());
            *dependency = Value::Table(Table::from_iter([("version".to_owned(), version)]));
        }
        let table = dependency.as_table_mut().unwrap();
        table.insert("optional".to_owned(), Value::Boolean(true));
        let feature = format!("dep:{name}");
        assert_eq!(shared["features"][name][0].as_str(), Some(&*feature));
    }
    assert_eq!(shared["dependencies"], dependencies);
}

/// A crate names some of what its runtime depends on, in the same versions, and of the runtime
/// these features.
fn check_user(demo: &Table, runtime: &Table, features: &[&str]) {
    let version = |it: &Value| it.get("version").unwrap_or(it).as_str().map(str::to_owned);
    for (name, dependency) in demo["dependencies"].as_table().unwrap() {
        if Some(&**name) == runtime["package"]["name"].as_str() {
            let exact = format!("={}", runtime["package"]["version"].as_str().unwrap());
            assert_eq!(version(dependency), Some(exact));
            let mut turned_on: Vec<_> = dependency["features"].as_array().unwrap().clone();
            turned_on.sort_by_key(ToString::to_string);
            let expected = features.iter().copied().map(Value::from);
            assert_eq!(turned_on, expected.collect::<Vec<_>>());
        } else {
            let of_runtime = &runtime["dependencies"][name];
            assert_eq!(version(dependency), version(of_runtime), "{name}");
        }
    }
}

/// The manifest of the runtime where it is tested, without the feature of the types of its tests.
fn tested() -> Table {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let runtime = fs::read_to_string(here.join("../runtime/Cargo.toml")).unwrap();
    let mut runtime: Table = runtime.parse().unwrap();
    let features = runtime["features"].as_table_mut().unwrap();
    features.remove("serde").unwrap();
    let default = features["default"].as_array_mut().unwrap();
    default.retain(|feature| feature.as_str() != Some("serde"));
    runtime
}

/// Its dependencies, with the libraries that it is tested with.
fn with_libraries(runtime: &Table) -> Value {
    let mut dependencies = runtime["dependencies"].clone();
    for name in LIBRARIES {
        let library = runtime["dev-dependencies"][name].clone();
        let table = dependencies.as_table_mut().unwrap();
        table.insert(name.to_owned(), library);
    }
    dependencies
}

fn generate(top: &str, sdk: &str, krate: &str) -> Files {
    let config = format!(
        "out = \"out\"\n{top}[[sdk]]\nschema = \"api.yaml\"\n{sdk}\n[sdk.crate]\nname = \"demo\"\n{krate}{FORMATS}"
    );
    by(DESCRIPTION, &config).files()
}

fn manifest(files: &Files, krate: &str) -> Table {
    let text = files.get(&format!("out/{krate}/Cargo.toml"));
    text.unwrap().parse().unwrap()
}
