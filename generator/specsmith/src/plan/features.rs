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

/// The feature of serde's traits: a client reads and writes without them, and they are a tenth of
/// what its types cost the compiler.
const SERDE: &str = "serde";

/// Features that every crate has, or each that has some for its groups.
const RESERVED: [&str; 7] = [
    "blocking",
    "default",
    FULL,
    "native-tls",
    "rustls",
    SERDE,
    "tracing",
];

/// What of a crate is there with which of its features.
#[derive(Debug, Default)]
pub struct Features {
    /// A feature for each group, in the order of the groups, and one for the webhooks. Empty where
    /// a crate has none.
    names: Vec<String>,
    /// Every group is on unless an application says otherwise, and so are serde's traits.
    all_by_default: bool,
    /// For modules of types that not every feature needs, which do.
    modules: BTreeMap<String, BTreeSet<usize>>,
}

impl Features {
    /// The features of the groups, in their order, then that of the webhooks.
    pub fn names(&self) -> &[String] {
        &self.names
    }

    /// Every group is on unless an application says otherwise, and so are serde's traits.
    pub fn all_by_default(&self) -> bool {
        self.all_by_default
    }

    /// The feature that brings all operations and types, where they do not all come anyway.
    pub fn of_all(&self) -> Option<&'static str> {
        (!self.names.is_empty()).then_some(FULL)
    }

    /// The feature of serde's traits, where they do not come anyway.
    pub fn of_serde(&self) -> Option<&'static str> {
        (!self.names.is_empty()).then_some(SERDE)
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
    let mut names = Vec::with_capacity(plan.groups.len());
    for group in &plan.groups {
        let name = name(group, &names);
        names.push(name);
    }
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
    let uses = Uses::of(plan);
    let mut features: Vec<BTreeSet<usize>> = vec![BTreeSet::new(); uses.modules.len()];
    for (index, types) in roots.iter().enumerate() {
        for module in uses.closure(types) {
            if let Some(features) = features.get_mut(module) {
                features.insert(index);
            }
        }
    }
    let headers: Vec<Ty> = plan.headers.iter().map(|it| it.ty.clone()).collect();
    let always: BTreeSet<usize> = uses.closure(&headers).into_iter().collect();
    let modules = uses.modules.iter().zip(features).enumerate();
    let modules = modules
        .filter(|(module, (_, features))| features.len() < names.len() && !always.contains(module));
    let modules = modules
        .map(|(_, (name, features))| ((*name).to_owned(), features))
        .collect();
    Features {
        names,
        all_by_default: plan.items.len() <= LARGE,
        modules,
    }
}

/// The name of its module, written as features are: a digit may be first if it is one of ASCII, a
/// hyphen may not. It is none that others have.
fn name(group: &Group, others: &[String]) -> String {
    let module = group.ident.plain();
    let short = module.trim_start_matches('_');
    let may_begin = |c: char| c.is_ascii_digit() || unicode_ident::is_xid_start(c);
    let mut name = match short.starts_with(may_begin) {
        true => short.replace('_', "-"),
        false => module.to_owned(),
    };
    let is_taken =
        |name: &String| RESERVED.contains(&name.as_str()) || others.iter().any(|it| it == name);
    while is_taken(&name) {
        name.push_str("-api");
    }
    name
}

/// Which modules of types name which.
struct Uses<'p> {
    /// Each module once, in the order in which they are planned.
    modules: Vec<&'p str>,
    /// The module of each definition.
    of_items: Vec<usize>,
    /// For each module those that it names.
    named: Vec<BTreeSet<usize>>,
}

impl<'p> Uses<'p> {
    fn of(plan: &'p Plan<'_>) -> Self {
        let mut positions: BTreeMap<&str, usize> = BTreeMap::new();
        let mut modules = Vec::new();
        let mut of_items = Vec::with_capacity(plan.items.len());
        for item in &plan.items {
            let position = *positions.entry(item.module.plain()).or_insert_with(|| {
                modules.push(item.module.plain());
                modules.len() - 1
            });
            of_items.push(position);
        }
        let mut uses = Self {
            named: vec![BTreeSet::new(); modules.len()],
            modules,
            of_items,
        };
        for (item, module) in plan.items.iter().zip(uses.of_items.clone()) {
            let named: Vec<usize> = held(item)
                .into_iter()
                .flat_map(|ty| uses.of_ty(ty))
                .collect();
            if let Some(all) = uses.named.get_mut(module) {
                all.extend(named);
            }
        }
        uses
    }

    fn of_ty(&self, ty: &Ty) -> Vec<usize> {
        let items = ty.items().into_iter();
        items
            .filter_map(|item| self.of_items.get(item).copied())
            .collect()
    }

    /// The modules that are needed to write these types.
    fn closure(&self, types: &[Ty]) -> Vec<usize> {
        let mut open: Vec<usize> = types.iter().flat_map(|ty| self.of_ty(ty)).collect();
        let mut seen = vec![false; self.modules.len()];
        let mut found = Vec::new();
        while let Some(module) = open.pop() {
            if seen
                .get_mut(module)
                .is_some_and(|seen| !std::mem::replace(seen, true))
            {
                found.push(module);
                open.extend(self.named.get(module).into_iter().flatten());
            }
        }
        found
    }
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
