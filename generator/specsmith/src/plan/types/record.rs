//! Structs: their fields, and how each field tells that it has no value.
//!
//! It must not know where a struct is used beyond whether callers make it.

use specsmith_openapi::api::{Additional, Api, Field, Shape, TypeId, TypeUse};

use super::super::names::{Case, Scope};
use super::constants::{self, Tags};
use super::{FieldPlan, ItemKind, Presence, RecordPlan, Ty, given_name};

/// Methods of every record; a field may share their names, a setter may not.
const METHODS: [&str; 5] = ["clone", "new", "extra", "extra_mut", "validate"];

pub(super) fn plan(
    api: &Api,
    id: TypeId,
    in_requests: bool,
    types: &[Ty],
    tags: &Tags<'_>,
) -> ItemKind {
    let Shape::Record(record) = &api[id].shape else {
        return ItemKind::Record(RecordPlan {
            fields: Vec::new(),
            extra: None,
        });
    };
    let mut scope = Scope::with_reserved(METHODS);
    let fields = record.fields.iter().enumerate().map(|(index, field)| {
        let spoken = given_name(&field.extensions).unwrap_or(&field.name);
        let ty = written(field.ty, types);
        FieldPlan {
            index,
            ident: scope.name_or(spoken, "field", Case::Snake),
            presence: presence(field, in_requests, &ty),
            constant: constants::of_field(api, id, field, tags),
            ty,
        }
    });
    let fields = fields.collect();
    let extra = match &record.additional {
        Additional::Denied => None,
        Additional::Any => Some(Ty::Value),
        Additional::Typed(place) if place.nullable => Some(written(*place, types).or_null()),
        Additional::Typed(place) => Some(written(*place, types)),
    };
    ItemKind::Record(RecordPlan { fields, extra })
}

fn written(place: TypeUse, types: &[Ty]) -> Ty {
    types.get(place.ty.index()).cloned().unwrap_or(Ty::Value)
}

/// A caller must be able to say "clear this"; a reader of answers need not tell null from absent.
fn presence(field: &Field, in_requests: bool, ty: &Ty) -> Presence {
    // A free-form value holds `null` itself.
    let nullable = field.ty.nullable && *ty != Ty::Value;
    match (field.required, nullable, in_requests) {
        (true, false, _) => Presence::Required,
        (true, true, _) => Presence::RequiredNullable,
        (false, true, true) => Presence::Patch,
        (false, true, false) | (false, false, _) => Presence::Optional,
    }
}
