//! Constants of which the schema lists the known ones.
//!
//! It must not know whether a value came from a caller or a service: both may be ahead of the
//! schema.

use std::fmt;

use super::Value;

/// What takes any string, as an enumeration does: it keeps those that the schema does not list.
pub trait Enumeration {
    /// Takes a string, listed or not.
    fn set(&mut self, text: &str);
}

impl<T: for<'a> From<&'a str>> Enumeration for T {
    fn set(&mut self, text: &str) {
        *self = Self::from(text);
    }
}

/// A string that the schema does not list.
///
/// Only the conversions of the enumeration make one, so that a listed string never hides here.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct UnknownValue(Box<str>);

impl UnknownValue {
    /// For the conversions of generated enumerations.
    #[doc(hidden)]
    pub fn new(text: &str) -> Self {
        Self(text.into())
    }

    /// The string.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for UnknownValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// A whole number that the schema does not list.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct UnknownInteger(i64);

impl UnknownInteger {
    /// For the conversions of generated enumerations.
    #[doc(hidden)]
    pub fn new(number: i64) -> Self {
        Self(number)
    }

    /// The number.
    pub fn get(self) -> i64 {
        self.0
    }
}

impl fmt::Debug for UnknownInteger {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// A value that the schema does not list.
#[derive(Clone, PartialEq)]
pub struct UnknownConstant(Value);

impl UnknownConstant {
    /// For the conversions of generated enumerations.
    #[doc(hidden)]
    pub fn new(value: Value) -> Self {
        Self(value)
    }

    /// The value.
    pub fn get(&self) -> &Value {
        &self.0
    }
}

impl fmt::Debug for UnknownConstant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}
