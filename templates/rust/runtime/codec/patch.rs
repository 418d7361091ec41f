//! A field of a request that can be left out, cleared or set.
//!
//! It must not know which service it is sent to; what `null` does there is the service's affair.

use super::map::Map;
use super::scalar::list;
use super::slot::{Blank, Optional, Slot, Target, View};

/// A field of a request: left out, `null`, or a value.
///
/// Setters take `impl Into<Patch<T>>`, so that `.title("CEO")`, `.title(Patch::Null)` and
/// `.title(Patch::Absent)` all read well.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Patch<T> {
    /// Not sent: what is there stays.
    #[default]
    Absent,
    /// Sent as `null`: clears the field where the service allows that.
    Null,
    /// Sent.
    Value(T),
}

impl<T> Patch<T> {
    /// The field is not sent.
    pub const fn is_absent(&self) -> bool {
        matches!(self, Self::Absent)
    }

    /// The field is sent as `null`.
    pub const fn is_null(&self) -> bool {
        matches!(self, Self::Null)
    }

    /// The value, when there is one.
    pub const fn value(&self) -> Option<&T> {
        if let Self::Value(value) = self {
            Some(value)
        } else {
            None
        }
    }

    /// The value by ownership, when there is one.
    pub fn into_value(self) -> Option<T> {
        if let Self::Value(value) = self {
            Some(value)
        } else {
            None
        }
    }

    /// `None` for a field that is not sent, `Some(None)` for `null`.
    pub const fn as_option(&self) -> Option<Option<&T>> {
        match self {
            Self::Absent => None,
            Self::Null => Some(None),
            Self::Value(value) => Some(Some(value)),
        }
    }
}

impl<T> From<T> for Patch<T> {
    fn from(value: T) -> Self {
        Self::Value(value)
    }
}

/// `None` becomes `null`, not absence: `Option` says that there is no value, and so does `null`.
impl<T> From<Option<T>> for Patch<T> {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Self::Value)
    }
}

impl<T> From<T> for Patch<Box<T>> {
    fn from(value: T) -> Self {
        Self::Value(Box::new(value))
    }
}

/// Of a string, free or one of several.
impl<'a, T: Blank + From<&'a str>> From<&'a str> for Patch<T> {
    fn from(text: &'a str) -> Self {
        Self::Value(T::from(text))
    }
}

impl From<&String> for Patch<String> {
    fn from(text: &String) -> Self {
        Self::Value(text.clone())
    }
}

impl<U: Into<T>, T, const N: usize> From<[U; N]> for Patch<Vec<T>> {
    fn from(elements: [U; N]) -> Self {
        Self::Value(list(elements))
    }
}

impl<T: Clone> From<&[T]> for Patch<Vec<T>> {
    fn from(elements: &[T]) -> Self {
        Self::Value(elements.to_vec())
    }
}

impl<K: Into<String>, U: Into<T>, T, const N: usize> From<[(K, U); N]> for Patch<Map<T>> {
    fn from(entries: [(K, U); N]) -> Self {
        Self::Value(Map::from(entries))
    }
}

impl<T> Blank for Patch<T> {
    fn blank() -> Self {
        Self::Absent
    }
}

impl<T: Slot + Blank> Slot for Patch<T> {
    fn target(&mut self) -> Target<'_> {
        Target::Optional(self)
    }

    fn view(&self) -> View<'_> {
        match self {
            Self::Absent => View::None,
            Self::Null => View::Null,
            Self::Value(value) => value.view(),
        }
    }
}

impl<T: Slot + Blank> Optional for Patch<T> {
    fn set_null(&mut self) {
        *self = Self::Null;
    }

    fn fill(&mut self) -> Option<&mut dyn Slot> {
        *self = Self::Value(T::blank());
        if let Self::Value(value) = self {
            Some(value)
        } else {
            None
        }
    }
}
