//! What findings look like.

use expect_test::expect;
use specsmith_openapi::{Diagnostic, Origin, Report, Sources};

fn sources(text: &str) -> (Sources, impl Fn(&str) -> Origin) {
    let mut sources = Sources::new();
    let file = sources.add("schema/crm.yaml", text.to_owned());
    let text = text.to_owned();
    let place = move |part: &str| {
        let start = text.find(part).unwrap();
        Origin::of_bytes(file, start..start + part.len())
    };
    (sources, place)
}

fn report(findings: impl IntoIterator<Item = Diagnostic>) -> Report {
    let mut report = Report::new();
    findings
        .into_iter()
        .for_each(|finding| report.push(finding));
    report
}

fn example() -> (Sources, Report) {
    let text = "components:\n".to_owned() + &"  # …\n".repeat(98) + "  a: &x Adress\n  b: c, d\n";
    let (sources, place) = sources(&text);
    let report = report([
        Diagnostic::error(
            "dangling-ref",
            place("Adress"),
            "`Adress` does not exist",
            "did you mean `Address`?",
        )
        .related(place("components"), "looked for in here"),
        Diagnostic::warning(
            "two-lines",
            place("c, d"),
            "100% sure:\nyes",
            "first do this,\nthen that",
        ),
        Diagnostic::fatal("wrong-flag", None, "`--nmae` is not known", ""),
    ]);
    (sources, report)
}

#[test]
fn text() {
    let (sources, report) = example();
    expect![[r#"
        error[dangling-ref]: `Adress` does not exist
           --> schema/crm.yaml:100:9
            |
        100 |   a: &x Adress
            |         ^^^^^^
           ::: schema/crm.yaml:1:1
            |
          1 | components:
            | ---------- looked for in here
            = help: did you mean `Address`?

        warning[two-lines]: 100% sure:\nyes
           --> schema/crm.yaml:101:6
            |
        101 |   b: c, d
            |      ^^^^
            = help: first do this,
                    then that

        fatal[wrong-flag]: `--nmae` is not known
    "#]]
    .assert_eq(&report.render_text(&sources, false));
}

#[test]
fn color() {
    let (sources, report) = example();
    let colored = report.render_text(&sources, true);
    expect![[r#"
        ^[1;91merror[dangling-ref]^[0m^[1m: `Adress` does not exist^[0m
           ^[1;94m-->^[0m schema/crm.yaml:100:9
            ^[1m^[94m|^[0m
        ^[1m^[94m100^[0m ^[1m^[94m|^[0m   a: &x Adress
            ^[1m^[94m|^[0m         ^[1m^[91m^^^^^^^[0m
           ^[1;94m:::^[0m schema/crm.yaml:1:1
            ^[1m^[94m|^[0m
          ^[1m^[94m1^[0m ^[1m^[94m|^[0m components:
            ^[1m^[94m|^[0m ^[1m^[94m----------^[0m ^[1m^[94mlooked for in here^[0m
            ^[1;94m=^[0m ^[1mhelp^[0m: did you mean `Address`?

        ^[1;33mwarning[two-lines]^[0m^[1m: 100% sure:\nyes^[0m
           ^[1;94m-->^[0m schema/crm.yaml:101:6
            ^[1m^[94m|^[0m
        ^[1m^[94m101^[0m ^[1m^[94m|^[0m   b: c, d
            ^[1m^[94m|^[0m      ^[1m^[33m^^^^^[0m
            ^[1;94m=^[0m ^[1mhelp^[0m: first do this,
                    then that

        ^[1;91mfatal[wrong-flag]^[0m^[1m: `--nmae` is not known^[0m
    "#]]
    .assert_eq(&colored.replace('\u{1b}', "^"));
}

#[test]
fn json() {
    let (sources, report) = example();
    let json = report.render_json(&sources);
    expect![[r#"
        [
        {"code":"dangling-ref","severity":"error","message":"`Adress` does not exist","help":"did you mean `Address`?","file":"schema/crm.yaml","line":100,"column":9,"end_line":100,"end_column":15,"related":[{"label":"looked for in here","file":"schema/crm.yaml","line":1,"column":1,"end_line":1,"end_column":11}]},
        {"code":"two-lines","severity":"warning","message":"100% sure:\nyes","help":"first do this,\nthen that","file":"schema/crm.yaml","line":101,"column":6,"end_line":101,"end_column":10,"related":[]},
        {"code":"wrong-flag","severity":"fatal","message":"`--nmae` is not known","help":"","file":null,"line":null,"column":null,"end_line":null,"end_column":null,"related":[]}
        ]
    "#]].assert_eq(&json);
    let parsed: Vec<serde_json::Value> = serde_json::from_str(&json).unwrap();
    assert_eq!(parsed.len(), 3);
    assert_eq!(Report::new().render_json(&sources), "[]\n");
}

#[test]
fn github() {
    let (sources, report) = example();
    expect![[r#"
        ::error file=schema/crm.yaml,line=100,endLine=100,col=9,endColumn=14,title=dangling-ref::`Adress` does not exist%0Alooked for in here: schema/crm.yaml:1:1%0Ahelp: did you mean `Address`?
        ::warning file=schema/crm.yaml,line=101,endLine=101,col=6,endColumn=9,title=two-lines::100%25 sure:%0Ayes%0Ahelp: first do this,%0Athen that
        ::error title=wrong-flag::`--nmae` is not known
    "#]].assert_eq(&report.render_github(&sources));
}

#[test]
fn nothing() {
    assert_eq!(Report::new().render_text(&Sources::new(), false), "");
    assert_eq!(Report::new().render_github(&Sources::new()), "");
}

#[test]
fn what_acts_on_a_terminal_is_shown_as_escapes() {
    let (sources, place) = sources("a: \u{1b}[31m\u{202e}x\t\u{9b}y\n");
    let report = report([Diagnostic::error(
        "code",
        place("x"),
        "`\u{1b}]0;title\u{7}` and \u{2066}",
        "remove \u{202e}",
    )
    .related(place("y"), "\u{1b}[2J")]);
    let text = report.render_text(&sources, false);
    expect![[r#"
        error[code]: `\u{1b}]0;title\u{7}` and \u{2066}
         --> schema/crm.yaml:1:10
          |
        1 | a: \u{1b}[31m\u{202e}x    \u{9b}y
          |                      ^
         ::: schema/crm.yaml:1:13
          |
        1 | a: \u{1b}[31m\u{202e}x    \u{9b}y
          |                                 - \u{1b}[2J
          = help: remove \u{202e}
    "#]]
    .assert_eq(&text);
    assert!(text.chars().all(|c| c == '\n' || !c.is_control()));
}

#[test]
fn spans_over_lines_are_marked_on_the_first() {
    let (sources, place) = sources("a:\n  b:\n    c\nd\n");
    let report = report([Diagnostic::error(
        "code",
        place("b:\n    c"),
        "message",
        "help",
    )]);
    expect![[r#"
        error[code]: message
         --> schema/crm.yaml:2:3
          |
        2 |   b:
          |   ^^
          = help: help
    "#]]
    .assert_eq(&report.render_text(&sources, false));
}

#[test]
fn wide_characters_and_tabs() {
    let (sources, place) = sources("\t名前: \tvalue # 終\n");
    let report = report([Diagnostic::error("code", place("value"), "message", "help")]);
    expect![[r#"
        error[code]: message
         --> schema/crm.yaml:1:7
          |
        1 |     名前:     value # 終
          |               ^^^^^
          = help: help
    "#]]
    .assert_eq(&report.render_text(&sources, false));
}

#[test]
fn windows_line_ends() {
    let (sources, place) = sources("a: b\r\nc: d\r\n");
    let report = report([Diagnostic::error("code", place("d"), "message", "help")]);
    expect![[r#"
        error[code]: message
         --> schema/crm.yaml:2:4
          |
        2 | c: d
          |    ^
          = help: help
    "#]]
    .assert_eq(&report.render_text(&sources, false));
}

#[test]
fn a_document_on_one_line_is_cut() {
    let text = format!(
        "{{{}\"here\": 1{}}}",
        "\"a\": 1, ".repeat(1_000_000),
        ", \"b\": 2".repeat(1000)
    );
    let (sources, place) = sources(&text);
    let finding = Diagnostic::error("code", place("\"here\""), "message", "help");
    let report = report(std::iter::repeat_n(finding, 1000));
    let started = std::time::Instant::now();
    let printed = report.render_text(&sources, false);
    // Far below a second for all of them; a count through the line for each would take minutes.
    assert!(started.elapsed().as_secs() < 5);
    let first = printed.split("\n\n").next().unwrap();
    expect![[r#"
        error[code]: message
         --> schema/crm.yaml:1:8000002
          |
        1 | …"a": 1, "a": 1, "a": 1, "a": 1, "a": 1, "here": 1, "b": 2, "b": 2, "b": 2, "b": 2, "b": 2, "b": 2, "b": 2, "b": 2, "b":…
          |                                          ^^^^^^
          = help: help
    "#]].assert_eq(&format!("{first}\n"));
}

#[test]
fn order_and_counts() {
    let (sources, mut report) = example();
    report.push(report.diagnostics()[1].clone());
    assert_eq!(report.counts().to_string(), "1 fatal, 1 error, 2 warnings");
    report.sort();
    let codes: Vec<_> = report
        .diagnostics()
        .iter()
        .map(|finding| finding.code)
        .collect();
    assert_eq!(codes, ["wrong-flag", "dangling-ref", "two-lines"]);
    assert_eq!(Report::new().counts().to_string(), "no findings");
    assert!(report.is_fatal());
    drop(sources);
}

#[test]
fn places_that_cut_characters_do_no_harm() {
    let (sources, place) = sources("é名\n");
    let whole = place("é名");
    for start in 0..8 {
        for end in 0..8 {
            let at = Origin {
                start,
                end,
                ..whole
            };
            let report = report([Diagnostic::error("code", at, "message", "help")]);
            assert!(
                report
                    .render_text(&sources, false)
                    .contains("--> schema/crm.yaml:")
            );
            assert!(report.render_json(&sources).contains("crm.yaml"));
            assert!(report.render_github(&sources).contains("crm.yaml"));
        }
    }
}
