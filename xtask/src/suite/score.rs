//! What came of the schemas: counted, explained and written down.
//!
//! This module must not know how anything was tested.

use std::collections::BTreeMap;
use std::fmt::Write;

use super::cases::Case;
use super::crates::Tested;
use super::rules::{Rule, rule};
use super::{Draft, crates};
use crate::columns::aligned;

/// The type of a schema that describes none.
const UNTYPED: &str = "Value";

/// What came of a schema.
#[derive(Debug)]
pub(super) struct Outcome {
    case: Case,
    /// No type, where the schema describes none.
    ty: Option<String>,
    /// Values that were not written as they were read: which, and why.
    missed: Vec<Missed>,
}

#[derive(Debug)]
struct Missed {
    description: String,
    problem: String,
    rule: Option<Rule>,
}

impl Outcome {
    pub(super) fn of(case: Case, told: &[Tested]) -> Self {
        let tested: Vec<&crates::Tested> = told.iter().filter(|it| it.case == case.name).collect();
        let ty = tested.first().map(|it| it.ty.clone());
        let problems = tested.iter().filter_map(|it| {
            let problem = it.problem.clone()?;
            let instance = case.valid.iter().find(|known| known.value == it.value)?;
            Some(Missed {
                description: instance.description.clone(),
                rule: rule(&case.schema, &problem),
                problem,
            })
        });
        Self {
            ty: ty.filter(|ty| ty != UNTYPED),
            missed: problems.collect(),
            case,
        }
    }
}

/// The counts of a keyword.
#[derive(Debug, Clone, Copy, Default)]
struct Counts {
    schemas: usize,
    typed: usize,
    /// Values of schemas that describe a type.
    values: usize,
    kept: usize,
}

impl Counts {
    fn add(&mut self, outcome: &Outcome) {
        self.schemas += 1;
        if outcome.ty.is_some() {
            let values = outcome.case.valid.len();
            self.typed += 1;
            self.values += values;
            self.kept += values.saturating_sub(outcome.missed.len());
        }
    }

    fn share(self) -> String {
        #[expect(clippy::cast_precision_loss, reason = "far below 2^52")]
        let share = 100.0 * self.kept as f64 / self.values.max(1) as f64;
        format!("{share:.1} %")
    }

    fn cells(self) -> [String; 5] {
        let [schemas, typed, values, kept] =
            [self.schemas, self.typed, self.values, self.kept].map(|it| it.to_string());
        [schemas, typed, values, kept, self.share()]
    }
}

/// All of it.
pub(super) struct Score<'a> {
    drafts: &'a [(Draft, Vec<Outcome>)],
}

impl<'a> Score<'a> {
    pub(super) fn of(drafts: &'a [(Draft, Vec<Outcome>)]) -> Self {
        Self { drafts }
    }

    fn counts(outcomes: &[Outcome]) -> (Counts, BTreeMap<&str, Counts>) {
        let (mut all, mut by_keyword) = (Counts::default(), BTreeMap::new());
        for outcome in outcomes {
            all.add(outcome);
            let counts: &mut Counts = by_keyword.entry(outcome.case.keyword.as_str()).or_default();
            counts.add(outcome);
        }
        (all, by_keyword)
    }

    /// A line for each draft, and how many values passed.
    pub(super) fn summary(&self) -> String {
        let head = ["draft", "schemas", "of a type", "values", "kept", "share"].map(str::to_owned);
        let (mut kept, mut values) = (0, 0);
        let rows = self.drafts.iter().map(|(draft, outcomes)| {
            let (all, _) = Self::counts(outcomes);
            kept += all.kept;
            values += all.values;
            row(draft.name, all)
        });
        let rows: Vec<[String; 6]> = std::iter::once(head).chain(rows).collect();
        format!(
            "{}{kept} passed, {} failed\n",
            aligned(&rows, 1),
            values - kept
        )
    }

    /// Values that were missed for no known reason, a line each.
    pub(super) fn unexplained(&self) -> Vec<String> {
        let all = self.drafts.iter().flat_map(|(draft, outcomes)| {
            outcomes.iter().flat_map(move |outcome| {
                let missed = outcome.missed.iter().filter(|it| it.rule.is_none());
                missed.map(move |missed| {
                    format!(
                        "{}/{} ({}), {}, as `{}`: {}",
                        draft.name,
                        outcome.case.name,
                        outcome.case.description,
                        missed.description,
                        outcome.ty.as_deref().unwrap_or(UNTYPED),
                        missed.problem
                    )
                })
            })
        });
        all.collect()
    }

    /// The file that is kept in the repository.
    pub(super) fn table(&self) -> String {
        let mut text = HEAD.to_owned();
        for rule in Rule::ALL {
            // Writing to a text does not fail.
            let _ = writeln!(text, "- **{}**: {}.", rule.name(), rule.text());
        }
        for (draft, outcomes) in self.drafts {
            let (all, by_keyword) = Self::counts(outcomes);
            let _ = write!(text, "\n## {}\n\n{COLUMNS}", draft.name);
            for (keyword, counts) in by_keyword {
                let _ = writeln!(text, "| `{keyword}` | {} |", counts.cells().join(" | "));
            }
            let _ = writeln!(text, "| all | {} |", all.cells().join(" | "));
            let mut missed = BTreeMap::<(Rule, &str), usize>::new();
            for outcome in outcomes {
                for rule in outcome.missed.iter().filter_map(|it| it.rule) {
                    *missed.entry((rule, &outcome.case.name)).or_default() += 1;
                }
            }
            if !missed.is_empty() {
                text.push_str("\n| schema | values missed | rule |\n|---|---|---|\n");
            }
            for ((rule, name), count) in missed {
                let _ = writeln!(text, "| `{name}` | {count} | {} |", rule.name());
            }
        }
        text
    }
}

fn row(name: &str, counts: Counts) -> [String; 6] {
    let [a, b, c, d, e] = counts.cells();
    [name.to_owned(), a, b, c, d, e]
}

/// What stands before the rules.
const HEAD: &str = "\
# The JSON Schema Test Suite

What `cargo xtask conformance --suite schemas` found, written with `--bless`. Each schema for which
the suite has a valid value is the body of an operation. It describes a type where that is not any
value. A value is kept when the type reads it and writes it as equal JSON. Values that are not kept
are explained by a rule, which looks at the schema and at what went wrong:

";

const COLUMNS: &str = "\
| keyword | schemas | of a type | values | kept | share |
|---|---|---|---|---|---|
";
