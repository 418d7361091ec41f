//! What was measured as people read it, and as programs do.
//!
//! This module must not know how it was measured.

use serde_json::{Value, json};

use super::compile::{Compiled, Job};
use super::generate::Verdict;
use super::tools::OWN;
use super::{Measured, Missing, Row};
use crate::columns::aligned;
use crate::process::Cost;

const GENERATION: [&str; 9] = [
    "generation",
    "result",
    "lines",
    "wall s",
    "cpu s",
    "MiB",
    "ours/wall",
    "ours/cpu",
    "ours/MiB",
];

const COMPILATION: [&str; 7] = [
    "", "result", "warnings", "cpu s", "MiB", "ours/cpu", "ours/MiB",
];

/// So many columns are text; the others are numbers.
const TEXTS: usize = 2;

/// The tables of one document: generation, and each job of the compiler. A ratio is what we took
/// in parts of what the peer took.
pub(super) fn text(measured: &Measured) -> String {
    let document = &measured.document;
    let mut text = format!("{} ({} KiB)\n\n", document.name, document.bytes >> 10);
    let mut rows = vec![GENERATION.map(str::to_owned)];
    rows.extend(measured.rows.iter().map(|row| generation(row, measured)));
    text += &aligned(&rows, TEXTS);
    for job in [Job::Check, Job::Release] {
        let mut rows = vec![COMPILATION.map(str::to_owned)];
        if let Some(title) = rows.first_mut().and_then(|head| head.first_mut()) {
            job.name().clone_into(title);
        }
        for row in &measured.rows {
            rows.extend(
                row.job(job)
                    .map(|found| compilation(row, found, job, measured)),
            );
        }
        if rows.len() > 1 {
            text.push('\n');
            text += &aligned(&rows, TEXTS);
        }
    }
    text + &details(measured)
}

fn generation(row: &Row, measured: &Measured) -> [String; GENERATION.len()] {
    let run = &row.generation;
    let own = measured.own().map(|own| own.generation.cost);
    // What ended early is no measure of what it would have taken.
    let own = own.filter(|_| row.is_peer() && run.verdict == Verdict::Generated);
    let ratio = |of: fn(Cost) -> f64| ratio(own.map(of), of(run.cost));
    [
        row.tool.name.to_owned(),
        run.verdict.name().to_owned(),
        run.lines.to_string(),
        format!("{:.3}", wall(run.cost)),
        format!("{:.2}", cpu(run.cost)),
        format!("{:.0}", mebibytes(run.cost)),
        ratio(wall),
        ratio(cpu),
        ratio(mebibytes),
    ]
}

fn compilation(
    row: &Row,
    found: &Compiled,
    job: Job,
    measured: &Measured,
) -> [String; COMPILATION.len()] {
    let own = measured.own().and_then(|own| own.job(job)?.cost);
    let own = own.filter(|_| row.is_peer() && found.compiles());
    let ratio = |of: fn(Cost) -> f64| found.cost.map(|cost| ratio(own.map(of), of(cost)));
    let figure = |of: fn(Cost) -> f64| found.cost.map(of);
    [
        row.tool.name.to_owned(),
        match found.errors {
            0 if found.compiles() => "compiles".to_owned(),
            0 => "no crate".to_owned(),
            errors => format!("{errors} errors"),
        },
        found.warnings.to_string(),
        figure(cpu).map(|it| format!("{it:.1}")).unwrap_or_default(),
        figure(mebibytes)
            .map(|it| format!("{it:.0}"))
            .unwrap_or_default(),
        ratio(cpu).unwrap_or_default(),
        ratio(mebibytes).unwrap_or_default(),
    ]
}

/// A line for each tool that did not come to a crate that compiles.
fn details(measured: &Measured) -> String {
    let mut text = String::new();
    for row in &measured.rows {
        let run = std::iter::once(row.generation.detail.as_str()).filter(|it| !it.is_empty());
        let compiled = row
            .compiled
            .iter()
            .filter_map(|(_, it)| it.detail.as_deref());
        for detail in run.chain(compiled) {
            text += &format!("{}: {detail}\n", row.tool.name);
        }
    }
    if text.is_empty() {
        text
    } else {
        format!("\n{text}")
    }
}

fn ratio(own: Option<f64>, theirs: f64) -> String {
    match own {
        Some(own) if theirs > 0.0 => format!("{:.2}", own / theirs),
        _ => String::new(),
    }
}

fn wall(cost: Cost) -> f64 {
    cost.wall.as_secs_f64()
}

fn cpu(cost: Cost) -> f64 {
    cost.time.as_secs_f64()
}

fn mebibytes(cost: Cost) -> f64 {
    cost.memory as f64 / f64::from(1 << 20)
}

/// All documents, and the peers that were not to be had.
pub(super) fn json(all: &[Measured], missing: &[Missing]) -> String {
    let documents: Vec<Value> = all.iter().map(document).collect();
    let missing: Vec<Value> = missing
        .iter()
        .map(|(tool, why)| json!({ "tool": tool.name, "version": tool.version, "detail": why }))
        .collect();
    format!(
        "{:#}",
        json!({ "documents": documents, "missing": missing })
    )
}

fn document(measured: &Measured) -> Value {
    let cost =
        |cost: Cost| json!({ "wall": wall(cost), "seconds": cpu(cost), "bytes": cost.memory });
    let row = |row: &Row| {
        let job = |job| {
            row.job(job).map(|found| {
                json!({
                    "compiles": found.compiles(),
                    "errors": found.errors,
                    "warnings": found.warnings,
                    "cost": found.cost.map(cost),
                    "detail": found.detail,
                })
            })
        };
        let run = &row.generation;
        json!({
            "tool": row.tool.name,
            "version": row.tool.version,
            "generate": {
                "result": run.verdict,
                "lines": run.lines,
                "cost": cost(run.cost),
                "detail": run.detail,
            },
            "check": job(Job::Check),
            "release": job(Job::Release),
        })
    };
    json!({
        "document": measured.document.name,
        "bytes": measured.document.bytes,
        "tools": measured.rows.iter().map(row).collect::<Vec<_>>(),
    })
}

impl Measured {
    fn own(&self) -> Option<&Row> {
        self.rows.iter().find(|row| !row.is_peer())
    }
}

impl Row {
    fn is_peer(&self) -> bool {
        self.tool.name != OWN.name
    }

    fn job(&self, wanted: Job) -> Option<&Compiled> {
        let mut jobs = self.compiled.iter();
        jobs.find_map(|(job, found)| (*job == wanted).then_some(found))
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use expect_test::expect;

    use super::super::tools::{PEERS, Tool};
    use super::*;
    use crate::bench::generate::Generation;
    use crate::corpus::Document;

    fn cost(tenths: u64, mebibytes: u64) -> Cost {
        Cost {
            wall: Duration::from_millis(tenths * 200),
            time: Duration::from_millis(tenths * 100),
            memory: mebibytes << 20,
        }
    }

    fn row(tool: Tool, verdict: Verdict, detail: &str, compiled: Option<Compiled>) -> Row {
        let factor = if tool.name == OWN.name { 1 } else { 4 };
        Row {
            tool,
            generation: Generation {
                verdict,
                cost: cost(5 * factor, 30 * factor),
                lines: 1000,
                detail: detail.to_owned(),
            },
            compiled: compiled.map(|it| (Job::Check, it)).into_iter().collect(),
        }
    }

    fn compiled(tenths: u64, errors: usize, detail: Option<&str>) -> Compiled {
        Compiled {
            errors,
            warnings: 2,
            cost: Some(cost(tenths, 500)),
            detail: detail.map(str::to_owned),
        }
    }

    fn measured() -> Measured {
        let [first, second, third, ..] = PEERS;
        let rows = vec![
            row(OWN, Verdict::Generated, "", Some(compiled(20, 0, None))),
            row(first, Verdict::Panicked, "panicked at a.rs:1: b", None),
            row(second, Verdict::Generated, "", Some(compiled(80, 0, None))),
            row(
                third,
                Verdict::Generated,
                "",
                Some(compiled(9, 7, Some("7 × E0072"))),
            ),
        ];
        Measured {
            document: Document {
                path: "x/nexus.json".into(),
                set: "x".to_owned(),
                name: "nexus".to_owned(),
                krate: "api-nexus".to_owned(),
                bytes: 4096,
            },
            rows,
        }
    }

    #[test]
    fn ratios_are_of_what_came_to_the_same_end() {
        expect![[r#"
            nexus (4 KiB)

            generation       result     lines  wall s  cpu s  MiB  ours/wall  ours/cpu  ours/MiB
            specsmith        generated   1000   1.000   0.50   30
            progenitor       panicked    1000   4.000   2.00  120
            openapi-to-rust  generated   1000   4.000   2.00  120       0.25      0.25      0.25
            ploidy           generated   1000   4.000   2.00  120       0.25      0.25      0.25

            check            result    warnings  cpu s  MiB  ours/cpu  ours/MiB
            specsmith        compiles         2    2.0  500
            openapi-to-rust  compiles         2    8.0  500      0.25      1.00
            ploidy           7 errors         2    0.9  500

            progenitor: panicked at a.rs:1: b
            ploidy: 7 × E0072
        "#]]
        .assert_eq(&text(&measured()));
    }

    #[test]
    fn programs_read_figures_without_ratios() {
        let [.., last] = PEERS;
        let missing = [(last, "there is no Java".to_owned())];
        let json: Value = serde_json::from_str(&json(&[measured()], &missing)).unwrap();
        let tool = |at: usize| &json["documents"][0]["tools"][at];
        assert_eq!(tool(0)["check"]["cost"]["seconds"], 2.0);
        assert_eq!(tool(1)["generate"]["result"], "panicked");
        assert_eq!(tool(1)["check"], Value::Null);
        assert_eq!(tool(3)["check"]["compiles"], false);
        assert_eq!(json["missing"][0]["tool"], "openapi-generator");
    }
}
