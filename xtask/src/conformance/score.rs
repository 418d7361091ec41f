//! What became of each scenario, from what the server and the crates say.
//!
//! This module must not know what was expected.

use std::collections::{BTreeMap, BTreeSet};

use super::Told;
use super::answers;
use super::documents::{Demand, Document};
use super::server::{Coverage, Verdict};
use crate::callers::{Call, Failure};

/// What became of each scenario, by its name.
#[derive(Debug)]
pub(super) struct Score {
    pub(super) scenarios: BTreeMap<String, Result<(), String>>,
    /// What of the description of a scenario is ours, by its name.
    pub(super) ours: BTreeMap<String, String>,
}

impl Score {
    /// A scenario has passed when the server says so and every call that belongs to it gave the
    /// caller what the scenario answers.
    pub(super) fn of(documents: &[Document], told: &Told, coverage: &Coverage) -> Self {
        let mut problems: BTreeMap<&str, Vec<String>> = BTreeMap::new();
        for (document, calls) in documents.iter().zip(&told.calls) {
            for (id, demand) in &document.demands {
                let found = calls.iter().find(|call| call.operation == *id);
                let problem = match found {
                    Some(call) => judged(demand, call).err(),
                    None => Some("the crate has no call of it".to_owned()),
                };
                for scenario in &demand.scenarios {
                    let problem = problem.as_ref().map(|it| format!("{id}: {it}"));
                    problems.entry(scenario).or_default().extend(problem);
                }
            }
        }
        let demands = documents.iter().flat_map(|it| it.demands.values());
        let by_hand = told.by_hand.iter().map(|ended| &ended.scenario);
        let judged_at_all: BTreeSet<&str> = demands
            .flat_map(|demand| &demand.scenarios)
            .chain(by_hand)
            .map(String::as_str)
            .collect();
        // What is written by hand stands for the call with a sample, which cannot succeed.
        for ended in &told.by_hand {
            let failed = (!ended.passed).then(|| "the test of that name failed".to_owned());
            problems.insert(&ended.scenario, failed.into_iter().collect());
        }
        let scenarios = coverage.iter().map(|(name, verdict)| {
            let found = problems.get(name.as_str()).map_or(&[][..], Vec::as_slice);
            // What passes by accident is not ours: nobody looked at the answer.
            let ended = if judged_at_all.contains(name.as_str()) {
                ended(*verdict, found)
            } else {
                Err("not called".to_owned())
            };
            (name.clone(), ended)
        });
        let demands = documents.iter().flat_map(|it| it.demands.values());
        let ours = demands.filter_map(|demand| Some((demand, demand.ours.as_ref()?)));
        let ours = ours.flat_map(|(demand, ours)| {
            let names = demand.scenarios.iter();
            names.map(|name| (name.clone(), ours.clone()))
        });
        Self {
            scenarios: scenarios.collect(),
            ours: ours.collect(),
        }
    }

    /// Of the scenarios that some descriptions name alone.
    pub(super) fn of_documents(mut self, documents: &[Document]) -> Self {
        let demands = documents.iter().flat_map(|it| it.demands.values());
        let named: BTreeSet<&String> = demands.flat_map(|it| &it.scenarios).collect();
        self.scenarios.retain(|name, _| named.contains(name));
        self
    }

    /// The failures, a line each, and the score.
    pub(super) fn summary(&self) -> String {
        let mut text = String::new();
        let failed = self.scenarios.iter().filter_map(|(name, ended)| {
            let problem = ended.as_ref().err()?;
            Some(format!("{name}: {problem}\n"))
        });
        text.extend(failed);
        let passed = self.scenarios.values().filter(|it| it.is_ok()).count();
        let failed = self.scenarios.len().saturating_sub(passed);
        text.push_str(&format!("{passed} passed, {failed} failed\n"));
        text
    }
}

fn ended(verdict: Verdict, problems: &[String]) -> Result<(), String> {
    if let Some(problem) = problems.first() {
        return Err(problem.clone());
    }
    match verdict {
        Verdict::Pass => Ok(()),
        Verdict::Fail => Err("the server says it failed".to_owned()),
        Verdict::NotImplemented | Verdict::NotSupported | Verdict::NotApplicable => {
            Err("not called".to_owned())
        }
    }
}

fn judged(demand: &Demand, call: &Call) -> Result<(), String> {
    match (demand.status, &call.error) {
        (Some(meant), Some(failure)) if failure.status == Some(meant) => Ok(()),
        (_, Some(failure)) => Err(said(failure)),
        (Some(meant), None) => Err(format!("status {meant} was to come")),
        (None, None) if !call.ok => Err("it failed".to_owned()),
        (None, None) => match &demand.answer {
            Some(meant) if !answers::same(meant, &call.answer) => {
                Err(format!("answered {meant}, read as {}", call.answer))
            }
            Some(_) | None => Ok(()),
        },
    }
}

fn said(failure: &Failure) -> String {
    let body = failure.body.as_deref().unwrap_or_default();
    let body = body.split_whitespace().collect::<Vec<_>>().join(" ");
    let text = failure
        .text
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ");
    if body.is_empty() || text.contains(&body) {
        text
    } else {
        format!("{text}: {body}")
    }
}
