//! Descriptions of several files.

use expect_test::{Expect, expect};
use specsmith_openapi::{Limits, Report, Sources, lower, normalize, read};

/// Lowers `api.yaml` of a folder with these files: names of types, then findings.
pub(crate) fn check_files(files: &[(&str, &str)], expect: &Expect) {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in files {
        let path = folder.path().join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }
    let (mut sources, mut report) = (Sources::new(), Report::new());
    let path = folder.path().join("api.yaml");
    let document = read::read(&path, &Limits::default(), &mut sources, &mut report).unwrap();
    let normalized = normalize::normalize(document, &mut report).unwrap();
    let api = lower::lower(&normalized, &mut report);
    let types: Vec<String> = api
        .types
        .iter()
        .map(|ty| format!("{} at {}\n", ty.path.join(" "), ty.pointer))
        .collect();
    let findings = report.render_text(&sources, false);
    let folder = format!("{}{}", folder.path().display(), std::path::MAIN_SEPARATOR);
    expect.assert_eq(&format!(
        "{}{}",
        types.concat(),
        findings.replace(&folder, "")
    ));
}

#[test]
fn parts_and_whole_descriptions() {
    check_files(
        &[
            (
                "api.yaml",
                "openapi: 3.1.0
info: {title: T, version: '1'}
paths:
  /a/{id}: {$ref: 'paths/a.yaml#/item'}
components:
  schemas:
    Pet: {$ref: 'schemas/pet.yaml'}
    Old: {$ref: 'old.json#/definitions/Thing'}
    Missing: {$ref: 'none.yaml#/A'}
    Outside: {$ref: '/etc/hosts'}
",
            ),
            (
                "paths/a.yaml",
                "item:
  get:
    parameters:
      - {name: id, in: path, required: true, schema: {type: string, maxLenght: 3}}
    responses:
      '200': {description: ok, content: {application/json: {schema: {$ref: '../schemas/./pet.yaml'}}}}
",
            ),
            (
                "schemas/pet.yaml",
                "type: object
properties:
  parent: {$ref: '#'}
  owner: {$ref: '../api.yaml#/components/schemas/Old'}
  wrong: {type: strin}
",
            ),
            (
                "old.json",
                r##"{"swagger": "2.0", "info": {"title": "O", "version": "1"}, "paths": {}, "definitions": {
  "Thing": {"type": "object", "properties": {"self": {"$ref": "#/definitions/Thing"}, "bad": {"$ref": "#/definitions/No"}}}}}"##,
            ),
        ],
        &expect![[r##"
            Pet at #
            Old at #/components/schemas/Thing
            any at #/properties/wrong
            get a id id at #/item/get/parameters/0/schema
            warning[unknown-keyword]: a schema has no keyword `maxLenght`
             --> paths/a.yaml:4:69
              |
            4 |       - {name: id, in: path, required: true, schema: {type: string, maxLenght: 3}}
              |                                                                     ^^^^^^^^^
              = help: did you mean `maxLength`?

            error[unknown-type]: `strin` is not a type
             --> schemas/pet.yaml:5:17
              |
            5 |   wrong: {type: strin}
              |                 ^^^^^
              = help: did you mean `string`? as it stands any value is taken

            error[file-missing]: `none.yaml#/A`: there is no such file
             --> api.yaml:9:21
              |
            9 |     Missing: {$ref: 'none.yaml#/A'}
              |                     ^^^^^^^^^^^^^^
              = help: paths are relative to the file that holds the reference

            error[missing-file]: the file of `/etc/hosts` was not read
              --> api.yaml:10:21
               |
            10 |     Outside: {$ref: '/etc/hosts'}
               |                     ^^^^^^^^^^^^
               = help: mend that file, or write its path relative to the file that holds the reference

            error[dangling-ref]: `#/definitions/No` does not exist
             --> old.json:2:103
              |
            2 | …"#/definitions/Thing"}, "bad": {"$ref": "#/definitions/No"}}}}}
              |                                          ^^^^^^^^^^^^^^^^^^
              = help: define it there, or correct the reference

            warning[missing-operation-id]: GET of `/a/{id}` has no `operationId`
             --> paths/a.yaml:2:3
              |
            2 |   get:
              |   ^^^
              = help: write `operationId: getAById`; without one its name is its method and path
        "##]],
    );
}

#[test]
fn a_syntax_error_in_another_file() {
    check_files(
        &[
            (
                "api.yaml",
                "openapi: 3.1.0
info: {title: T, version: '1'}
paths: {}
components: {schemas: {A: {$ref: 'a.yaml'}, B: {type: objct}}}
",
            ),
            ("a.yaml", "type: {object\n"),
        ],
        &expect![[r#"
            B at #/components/schemas/B
            fatal[yaml-syntax]: `{` is not closed
             --> a.yaml:1:7
              |
            1 | type: {object
              |       ^
              = help: add the closing bracket, or quote the text

            error[unknown-type]: `objct` is not a type
             --> api.yaml:4:55
              |
            4 | components: {schemas: {A: {$ref: 'a.yaml'}, B: {type: objct}}}
              |                                                       ^^^^^
              = help: did you mean `object`? as it stands any value is taken

            error[missing-file]: the file of `a.yaml` was not read
             --> api.yaml:4:34
              |
            4 | components: {schemas: {A: {$ref: 'a.yaml'}, B: {type: objct}}}
              |                                  ^^^^^^^^
              = help: mend that file, or write its path relative to the file that holds the reference
        "#]],
    );
}

/// A pipe that nothing writes to would be waited for until the run is killed.
/// A description comes from someone else, and messages show lines of what it names.
#[test]
fn files_of_elsewhere_are_not_read() {
    let folder = tempfile::tempdir().unwrap();
    let put = |name: &str, text: &str| {
        let path = folder.path().join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    };
    put("secret.yaml", "key: {hunter2\n");
    put("apis/parts/pet.yaml", "type: string\n");
    put(
        "apis/api.yaml",
        "openapi: 3.1.0
info: {title: T, version: '1'}
paths: {}
components:
  schemas:
    Near: {$ref: 'parts/../parts/pet.yaml'}
    Far: {$ref: '../secret.yaml'}
    Linked: {$ref: 'link.yaml'}
",
    );
    #[cfg(unix)]
    std::os::unix::fs::symlink("../secret.yaml", folder.path().join("apis/link.yaml")).unwrap();
    let (sources, report) = findings_in(&folder.path().join("apis"));
    let codes: Vec<&str> = report.diagnostics().iter().map(|it| it.code).collect();
    let linked = if cfg!(unix) {
        "file-outside"
    } else {
        "file-missing"
    };
    assert_eq!(codes, ["file-outside", linked]);
    assert!(!report.render_text(&sources, false).contains("hunter2"));
}

#[test]
#[cfg(unix)]
fn a_pipe_is_not_waited_for() {
    let folder = tempfile::tempdir().unwrap();
    let pipe = folder.path().join("pipe.yaml");
    let made = std::process::Command::new("mkfifo").arg(&pipe).status();
    assert!(made.unwrap().success());
    let text = "openapi: 3.1.0
info: {title: T, version: '1'}
components:
  schemas:
    Pipe: {$ref: pipe.yaml}
    Text: {$ref: text.yaml}
";
    std::fs::write(folder.path().join("api.yaml"), text).unwrap();
    std::fs::write(folder.path().join("text.yaml"), "only text").unwrap();
    let (sources, report) = findings_in(folder.path());
    let folder = format!("{}/", folder.path().display());
    let findings = report.render_text(&sources, false).replace(&folder, "");
    expect![[r#"
        error[wrong-kind]: `$ref` takes a map, found a string
         --> text.yaml:1:1
          |
        1 | only text
          | ^^^^^^^^^
          = help: write a map here; as it stands it is left out

        error[file-unreadable]: `pipe.yaml`: this is a pipe, a socket or a device
         --> api.yaml:5:18
          |
        5 |     Pipe: {$ref: pipe.yaml}
          |                  ^^^^^^^^^
          = help: save what it gives to a file
    "#]]
    .assert_eq(&findings);
}

fn findings_in(folder: &std::path::Path) -> (Sources, Report) {
    let (mut sources, mut report) = (Sources::new(), Report::new());
    let path = folder.join("api.yaml");
    let document = read::read(&path, &Limits::default(), &mut sources, &mut report).unwrap();
    normalize::normalize(document, &mut report).unwrap();
    (sources, report)
}
