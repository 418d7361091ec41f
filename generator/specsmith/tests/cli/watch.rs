//! `gen --watch`.

use std::fs::File;
use std::process::{Child, Stdio};
use std::time::{Duration, Instant};

use crate::project::Project;

/// A process that is ended with the test.
struct Watching(Child);

impl Drop for Watching {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn until(what: &str, reached: impl Fn() -> bool) {
    let start = Instant::now();
    while !reached() {
        assert!(start.elapsed() < Duration::from_secs(30), "{what}");
        std::thread::sleep(Duration::from_millis(20));
    }
}

#[test]
fn it_generates_on_each_change_and_survives_a_broken_one() {
    let project = Project::new();
    let path = |name: &str| project.root().join(name);
    let child = project
        .command()
        .args(["gen", "--watch"])
        .stdout(File::create(path("out.txt")).unwrap())
        .stderr(File::create(path("err.txt")).unwrap())
        .stdin(Stdio::null())
        .spawn()
        .unwrap();
    let _watching = Watching(child);
    let rounds = || {
        project
            .get("out.txt")
            .matches("watching for changes\n")
            .count()
    };
    let holds = |text: &str| {
        let tree = project.tree("generated/pets/src");
        tree.values()
            .any(|contents| String::from_utf8_lossy(contents).contains(text))
    };

    until("the first run", || rounds() == 1);
    assert!(holds("An animal."));

    project.edit("pets.yaml", "An animal.", "A friend.");
    until("a change of the description", || rounds() == 2);
    assert!(holds("A friend.") && !holds("An animal."));

    let whole = project.get("pets.yaml");
    project.put("pets.yaml", "openapi: [\n");
    until("a broken description", || rounds() == 3);
    assert!(project.get("err.txt").contains("--> pets.yaml:"));
    assert!(holds("A friend."), "the output is left alone");

    std::fs::remove_file(path("pets.yaml")).unwrap();
    until("no description", || rounds() == 4);
    project.put("pets.yaml", &whole.replace("A friend.", "A companion."));
    until("a mended description", || holds("A companion."));
    until("the end of that run", || rounds() == 5);

    assert!(path("generated/snippets").exists());
    project.edit("specsmith.toml", "[sdk.snippets]\n", "");
    until("a change of the configuration", || {
        !path("generated/snippets").exists()
    });
}
