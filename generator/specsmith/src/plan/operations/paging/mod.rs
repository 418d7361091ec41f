//! How the pages of an answer follow each other: as the configuration says, as extensions of the
//! description say, or as names and shapes tell.
//!
//! It must not know how pages are asked for.

mod extensions;
mod page;
mod stated;
mod usual;

pub(super) use stated::report_idle;

use specsmith_openapi::api::{Operation, Shape, TypeId};
use specsmith_openapi::report::{Diagnostic, Report};

use super::super::Plan;
use super::super::names::Ident;
use super::super::types::{Presence, Ty};
use super::Success;

/// How the pages of an answer follow each other.
#[derive(Debug)]
pub struct PagingPlan {
    /// What asks for the page after one.
    pub next: NextPage,
    /// Names that lead to the items of a page; empty: it is a list itself.
    pub items: Vec<String>,
    /// Names that lead to what says whether there is another page.
    pub more: Option<Vec<String>>,
    /// Names that lead to the number of all items, or pages.
    pub total: Option<Vec<String>>,
    /// Type of the items.
    pub item: Ty,
    /// Fields that lead to the items.
    pub steps: Vec<Step>,
}

/// What asks for the page after one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NextPage {
    /// A value of the page goes into the next request.
    Cursor {
        /// What takes it.
        to: PagePlace,
        /// Names that lead to it.
        from: Vec<String>,
    },
    /// Items are counted.
    Offset {
        /// What takes the number of items before the page.
        to: PagePlace,
    },
    /// Pages are counted.
    Number {
        /// What takes the number of the page.
        to: PagePlace,
        /// Number of the first one.
        first: u64,
    },
    /// A URL in the page.
    Url {
        /// Names that lead to it.
        from: Vec<String>,
    },
    /// The header `Link`.
    Link,
}

/// What takes the position of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PagePlace {
    /// Position in [`Operation::parameters`].
    Parameter(usize),
    /// Name of a field of the body.
    Field(String),
}

/// A field on the way from a page to its items.
#[derive(Debug, Clone)]
pub struct Step {
    /// Its name.
    pub ident: Ident,
    /// How it is told that it has no value.
    pub presence: Presence,
}

/// What is known of the pages of an operation, in names of the wire.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Paging {
    next: NextPage,
    items: Vec<String>,
    more: Option<Vec<String>>,
    total: Option<Vec<String>>,
}

/// What someone says about the pages of an operation.
enum Said {
    /// It has pages.
    Pages(Paging),
    /// It has none.
    None,
    /// Something that does not hold for it.
    Wrong(Diagnostic),
}

pub(super) fn plan(
    plan: &Plan<'_>,
    op: &Operation,
    success: &Success,
    report: &mut Report,
) -> Option<PagingPlan> {
    let said = stated::said(plan, op).or_else(|| extensions::said(plan, op));
    match said {
        Some(Said::None) => None,
        Some(Said::Wrong(finding)) => {
            report.push(finding);
            None
        }
        Some(Said::Pages(paging)) => match planned(plan, success, paging) {
            Some(paging) => Some(paging),
            None => {
                report.push(stated::no_items(plan, op));
                None
            }
        },
        None => planned(plan, success, usual::paging(plan, op)?),
    }
}

/// `None` where what is said to be the items is no list.
fn planned(plan: &Plan<'_>, success: &Success, paging: Paging) -> Option<PagingPlan> {
    let Success::Value(answer) = success else {
        return None;
    };
    let (mut ty, mut steps) = (answer.clone(), Vec::new());
    for name in &paging.items {
        let (step, next) = step(plan, &ty, name)?;
        steps.push(step);
        ty = next;
    }
    let Ty::List(item) = ty else {
        return None;
    };
    Some(PagingPlan {
        next: paging.next,
        items: paging.items,
        more: paging.more,
        total: paging.total,
        item: *item,
        steps,
    })
}

/// The field of a name, and its type.
fn step(plan: &Plan<'_>, ty: &Ty, name: &str) -> Option<(Step, Ty)> {
    let Ty::Item(index) = unboxed(ty) else {
        return None;
    };
    let item = plan.items.get(*index)?;
    let Shape::Record(described) = &plan.api[item.id].shape else {
        return None;
    };
    let super::super::types::ItemKind::Record(record) = &item.kind else {
        return None;
    };
    let position = described.fields.iter().position(|it| it.name == name)?;
    let field = record.fields.iter().find(|field| field.index == position)?;
    let step = Step {
        ident: field.ident.clone(),
        presence: field.presence,
    };
    Some((step, field.ty.clone()))
}

fn unboxed(ty: &Ty) -> &Ty {
    match ty {
        Ty::Box(inner) => inner,
        other => other,
    }
}

/// The type of the page of an operation, where its answer is JSON.
fn page_of(plan: &Plan<'_>, op: &Operation) -> Option<TypeId> {
    plan.answer_media(op)?.ty.map(|place| place.ty)
}
