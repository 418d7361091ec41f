// The runtime of specsmith 0.1.0, the same in each crate. Do not edit.

//! How the codec reaches into a value: where a decoded value goes, and what an encoder sees.
//!
//! It must not know any format: JSON and serde live in `decode` and `encode`.

use std::fmt;

use super::Value;
use super::enumeration::Enumeration;
use super::record::Record;
use super::union::{Constant, Union};
use super::upload::Upload;

/// A place that can be filled from, and written to, a self-describing format.
///
/// Implemented once for each kind of value (`String`, `Option<T>`, `Vec<T>`, …), and by every
/// generated type.
///
/// Methods that give out a place to fill return an `Option` for want of a way to prove to the
/// compiler that what was just put there is there; `None` makes decoding fail.
pub trait Slot {
    /// What a decoder has to put here.
    fn target(&mut self) -> Target<'_>;

    /// What an encoder finds here.
    fn view(&self) -> View<'_>;
}

/// The value that stands in a [`Slot`] before anything is read.
///
/// It never leaves the decoder: a value with a required field that was not read is an error.
/// Not `Default`, so that users cannot make a record without its required fields.
pub trait Blank {
    /// The value before anything is read.
    fn blank() -> Self;

    /// The value that `null` is, where it is one that a nullable place tells from nothing.
    fn null() -> Option<Self>
    where
        Self: Sized,
    {
        None
    }
}

/// The value of a type before anything is read.
pub fn blank<T: Blank>() -> T {
    T::blank()
}

/// What a decoder has to put into a [`Slot`].
pub enum Target<'a> {
    /// `true` or `false`.
    Bool(&'a mut bool),
    /// A whole number of any width.
    Integer(&'a mut dyn Integer),
    /// A number of any precision.
    Float(&'a mut dyn Float),
    /// A string, kept as it is.
    Str(&'a mut String),
    /// A string that is parsed: a date, a UUID.
    Text(&'a mut dyn Text),
    /// One of several strings.
    Enumeration {
        /// Takes the string.
        place: &'a mut dyn Enumeration,
        /// The schema lists no other one.
        is_constant: bool,
    },
    /// One of several constants that are not all strings.
    Constant(&'a mut dyn Constant),
    /// Any value.
    Any(&'a mut Value),
    /// A value of one of several types.
    Union(&'a mut dyn Union),
    /// A value or `null`.
    Optional(&'a mut dyn Optional),
    /// An array.
    List(&'a mut dyn List),
    /// An object with free keys.
    Map(&'a mut dyn Entries),
    /// An object with declared fields.
    Record(&'a mut dyn Record),
    /// Nothing: the value can only be written.
    Never,
}

/// What an encoder finds in a [`Slot`].
#[derive(Clone, Copy)]
pub enum View<'a> {
    /// No value. The key of an optional field is left out; in a list, a map or a required field it
    /// is `null`.
    None,
    /// `null`, written wherever it stands.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A signed whole number.
    I64(i64),
    /// An unsigned whole number.
    U64(u64),
    /// A number of double precision.
    F64(f64),
    /// A number of single precision, written with as few digits as tell it from its neighbours.
    F32(f32),
    /// A string.
    Str(&'a str),
    /// A string made from a value of a type of its own.
    Text(&'a dyn Text),
    /// One of several strings.
    Enumeration {
        /// The string.
        text: &'a str,
        /// The schema lists it.
        is_listed: bool,
    },
    /// Bytes that go as they are where there is a place for them.
    Upload(&'a Upload),
    /// Any value.
    Any(&'a Value),
    /// An array.
    List(&'a dyn List),
    /// An object with free keys.
    Map(&'a dyn Entries),
    /// An object with declared fields.
    Record(&'a dyn Record),
}

/// A whole number of some width.
pub trait Integer {
    /// Takes the number; `false` when the width cannot hold it.
    fn set(&mut self, number: i128) -> bool;

    /// Negative numbers may fit.
    fn is_signed(&self) -> bool;
}

/// A number of some precision.
pub trait Float {
    /// Takes the nearest number; `false` when the range cannot hold it.
    fn set(&mut self, number: f64) -> bool;
}

/// A string that is parsed.
pub trait Text {
    /// Takes the text.
    ///
    /// # Errors
    ///
    /// Says what was expected instead, as in “expected a UUID”.
    fn set(&mut self, text: &str) -> Result<(), &'static str>;

    /// Writes the text.
    ///
    /// # Errors
    ///
    /// Those of the formatter.
    fn print(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result;
}

impl fmt::Display for dyn Text + '_ {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.print(f)
    }
}

/// A value that may be `null`.
pub trait Optional {
    /// Becomes `null`.
    fn set_null(&mut self);

    /// Becomes a blank value and gives it out to be filled.
    fn fill(&mut self) -> Option<&mut dyn Slot>;
}

/// An array.
#[expect(
    clippy::len_without_is_empty,
    reason = "the codec asks for the length only"
)]
pub trait List {
    /// Number of elements.
    fn len(&self) -> usize;

    /// An element.
    fn get(&self, index: usize) -> Option<&dyn Slot>;

    /// What an encoder finds in an element. A method of each list, so that one jump leads to an
    /// element instead of two.
    fn look(&self, index: usize) -> View<'_> {
        self.get(index).map_or(View::None, Slot::view)
    }

    /// Gives out the element at this position to be filled. A decoder asks for one after the
    /// other; where there is none yet, a blank one is appended.
    fn place(&mut self, index: usize) -> Option<&mut dyn Slot>;

    /// How many elements there have to be; `None`: any number.
    fn size(&self) -> Option<usize> {
        None
    }
}

/// An object with free keys, in the order of arrival.
#[expect(
    clippy::len_without_is_empty,
    reason = "the codec asks for the length only"
)]
pub trait Entries {
    /// Number of entries.
    fn len(&self) -> usize;

    /// An entry by its position.
    fn get(&self, index: usize) -> Option<(&str, &dyn Slot)>;

    /// The value under a key.
    fn find(&self, key: &str) -> Option<&dyn Slot>;

    /// The value of an entry by its position, to be filled.
    fn slot(&mut self, index: usize) -> Option<&mut dyn Slot>;

    /// Puts a blank value under the key and returns its position. A key that is there already
    /// keeps its place and loses its value.
    fn insert(&mut self, key: String) -> usize;
}
