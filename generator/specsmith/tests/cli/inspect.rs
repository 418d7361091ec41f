//! `lint`, `ir` and `templates export`.

use crate::project::{Project, SCHEMA, assert_same};

#[test]
fn lint_fails_on_errors_and_reads_on() {
    let project = Project::new();
    let clean = project.run(&["lint", "pets.yaml"]);
    assert_eq!(
        (clean.code, clean.out.as_str()),
        (Some(0), "no findings\n"),
        "{}",
        clean.err
    );

    project.put(
        "typo.yaml",
        &SCHEMA.replace("#/components/schemas/Pet", "#/components/schemas/Pte"),
    );
    let error = project.run(&["lint", "pets.yaml", "typo.yaml"]);
    assert_eq!((error.code, error.out.as_str()), (Some(1), ""));
    assert!(error.err.contains("--> typo.yaml:17:"), "{}", error.err);

    project.put("broken.yaml", "openapi: [\n");
    let fatal = project.run(&["lint", "broken.yaml", "typo.yaml", "nowhere.yaml"]);
    assert_eq!(fatal.code, Some(2));
    for name in ["broken.yaml:", "typo.yaml:17:", "nowhere.yaml:"] {
        assert!(
            fatal.err.contains(&format!("--> {name}")),
            "{name}: {}",
            fatal.err
        );
    }
    assert_eq!(project.tree("").len(), 4, "it writes nothing");
}

#[test]
fn lint_prints_for_programs_to_standard_output() {
    let project = Project::new();
    project.edit(
        "pets.yaml",
        "#/components/schemas/Pet",
        "#/components/schemas/Pte",
    );
    let json = project.run(&["lint", "--format", "json", "pets.yaml"]);
    assert_eq!((json.code, json.err.as_str()), (Some(1), ""));
    let value: serde_json::Value = serde_json::from_str(&json.out).unwrap();
    assert!(value.to_string().contains("pets.yaml"));
    let github = project.run(&["lint", "--format", "github", "pets.yaml"]);
    assert_eq!(github.code, Some(1));
    assert!(
        github.out.contains("::error file=pets.yaml,line=17,"),
        "{}",
        github.out
    );
}

const OVERLAY: &str = "overlay: 1.0.0
info: {title: O, version: '1'}
actions:
  - target: $.components.schemas
    update:
      Pet: {description: Laid over., properties: {owner: {$ref: '#/components/schemas/Owner'}}}
      Owner: {type: objekt}
  - target: $.paths['/dogs']
    remove: true
";

#[test]
fn lint_shows_places_in_overlays() {
    let project = Project::new();
    project.put("overlay.yaml", OVERLAY);
    let flags = ["lint", "--overlay", "overlay.yaml", "pets.yaml"];
    let text = project.run(&flags);
    assert_eq!(text.code, Some(1), "{}", text.err);
    for expected in [
        "error[unknown-type]: `objekt` is not a type\n --> overlay.yaml:7:21\n",
        "7 |       Owner: {type: objekt}\n",
        "warning[overlay-target]: the target matches nothing\n --> overlay.yaml:8:13\n",
    ] {
        assert!(text.err.contains(expected), "{expected}\n{}", text.err);
    }
    let json = project.run(&[&flags[..], &["--format", "json"]].concat());
    let found: Vec<serde_json::Value> = serde_json::from_str(&json.out).unwrap();
    assert_eq!(found.len(), 2, "{}", json.out);
    for finding in &found {
        assert_eq!(finding["file"], "overlay.yaml");
        assert!(
            finding["help"]
                .as_str()
                .is_some_and(|help| !help.is_empty())
        );
    }
    let github = project.run(&[&flags[..], &["--format", "github"]].concat());
    let expected =
        "::error file=overlay.yaml,line=7,endLine=7,col=21,endColumn=26,title=unknown-type::";
    assert!(github.out.contains(expected), "{}", github.out);
    let ir = project.run(&["ir", "--overlay", "overlay.yaml", "pets.yaml"]);
    assert!(ir.out.contains("Laid over."), "{}", ir.err);
}

#[test]
fn lint_without_files_takes_those_of_the_configuration() {
    let project = Project::new();
    project.put("overlay.yaml", OVERLAY);
    project.put(
        "specsmith.toml",
        "[limits]\nfiles = 1\n
[[sdk]]
schema = \"pets.yaml\"
overlays = [\"overlay.yaml\"]
crate.name = \"pets\"
include.tags = [\"pets\", \"dogs\"]
",
    );
    let ran = project.run(&["lint"]);
    assert_eq!(ran.code, Some(1), "{}", ran.err);
    for expected in [
        "error[unmatched-rule]: no operation has the tag `dogs`\n --> specsmith.toml:8:",
        "error[unknown-type]: `objekt` is not a type\n --> overlay.yaml:7:21\n",
    ] {
        assert!(ran.err.contains(expected), "{expected}\n{}", ran.err);
    }
    assert_eq!(project.run(&["lint", "--config", "no.toml"]).code, Some(2));
}

#[test]
fn the_model_is_json() {
    let project = Project::new();
    let ran = project.run(&["ir", "pets.yaml"]);
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""));
    let value: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(value["operations"][0]["id"], "getPet");
    assert_eq!(project.run(&["ir", "nowhere.yaml"]).code, Some(2));
}

#[test]
fn exported_templates_laid_over_the_built_in_ones_change_nothing() {
    let project = Project::generated();
    let generated = project.tree("generated");
    let ran = project.run(&["templates", "export", "mine"]);
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    assert!(
        ran.out.contains("written   rust/lib.rs.tera\n"),
        "{}",
        ran.out
    );
    assert!(project.tree("mine").len() > 5);

    let config = project.get("specsmith.toml");
    project.put("specsmith.toml", &format!("templates = \"mine\"\n{config}"));
    assert_eq!(project.run(&["gen"]).code, Some(0));
    let mut overlaid = project.tree("generated");
    let mut expected = generated;
    for tree in [&mut overlaid, &mut expected] {
        // It names what the output was made from.
        tree.remove(".specsmith-manifest").unwrap();
    }
    assert_same(&overlaid, &expected);

    let lib = project.get("mine/rust/lib.rs.tera");
    project.put(
        "mine/rust/lib.rs.tera",
        &format!("{lib}\npub const MINE: u8 = 1;\n"),
    );
    let again = project.run(&["templates", "export", "mine"]);
    assert_eq!(again.code, Some(2), "edits are not replaced");
    let stale = project.run(&["gen", "--check"]);
    assert_eq!(stale.code, Some(1));
    assert!(
        stale.out.contains("mine/rust/lib.rs.tera changed"),
        "{}",
        stale.out
    );
    assert!(
        stale.out.contains("+pub const MINE: u8 = 1;"),
        "{}",
        stale.out
    );
}

#[cfg(not(feature = "mock"))]
#[test]
fn a_program_without_a_server_says_how_to_get_one() {
    let ran = Project::new().run(&["mock", "pets.yaml", "--port", "0"]);
    assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""));
    assert!(ran.err.contains("--features mock"), "{}", ran.err);
}
