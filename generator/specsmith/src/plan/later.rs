//! What a later version of the service may send: values that the description does not know, of which
//! tests of the crate show that they are kept.
//!
//! It must not know how the tests do that.

use specsmith_openapi::api::{EnumValue, OperationId, Shape, Status, Value};

use super::Plan;
use super::operations::{OperationPlan, Success};
use super::types::{ConstantKind, FieldPlan, ItemKind, Presence, Ty, UnionPlan};

/// A word that no description has, as far as that goes.
pub const UNHEARD: &str = "unheard of";

/// One value of each kind that the description has a place for.
#[derive(Debug, Default)]
pub struct LaterPlan {
    /// Constants that are none of an enum's, one for each kind of enums.
    pub constants: Vec<LaterValue>,
    /// A value that is of none of a union's types.
    pub variant: Option<LaterValue>,
    /// A struct with a property that it does not name.
    pub record: Option<LaterValue>,
    /// An operation whose answer keeps properties that it does not name.
    pub field: Option<OperationId>,
    /// An operation and a status that refuses it, one at which refusals have a type if there is any.
    pub error: Option<(OperationId, u16)>,
    /// An event of an operation whose events are of a union.
    pub event: Option<LaterEvent>,
}

/// An event that its union does not know.
#[derive(Debug)]
pub struct LaterEvent {
    /// Whose answer it is.
    pub operation: OperationId,
    /// The status that it comes with.
    pub status: u16,
    /// Its data.
    pub of: LaterValue,
    /// The union is that of the data, not of the events.
    pub is_data: bool,
}

/// A value that a type does not know.
#[derive(Debug)]
pub struct LaterValue {
    /// Position of the type among the items.
    pub item: usize,
    /// The value.
    pub value: Value,
}

pub(super) fn plan(plan: &Plan<'_>) -> LaterPlan {
    LaterPlan {
        constants: constants(plan),
        variant: variant(plan),
        record: record(plan),
        field: operations(plan)
            .find(|op| keeps_fields(plan, op))
            .map(|op| op.id),
        error: error(plan),
        event: operations(plan).find_map(|op| event(plan, op)),
    }
}

fn operations<'p>(plan: &'p Plan<'_>) -> impl Iterator<Item = &'p OperationPlan> {
    plan.operations().map(|(_, op)| op)
}

fn constants(plan: &Plan<'_>) -> Vec<LaterValue> {
    let mut kinds = Vec::new();
    let mut found = Vec::new();
    for (item, it) in plan.items.iter().enumerate() {
        let (ItemKind::Enumeration(planned), Shape::Enumeration(described)) =
            (&it.kind, &plan.api[it.id].shape)
        else {
            continue;
        };
        if described.open && !kinds.contains(&planned.kind) {
            kinds.push(planned.kind);
            let value = beyond(&described.values);
            found.push(LaterValue { item, value });
        }
    }
    found
}

/// A constant of the same kind that is not listed.
fn beyond(values: &[EnumValue]) -> Value {
    let numbers = values.iter().filter_map(|it| it.value.as_i64());
    if numbers.clone().count() == values.len() {
        let beyond = numbers.max().unwrap_or_default().checked_add(1);
        return beyond.unwrap_or_default().into();
    }
    let mut text = UNHEARD.to_owned();
    while values.iter().any(|it| it.value.as_str() == Some(&text)) {
        text.push('_');
    }
    text.into()
}

fn variant(plan: &Plan<'_>) -> Option<LaterValue> {
    let mut items = plan.items.iter().enumerate();
    items.find_map(|(item, it)| match &it.kind {
        ItemKind::Union(union) if !union.any => {
            let value = unheard(plan, union)?;
            Some(LaterValue { item, value })
        }
        _ => None,
    })
}

/// A value of none of the types: by its tag, where each of them has one, or by its kind.
fn unheard(plan: &Plan<'_>, union: &UnionPlan) -> Option<Value> {
    if let Some(tag) = &union.tag {
        let mut variants = union.variants.iter();
        let told = variants.all(|variant| !variant.tags.is_empty() && !variant.is_fallback);
        return told.then(|| object(tag, UNHEARD.into()));
    }
    let values = [
        object(UNHEARD, true.into()),
        UNHEARD.into(),
        vec![Value::from(UNHEARD)].into(),
        true.into(),
    ];
    let is_taken = |value: &Value| {
        let mut variants = union.variants.iter();
        variants.any(|variant| takes(plan, &variant.ty, value, DEPTH))
    };
    values.into_iter().find(|value| !is_taken(value))
}

/// How deep unions in unions are looked into.
const DEPTH: u32 = 16;

/// Values of the kind of this one may be of the type.
fn takes(plan: &Plan<'_>, ty: &Ty, value: &Value, depth: u32) -> bool {
    match ty {
        Ty::Bool => value.is_boolean(),
        Ty::Int(_) | Ty::F32 | Ty::F64 => value.is_number(),
        Ty::String | Ty::Text(_) | Ty::Upload => value.is_string(),
        Ty::List(_) | Ty::Tuple(_) => value.is_array(),
        Ty::Map(_) => value.is_object(),
        Ty::Value => true,
        Ty::Option(inner) | Ty::Patch(inner) | Ty::Box(inner) => takes(plan, inner, value, depth),
        Ty::Item(item) => match plan.items.get(*item).map(|item| &item.kind) {
            Some(ItemKind::Record(_)) => value.is_object(),
            Some(ItemKind::Union(union)) if depth > 0 && !union.any => {
                let mut variants = union.variants.iter();
                variants.any(|variant| takes(plan, &variant.ty, value, depth.saturating_sub(1)))
            }
            Some(ItemKind::Enumeration(it)) => match it.kind {
                ConstantKind::Text => value.is_string(),
                ConstantKind::Integer => value.is_number(),
                ConstantKind::Mixed => true,
            },
            Some(ItemKind::Union(_)) | None => true,
        },
    }
}

fn object(key: &str, value: Value) -> Value {
    Value::Object(std::iter::once((key.to_owned(), value)).collect())
}

/// A struct of which nothing is required, else the sample of an answer.
fn record(plan: &Plan<'_>) -> Option<LaterValue> {
    let mut items = plan.items.iter();
    let free = items.position(|it| match &it.kind {
        ItemKind::Record(record) => {
            let mut fields = record.fields.iter();
            let is_optional = |it: &FieldPlan| match it.presence {
                Presence::Optional | Presence::Patch => true,
                Presence::Required | Presence::RequiredNullable => false,
            };
            record.extra == Some(Ty::Value) && fields.all(is_optional)
        }
        ItemKind::Union(_) | ItemKind::Enumeration(_) => false,
    });
    let unheard = Value::from(vec![Value::from(true)]);
    if let Some(item) = free {
        let value = object(UNHEARD, unheard);
        return Some(LaterValue { item, value });
    }
    let op = operations(plan).find(|op| keeps_fields(plan, op))?;
    let Success::Value(Ty::Item(item)) = op.success else {
        return None;
    };
    let mut value = op.sample.answer.as_ref()?.value.clone();
    value.as_object_mut()?.insert(UNHEARD.to_owned(), unheard);
    Some(LaterValue { item, value })
}

fn keeps_fields(plan: &Plan<'_>, op: &OperationPlan) -> bool {
    let Success::Value(Ty::Item(item)) = op.success else {
        return false;
    };
    let answer = op.sample.answer.as_ref();
    let is_object = answer.is_some_and(|it| it.text.is_none() && it.value.is_object());
    let kind = plan.items.get(item).map(|item| &item.kind);
    is_object && matches!(kind, Some(ItemKind::Record(record)) if record.extra == Some(Ty::Value))
}

fn error(plan: &Plan<'_>) -> Option<(OperationId, u16)> {
    // An answer to HEAD has no body.
    let has_body = |op: &&OperationPlan| plan.api[op.id].method.as_str() != "HEAD";
    let typed = operations(plan).filter(has_body).find_map(|op| {
        // Not one at which a call is repeated, nor one that asks for credentials again.
        let status = op.errors.iter().find_map(|error| match error.status {
            Status::Code(status @ (400 | 403..=407 | 409..=424 | 426..=428)) => Some(status),
            Status::Range(4) | Status::Default => Some(418),
            Status::Code(_) | Status::Range(_) => None,
        })?;
        let repeats = op.retry_statuses.iter().flatten().any(|it| *it == status);
        (!repeats).then_some((op.id, status))
    });
    typed.or_else(|| Some((operations(plan).find(has_body)?.id, 418)))
}

/// What the operation sends is a stream of events, each of a union or with data of one.
fn event(plan: &Plan<'_>, op: &OperationPlan) -> Option<LaterEvent> {
    let described = &plan.api[op.id];
    let media = plan.answer_media(described)?;
    let mut statuses = described.responses.iter().map(|response| response.status);
    let status = statuses.find_map(|status| match status {
        Status::Code(status @ 200..=299) => Some(status),
        Status::Code(_) | Status::Range(_) | Status::Default => None,
    });
    let (ty, is_data) = match &op.success {
        Success::Events(ty) => (ty, true),
        Success::Items(ty) if media.content_type.starts_with("text/event-stream") => (ty, false),
        _ => return None,
    };
    let item = ty.definition()?;
    let ItemKind::Union(union) = &plan.items.get(item)?.kind else {
        return None;
    };
    Some(LaterEvent {
        operation: op.id,
        status: status.unwrap_or(200),
        of: LaterValue {
            item,
            value: unheard(plan, union).filter(|_| !union.any)?,
        },
        is_data,
    })
}
