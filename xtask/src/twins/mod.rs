//! `twins`: what generated types cost the compiler, beside types of the same public API that
//! derive serde's traits. Measures rustc's time and memory under `cargo check`, each crate alone.
//!
//! A part of the API is measured by a crate without it. This module must not know how the
//! generated types are built.

mod derived;
mod schema;
mod strip;

use std::path::{Path, PathBuf};

use specsmith::command::Status;
use specsmith::config::Config;
use specsmith_openapi::{Report, Sources};

use crate::corpus;
use crate::disk;
use crate::process::Cost;

/// Where all that a run makes lies.
const FOLDER: &str = "target/twins";

/// The folder of the crates below it, as in `schema::config`.
const CRATES: &str = "crates";

/// A part of the public API of a type that is measured on its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    /// A method for each field.
    Setters,
    /// `Debug`, `Clone`, `PartialEq`.
    Derives,
    /// Rules and vendor extensions of each field.
    FieldData,
    /// Unknown properties. What is generated cannot be had without.
    Extra,
}

impl Part {
    const ALL: [Self; 4] = [Self::Setters, Self::Derives, Self::FieldData, Self::Extra];

    fn name(self) -> &'static str {
        match self {
            Self::Setters => "setters",
            Self::Derives => "derives",
            Self::FieldData => "field-data",
            Self::Extra => "extra",
        }
    }
}

/// A crate in memory.
struct Krate {
    name: String,
    /// Path below the crate and text.
    files: Vec<(String, String)>,
}

/// Makes the crates, checks each and prints what it cost. Without names it is all of them.
pub(crate) fn run(types: usize, only: &[String]) -> Status {
    match try_run(types, only) {
        Ok(table) => {
            print!("{table}");
            Status::Done
        }
        Err(problem) => {
            eprintln!("{problem}");
            Status::Fatal
        }
    }
}

fn try_run(types: usize, only: &[String]) -> Result<String, String> {
    let folder = Path::new(FOLDER);
    let alone = generated("runtime", &schema::text(1), folder)?;
    let tables = generated("tables", &schema::text(types), folder)?;
    let mut krates = vec![alone, tables.with_usage()];
    for part in [Part::Setters, Part::Derives, Part::FieldData] {
        krates.push(strip::without(part, &tables)?);
    }
    krates.push(derived::krate(types, None).with_usage());
    krates.extend(Part::ALL.map(|part| derived::krate(types, Some(part))));
    if let Some(unknown) = only
        .iter()
        .find(|only| krates.iter().all(|krate| krate.name != **only))
    {
        let names: Vec<&str> = krates.iter().map(|krate| krate.name.as_str()).collect();
        return Err(format!("`{unknown}` is none of {}", names.join(", ")));
    }
    krates.retain(|krate| {
        only.is_empty()
            || only.contains(&krate.name)
            || ["runtime", "derived"].contains(&krate.name.as_str())
    });

    let names: Vec<&str> = krates.iter().map(|krate| krate.name.as_str()).collect();
    let crates = corpus::workspace(folder, &names)?;
    for krate in &krates {
        krate.write(&crates)?;
    }
    let costs: Result<Vec<Cost>, String> = names
        .iter()
        .map(|name| corpus::cost_of_check(&crates, name))
        .collect();
    Ok(table(types, &names, &costs?))
}

/// The crate that is generated for a description.
fn generated(name: &str, schema: &str, folder: &Path) -> Result<Krate, String> {
    let config = folder.join(name).with_extension("toml");
    disk::write(&folder.join(name).with_extension("yaml"), schema)?;
    disk::write(&config, &schema::config(name))?;
    let (mut sources, mut report) = (Sources::new(), Report::new());
    let output = Config::load(&config, &mut sources, &mut report)
        .and_then(|config| specsmith::generate(&config, &mut sources, &mut report));
    let output = output.ok_or_else(|| format!("{}: nothing was generated", config.display()))?;
    let prefix = format!("{CRATES}/{name}/");
    let files = output.files.iter().filter_map(|(path, text)| {
        let path = path.strip_prefix(&prefix)?;
        Some((path.to_owned(), text.to_owned()))
    });
    Ok(Krate {
        name: name.to_owned(),
        files: files.collect(),
    })
}

impl Krate {
    /// The same with a module that uses the public API of both twins: they stay twins.
    fn with_usage(&self) -> Self {
        const USAGE: &str = include_str!("usage.rs");
        let with = |(path, text): &(String, String)| match path.as_str() {
            "src/lib.rs" => (path.clone(), format!("{text}\npub mod usage;\n")),
            _ => (path.clone(), text.clone()),
        };
        let mut files: Vec<_> = self.files.iter().map(with).collect();
        files.push(("src/usage.rs".to_owned(), USAGE.to_owned()));
        Self {
            name: self.name.clone(),
            files,
        }
    }

    fn write(&self, crates: &Path) -> Result<(), String> {
        let folder: PathBuf = crates.join(&self.name);
        let is_ours = |path: &str| self.files.iter().any(|(own, _)| own == path);
        for (left, _) in disk::walk(&folder)? {
            if !is_ours(&left) {
                disk::remove(&folder.join(left))?;
            }
        }
        self.files
            .iter()
            .try_for_each(|(path, text)| disk::write(&folder.join(path), text))
    }
}

/// A line a crate: its cost, and that as a share of the derived twin's. The runtime and the client,
/// which no twin has, are in the costs of what is generated; the second share is without them.
fn table(types: usize, names: &[&str], costs: &[Cost]) -> String {
    let cost_of = |name: &str| {
        let position = names.iter().position(|it| *it == name);
        position
            .and_then(|position| costs.get(position).copied())
            .unwrap_or_default()
    };
    let (runtime, derived) = (cost_of("runtime"), cost_of("derived"));
    let mut text = format!(
        "{types} types, rustc under `cargo check`; shares of `derived`, in parentheses without `runtime`\n\
         {:26} {:>7} {:>7}   {:14} {:14}\n",
        "crate", "CPU s", "MiB", "time", "memory"
    );
    for (name, cost) in names.iter().zip(costs) {
        let own = if name.starts_with("tables") {
            runtime
        } else {
            Cost::default()
        };
        let seconds = |cost: Cost| cost.time.as_secs_f64();
        let mib = |cost: Cost| cost.memory as f64 / f64::from(1 << 20);
        let share = |of: fn(Cost) -> f64| {
            let (all, net) = (of(*cost), of(*cost) - of(own));
            format!("{:.2} ({:.2})", all / of(derived), net / of(derived))
        };
        text += &format!(
            "{name:26} {:7.1} {:7.0}   {:14} {:14}\n",
            seconds(*cost),
            mib(*cost),
            share(|cost| cost.time.as_secs_f64()),
            share(|cost| cost.memory as f64),
        );
    }
    text
}
