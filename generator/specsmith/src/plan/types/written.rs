//! The Rust type of every type of the API, and which of them need a definition.
//!
//! It must not name anything.

use specsmith_openapi::api::{Api, Choice, Enumeration, Scalar, Shape, TypeId, TypeUse};

use super::{ConstantKind, Ty, enumeration, text};
use crate::config::Sdk;

/// How each type is written, by [`TypeId`], and those that get a definition, in their order.
/// [`Ty::Item`] counts the latter.
pub(super) struct Written {
    pub(super) types: Vec<Ty>,
    pub(super) defined: Vec<TypeId>,
}

pub(super) fn written(api: &Api, sdk: &Sdk) -> Written {
    let mut writer = Writer {
        api,
        sdk,
        types: vec![State::New; api.types.len()],
    };
    for (id, _) in api.types() {
        writer.write(id);
    }
    let drafts: Vec<Ty> = writer.types.into_iter().map(State::into_ty).collect();
    let is_defined = |id: &TypeId| drafts.get(id.index()) == Some(&Ty::Item(id.index()));
    let defined: Vec<TypeId> = api.types().map(|(id, _)| id).filter(is_defined).collect();
    let final_types = Final {
        drafts: &drafts,
        defined: &defined,
    };
    Written {
        types: drafts.iter().map(|ty| final_types.of(ty, 0)).collect(),
        defined,
    }
}

#[derive(Debug, Clone)]
enum State {
    New,
    /// Being written: whoever needs it holds itself.
    Open,
    Done(Ty),
}

impl State {
    fn into_ty(self) -> Ty {
        match self {
            Self::Done(ty) => ty,
            Self::New | Self::Open => Ty::Value,
        }
    }
}

/// Writes drafts, in which [`Ty::Item`] holds the index of a [`TypeId`].
struct Writer<'a> {
    api: &'a Api,
    sdk: &'a Sdk,
    types: Vec<State>,
}

impl Writer<'_> {
    fn write(&mut self, id: TypeId) -> Ty {
        match self.types.get(id.index()) {
            Some(State::Done(ty)) => return ty.clone(),
            // A list or map that holds itself and nothing else.
            Some(State::Open) | None => return Ty::Value,
            Some(State::New) => {}
        }
        let api = self.api;
        let ty = match &api[id].shape {
            Shape::Record(_) => Ty::Item(id.index()),
            Shape::Enumeration(enumeration) => constants(id, enumeration),
            Shape::Scalar(scalar) => self.scalar(scalar),
            Shape::List(list) => Ty::List(Box::new(self.part(id, list.items))),
            Shape::Tuple(tuple) => {
                let parts = tuple.items.iter().map(|item| self.part(id, *item));
                Ty::Tuple(parts.collect())
            }
            Shape::Map(map) => Ty::Map(Box::new(self.part(id, map.values))),
            Shape::Choice(choice) => self.choice(id, choice),
            Shape::Any => Ty::Value,
        };
        self.set(id, State::Done(ty.clone()));
        ty
    }

    fn set(&mut self, id: TypeId, state: State) {
        if let Some(slot) = self.types.get_mut(id.index()) {
            *slot = state;
        }
    }

    fn part(&mut self, id: TypeId, place: TypeUse) -> Ty {
        self.set(id, State::Open);
        let ty = self.write(place.ty);
        if place.nullable { ty.or_null() } else { ty }
    }

    /// Alternatives that are written alike are one; a single one needs no definition.
    fn choice(&mut self, id: TypeId, choice: &Choice) -> Ty {
        let own = Ty::Item(id.index());
        // Whatever of it holds it again finds the definition.
        self.set(id, State::Done(own.clone()));
        let mut all = choice.variants.iter().map(|variant| variant.ty.ty);
        let Some(first) = all.next().map(|ty| self.write(ty)) else {
            return Ty::Value;
        };
        let holds_itself = first.items().contains(&id.index());
        let same = all
            .map(|ty| self.write(ty))
            .filter(|ty| *ty != first)
            .count()
            == 0;
        if same && !holds_itself { first } else { own }
    }

    fn scalar(&self, scalar: &Scalar) -> Ty {
        match scalar {
            Scalar::String { format } => {
                let format = format.as_deref().unwrap_or_default();
                text::of_format(format, self.sdk).map_or(Ty::String, Ty::Text)
            }
            Scalar::Integer { range, .. } => Ty::Int(*range),
            Scalar::Number { format } if format.as_deref() == Some("float") => Ty::F32,
            Scalar::Number { .. } => Ty::F64,
            Scalar::Boolean => Ty::Bool,
        }
    }
}

fn constants(id: TypeId, enumeration: &Enumeration) -> Ty {
    let is_bool = enumeration.values.iter().all(|it| it.value.is_boolean());
    match enumeration::kind(enumeration) {
        ConstantKind::Mixed if is_bool => Ty::Bool,
        ConstantKind::Text | ConstantKind::Integer | ConstantKind::Mixed => Ty::Item(id.index()),
    }
}

/// Turns drafts into what is written.
struct Final<'a> {
    drafts: &'a [Ty],
    defined: &'a [TypeId],
}

/// How deep lists of lists may go before they are written as a JSON value.
const NESTING: u32 = 64;

impl Final<'_> {
    fn of(&self, draft: &Ty, depth: u32) -> Ty {
        if depth > NESTING {
            return Ty::Value;
        }
        let deeper = depth.saturating_add(1);
        let part = |inner: &Ty| Box::new(self.of(inner, deeper));
        match draft {
            Ty::Item(index) => self.item(*index, deeper),
            Ty::List(inner) => Ty::List(part(inner)),
            Ty::Tuple(parts) => Ty::Tuple(parts.iter().map(|it| self.of(it, deeper)).collect()),
            Ty::Map(inner) => Ty::Map(part(inner)),
            Ty::Option(inner) => self.of(inner, deeper).or_null(),
            Ty::Patch(inner) => Ty::Patch(part(inner)),
            Ty::Box(inner) => Ty::Box(part(inner)),
            Ty::Bool
            | Ty::Int(_)
            | Ty::F32
            | Ty::F64
            | Ty::String
            | Ty::Text(_)
            | Ty::Upload
            | Ty::Value => draft.clone(),
        }
    }

    fn item(&self, index: usize, depth: u32) -> Ty {
        match self.defined.binary_search_by_key(&index, |id| id.index()) {
            Ok(position) => Ty::Item(position),
            Err(_) => match self.drafts.get(index) {
                Some(draft) => self.of(draft, depth),
                None => Ty::Value,
            },
        }
    }
}
