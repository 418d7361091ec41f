//! The workspaces around crates.
//!
//! It must not know what is in a crate.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::config::Config;
use crate::emit::header_of;
use crate::print::{Fragment, Language, toml};
use crate::render::Page;

/// Crates below another folder get a workspace there, so that they belong to none further up.
pub(super) fn pages(config: &Config) -> Vec<Page<'_>> {
    let mut workspaces: BTreeMap<&str, Workspace<'_>> = BTreeMap::new();
    let sdks = config
        .sdks
        .iter()
        .filter(|sdk| sdk.module.is_none())
        .map(|sdk| (&sdk.krate, Some(&*sdk.source)));
    let runtime = config.runtime.iter().map(|krate| (krate, None));
    for (krate, source) in sdks.chain(runtime) {
        let Some((folder, member)) = krate.path.rsplit_once('/') else {
            continue;
        };
        let workspace = workspaces.entry(folder).or_default();
        workspace.members.push(member);
        workspace.sources.extend(source);
    }
    workspaces
        .iter()
        .map(|(folder, it)| it.page(folder))
        .collect()
}

/// What is in one folder.
#[derive(Default)]
struct Workspace<'c> {
    members: Vec<&'c str>,
    sources: Vec<&'c str>,
}

impl Workspace<'_> {
    fn page<'p>(&self, folder: &str) -> Page<'p> {
        let view = WorkspaceView {
            header: toml::comment(&header_of(&self.sources.join(", "))),
            members: toml::list(&self.members),
        };
        let file = format!("{folder}/Cargo.toml");
        Page::new(file, Language::Toml, "rust/workspace.toml.tera", || view)
    }
}

#[derive(Serialize)]
struct WorkspaceView {
    header: Fragment,
    members: Fragment,
}
