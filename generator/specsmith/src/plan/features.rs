//! Cargo features: one for each group of operations, so that an application compiles what it calls.
//!
//! It must not know what a type or an operation looks like, only what it names.

use std::collections::{BTreeMap, BTreeSet};

use super::names::Ident;
use super::types::{Item, ItemKind, Ty};
use super::{Group, OperationPlan, Plan};

/// A crate of fewer definitions is checked in about two seconds: features would only be in the way.
const SMALL: usize = 100;

/// A crate of more definitions is checked in more than ten: an application names what it calls.
const LARGE: usize = 1_500;

/// The feature of the requests that the service makes.
const WEBHOOKS: &str = "webhooks";

/// The feature that turns all others on.
const FULL: &str = "full";

/// Features that every crate has.
const RESERVED: [&str; 6] = [
    "blocking",
    "default",
    FULL,
    "native-tls",
    "rustls",
    "tracing",
];

/// What of a crate is there with which of its features.
#[derive(Debug, Default)]
pub struct Features {
    /// A feature for each group, in the order of the groups, and one for the webhooks. Empty where
    /// a crate has none.
    names: Vec<String>,
    /// Every group is on unless an application says otherwise.
    all_by_default: bool,
    /// For modules of types that not every feature needs, which do.
    modules: BTreeMap<String, BTreeSet<usize>>,
}

impl Features {
    /// The features of the groups, in their order, then that of the webhooks.
    pub fn names(&self) -> &[String] {
        &self.names
    }

    /// Every group is on unless an application says otherwise.
    pub fn all_by_default(&self) -> bool {
        self.all_by_default
    }

    /// The feature that brings all operations and types, where they do not all come anyway.
    pub fn of_all(&self) -> Option<&'static str> {
        (!self.names.is_empty()).then_some(FULL)
    }

    /// The feature of a group.
    pub fn of_group(&self, index: usize) -> Option<&str> {
        self.names.get(index).map(String::as_str)
    }

    /// The feature of the webhooks.
    pub fn of_webhooks(&self) -> Option<&str> {
        self.names
            .iter()
            .map(String::as_str)
            .find(|name| *name == WEBHOOKS)
    }

    /// The features of which each brings a module of types; `None` for one that is always there.
    /// One that no group needs comes with all of them.
    pub fn of_module(&self, module: &Ident) -> Option<Vec<&str>> {
        let groups = self.modules.get(module.plain())?;
        let names = groups.iter().filter_map(|index| self.of_group(*index));
        let names: Vec<&str> = names.collect();
        Some(if names.is_empty() { vec![FULL] } else { names })
    }
}

/// Decides which features there are, and what each needs.
pub(super) fn plan(plan: &Plan<'_>) -> Features {
    // Features are of a package, which a module is not.
    let is_module = plan.sdk.module.is_some();
    if is_module || plan.groups.len() < 2 || plan.items.len() < SMALL {
        return Features::default();
    }
    let mut names: Vec<String> = plan.groups.iter().map(name).collect();
    let mut roots: Vec<Vec<Ty>> = plan
        .groups
        .iter()
        .map(|group| {
            group
                .operations
                .iter()
                .flat_map(OperationPlan::types)
                .collect()
        })
        .collect();
    if !plan.webhooks.is_empty() {
        names.push(WEBHOOKS.to_owned());
        roots.push(
            plan.webhooks
                .iter()
                .filter_map(|hook| hook.body.clone())
                .collect(),
        );
    }
    let uses = module_uses(plan);
    let mut modules: BTreeMap<String, BTreeSet<usize>> = plan
        .items
        .iter()
        .map(|item| (item.module.plain().to_owned(), BTreeSet::new()))
        .collect();
    for (index, types) in roots.into_iter().enumerate() {
        for module in closure(plan, &uses, types) {
            modules.entry(module.to_owned()).or_default().insert(index);
        }
    }
    let headers = plan
        .headers
        .iter()
        .map(|header| header.ty.clone())
        .collect();
    for module in closure(plan, &uses, headers) {
        modules.remove(module);
    }
    modules.retain(|_, features| features.len() < names.len());
    Features {
        names,
        all_by_default: plan.items.len() <= LARGE,
        modules,
    }
}

/// The name of its module, written as features are: a digit may be first if it is one of ASCII, a
/// hyphen may not.
fn name(group: &Group) -> String {
    let module = group.ident.plain();
    let short = module.trim_start_matches('_');
    let may_begin = |c: char| c.is_ascii_digit() || unicode_ident::is_xid_start(c);
    let name = match short.starts_with(may_begin) {
        true => short.replace('_', "-"),
        false => module.to_owned(),
    };
    if RESERVED.contains(&name.as_str()) {
        format!("{name}-api")
    } else {
        name
    }
}

/// For each module of types those that it names.
fn module_uses<'p>(plan: &'p Plan<'_>) -> BTreeMap<&'p str, BTreeSet<&'p str>> {
    let mut uses: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for item in &plan.items {
        let named = held(item).into_iter().flat_map(|ty| modules(plan, ty));
        uses.entry(item.module.plain()).or_default().extend(named);
    }
    uses
}

/// The types that a definition holds.
fn held(item: &Item) -> Vec<&Ty> {
    match &item.kind {
        ItemKind::Record(record) => {
            let fields = record.fields.iter().map(|field| &field.ty);
            fields.chain(&record.extra).collect()
        }
        ItemKind::Union(union) => union.variants.iter().map(|variant| &variant.ty).collect(),
        ItemKind::Enumeration(_) => Vec::new(),
    }
}

fn modules<'p>(plan: &'p Plan<'_>, ty: &Ty) -> Vec<&'p str> {
    let items = ty.items().into_iter();
    let items = items.filter_map(|index| plan.items.get(index));
    items.map(|item| item.module.plain()).collect()
}

/// The modules that are needed to write these types.
fn closure<'p>(
    plan: &'p Plan<'_>,
    uses: &BTreeMap<&'p str, BTreeSet<&'p str>>,
    types: Vec<Ty>,
) -> BTreeSet<&'p str> {
    let mut open: Vec<&str> = types.iter().flat_map(|ty| modules(plan, ty)).collect();
    let mut found = BTreeSet::new();
    while let Some(module) = open.pop() {
        if found.insert(module) {
            open.extend(uses.get(module).into_iter().flatten());
        }
    }
    found
}
