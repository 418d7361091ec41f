//! `gen` and `gen --check`.

use std::fs;

use crate::project::{Project, Ran, assert_same};

#[test]
fn a_line_a_file_and_the_time() {
    let project = Project::new();
    let first = project.run(&["gen"]);
    assert_eq!((first.code, first.err.as_str()), (Some(0), ""));
    let files = project.tree("generated").len() - 1;
    let lines: Vec<&str> = first.out.lines().collect();
    assert_eq!(lines.len(), files + 1);
    assert!(
        lines.contains(&"written   generated/pets/src/lib.rs"),
        "{}",
        first.out
    );
    let last = format!("{files} written, 0 unchanged, 0 removed: 1 operation typed, ");
    assert!(
        lines[files].starts_with(&last) && lines[files].ends_with(" s"),
        "{}",
        lines[files]
    );

    let second = project.run(&["gen"]);
    assert!(
        second.out.contains("unchanged generated/pets/src/lib.rs\n"),
        "{}",
        second.out
    );
    assert!(
        second
            .out
            .contains(&format!("0 written, {files} unchanged, 0 removed: "))
    );
}

/// A comment changes what the output is made from: a run that writes says what it writes.
#[test]
fn a_manifest_that_changes_alone_has_a_line() {
    let project = Project::generated();
    project.edit("pets.yaml", "paths:\n", "# All of them.\npaths:\n");
    let ran = project.run(&["gen"]);
    let line = "written   generated/.specsmith-manifest\n";
    assert!(ran.out.starts_with(line), "{}", ran.out);
    assert!(ran.out.contains("\n1 written, "), "{}", ran.out);
    let again = project.run(&["gen"]);
    assert!(again.out.contains("\n0 written, "), "{}", again.out);
}

#[test]
fn a_file_that_is_no_longer_generated_is_removed() {
    let project = Project::generated();
    assert!(project.root().join("generated/snippets").is_dir());
    project.edit("specsmith.toml", "[sdk.snippets]\n", "");
    let ran = project.run(&["gen"]);
    assert!(
        ran.out.contains("removed   generated/snippets/"),
        "{}",
        ran.out
    );
    assert!(!project.root().join("generated/snippets").exists());
}

#[test]
fn the_check_says_what_differs_and_writes_nothing() {
    let project = Project::generated();
    let clean = project.run(&["gen", "--check"]);
    assert_eq!((clean.code, clean.err.as_str()), (Some(0), ""));

    project.edit("pets.yaml", "An animal.", "A friend.");
    let before = project.tree("");
    let stale = project.run(&["gen", "--check"]);
    assert_eq!(stale.code, Some(1));
    assert!(stale.out.contains("(pets.yaml changed)"), "{}", stale.out);
    assert!(stale.out.contains("An animal."), "{}", stale.out);
    assert!(
        stale
            .out
            .ends_with("run `specsmith gen` and commit the result\n"),
        "{}",
        stale.out
    );
    assert_same(&project.tree(""), &before);

    assert_eq!(project.run(&["gen"]).code, Some(0));
    project.put("generated/pets/src/lib.rs", "// by hand\n");
    let edited = project.run(&["gen", "--check"]);
    assert_eq!(edited.code, Some(1));
    assert!(
        edited
            .out
            .starts_with("edited by hand: generated/pets/src/lib.rs\n"),
        "{}",
        edited.out
    );
}

#[test]
fn another_configuration_is_named_in_the_mending_command() {
    let project = Project::new();
    fs::create_dir(project.root().join("sub")).unwrap();
    for file in ["pets.yaml", "specsmith.toml"] {
        fs::rename(
            project.root().join(file),
            project.root().join("sub").join(file),
        )
        .unwrap();
    }
    let ran = project.run(&["gen", "--check", "--config", "sub/specsmith.toml"]);
    assert_eq!(ran.code, Some(1), "{}", ran.err);
    assert!(
        ran.out
            .contains("run `specsmith gen --config sub/specsmith.toml`"),
        "{}",
        ran.out
    );
    assert_eq!(
        project.run(&["gen", "--config", "sub/specsmith.toml"]).code,
        Some(0)
    );
    assert!(
        project
            .root()
            .join("sub/generated/pets/Cargo.toml")
            .exists()
    );
}

#[test]
fn what_is_fatal_leaves_the_output_as_it_was() {
    let project = Project::generated();
    let before = project.tree("generated");
    let breaks: [fn(&Project); 4] = [
        |project| project.put("pets.yaml", "openapi: [\n"),
        |project| fs::remove_file(project.root().join("pets.yaml")).unwrap(),
        |project| project.put("specsmith.toml", "[[sdk]]\nschema = 1\n"),
        |project| fs::remove_file(project.root().join("specsmith.toml")).unwrap(),
    ];
    for damage in breaks {
        damage(&project);
        for arguments in [&["gen"][..], &["gen", "--check"]] {
            let ran = project.run(arguments);
            assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""));
            assert!(ran.err.starts_with("fatal["), "{}", ran.err);
            assert!(
                !ran.err.contains('\u{1b}'),
                "no colour in a pipe: {}",
                ran.err
            );
        }
        assert_same(&project.tree("generated"), &before);
    }
}

/// A description that lost its operations is more likely a mistake than a wish.
#[test]
fn a_client_is_not_removed_because_nothing_is_left_to_call() {
    let project = Project::generated();
    let before = project.tree("generated");
    let config = project.get("specsmith.toml");
    let breaks: [fn(&Project); 4] = [
        |project| project.edit("pets.yaml", "paths:\n", "paths: {}\nx-old:\n"),
        |project| project.edit("pets.yaml", "paths:\n", "x-old:\n"),
        |project| project.edit("pets.yaml", "/pets/{id}:", "x-pets:"),
        |project| {
            let config = project.get("specsmith.toml");
            let choice = format!("{config}[sdk.include]\ntags = [\"pests\"]\n");
            project.put("specsmith.toml", &choice);
        },
    ];
    for damage in breaks {
        project.put("pets.yaml", crate::project::SCHEMA);
        project.put("specsmith.toml", &config);
        damage(&project);
        for arguments in [&["gen"][..], &["gen", "--check"]] {
            let ran = project.run(arguments);
            assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""), "{}", ran.err);
            let said = "fatal[no-operations]: `pets.yaml` has no operation any more";
            assert!(ran.err.contains(said), "{}", ran.err);
            assert!(ran.err.contains("--> specsmith.toml:2:10"), "{}", ran.err);
            let mended = "delete `generated/pets` first";
            assert!(ran.err.contains(mended), "{}", ran.err);
        }
        assert_same(&project.tree("generated"), &before);
    }

    // Who means it deletes the crate; types alone are then written, and can change.
    project.put("specsmith.toml", &config);
    project.put("pets.yaml", crate::project::SCHEMA);
    project.edit("pets.yaml", "paths:\n", "paths: {}\nx-old:\n");
    fs::remove_dir_all(project.root().join("generated/pets")).unwrap();
    let ran = project.run(&["gen"]);
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    assert!(!project.root().join("generated/docs/pets").exists());
    project.edit("pets.yaml", "    Pet:\n", "    Cat:\n");
    let ran = project.run(&["gen"]);
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    assert!(
        ran.out
            .contains("removed   generated/pets/src/types/pet.rs")
    );
}

#[test]
fn errors_degrade_and_fail_only_where_they_are_not_tolerated() {
    let project = Project::new();
    project.edit(
        "pets.yaml",
        "#/components/schemas/Pet",
        "#/components/schemas/Pte",
    );
    let degraded = project.run(&["gen"]);
    assert_eq!(degraded.code, Some(0), "{}", degraded.err);
    assert!(
        degraded.err.contains("--> pets.yaml:17:"),
        "{}",
        degraded.err
    );
    assert_eq!(project.run(&["gen", "--check"]).code, Some(0));
    assert_eq!(project.run(&["gen", "--strict"]).code, Some(1));
    assert_eq!(project.run(&["gen", "--check", "--strict"]).code, Some(1));

    let config = project.get("specsmith.toml");
    for (limit, code) in [
        ("strict = true", 1),
        ("limits.errors = 0", 1),
        ("limits.errors = 9", 0),
    ] {
        project.put("specsmith.toml", &format!("{limit}\n{config}"));
        assert_eq!(project.run(&["gen"]).code, Some(code), "{limit}");
    }
}

#[test]
fn a_run_counts_what_it_leaves_out_and_fails_past_a_limit() {
    let project = Project::new();
    project.edit("pets.yaml", "application/json:", "application/xml:");
    project.edit(
        "pets.yaml",
        "{type: integer}",
        "{type: integer, not: {const: 0}}",
    );
    let ran = project.run(&["gen"]);
    let counts = ": 0 operations typed, 1 degraded; 1 type; 1 keyword not expressed, in ";
    assert!(ran.out.contains(counts), "{}", ran.out);

    let config = project.get("specsmith.toml");
    for (limit, code) in [
        ("limits.degraded = 1", 0),
        ("limits.unexpressed = 1", 0),
        ("limits.degraded = 0", 1),
        ("limits.unexpressed = 0", 1),
    ] {
        project.put("specsmith.toml", &format!("{limit}\n{config}"));
        let ran = project.run(&["gen"]);
        let named = ran.err.contains("error[limit-passed]: ");
        assert_eq!((ran.code, named), (Some(code), code == 1), "{limit}");
    }
}

/// What an error leaves of a body or an answer is any value, which is not what is described.
#[test]
fn an_operation_that_an_error_takes_the_type_of_is_degraded() {
    let schema = "{$ref: '#/components/schemas/Pet'}";
    let broken = [
        (schema, "{$ref: '#/components/schemas/Pte'}"),
        (schema, "{$ref: 'https://pets.example/pet.yaml'}"),
        (schema, "{type: objct}"),
        ("    Pet:\n", "    Pet: {type: objct}\n    Cat:\n"),
        (
            "    Pet:\n",
            "    Pet: {$ref: '#/components/schemas/Pte'}\n    Cat:\n",
        ),
        (
            "        '200':\n",
            "        '200': {$ref: '#/components/responses/Pet'}\n        '404':\n",
        ),
    ];
    for (from, to) in broken {
        let project = Project::new();
        project.edit("pets.yaml", from, to);
        let ran = project.run(&["gen"]);
        let counts = ": 0 operations typed, 1 degraded; ";
        assert!(ran.out.contains(counts), "{to}: {}{}", ran.out, ran.err);
    }
    // Who describes any value gets what is described.
    for to in ["{}", "{description: 'Anything.', default: {}}"] {
        let project = Project::new();
        project.edit("pets.yaml", schema, to);
        let ran = project.run(&["gen"]);
        let counts = ": 1 operation typed, 0 degraded; ";
        assert!(ran.out.contains(counts), "{to}: {}{}", ran.out, ran.err);
    }
}

/// Neither hash seeds nor threads reach the output.
#[test]
fn every_run_gives_the_same_bytes() {
    let outputs = ["1", "2", "8"].map(|threads| {
        let project = Project::new();
        let mut command = project.command();
        let ran = Ran::of(
            command
                .arg("gen")
                .env("RAYON_NUM_THREADS", threads)
                .output()
                .unwrap(),
        );
        assert_eq!(ran.code, Some(0), "{}", ran.err);
        project.tree("generated")
    });
    assert_same(&outputs[0], &outputs[1]);
    assert_same(&outputs[0], &outputs[2]);
}

/// Nor does the place from which it is run, nor the language and time of the machine.
#[test]
fn surroundings_do_not_reach_the_output() {
    let project = Project::generated();
    let expected = project.tree("generated");
    fs::remove_dir_all(project.root().join("generated")).unwrap();
    let mut command = project.command();
    command
        .current_dir("/")
        .env("LANG", "tr_TR.UTF-8")
        .env("TZ", "Asia/Kolkata");
    command
        .arg("gen")
        .arg("--config")
        .arg(project.root().join("specsmith.toml"));
    let ran = Ran::of(command.output().unwrap());
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    assert_same(&project.tree("generated"), &expected);
}
