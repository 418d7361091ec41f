// The runtime of specsmith 0.1.0, the same in each crate. Do not edit.

//! Slots for the kinds of values that all types share: scalars, options, boxes and lists.
//!
//! It must not know how they are read or written.

use super::Value;
use super::slot::{Blank, Float, Integer, List, Optional, Slot, Target, View};

impl Blank for bool {
    fn blank() -> Self {
        false
    }
}

impl Slot for bool {
    fn target(&mut self) -> Target<'_> {
        Target::Bool(self)
    }

    fn view(&self) -> View<'_> {
        View::Bool(*self)
    }
}

macro_rules! integers {
    ($($ty:ty => $view:ident),*) => {$(
        impl Blank for $ty {
            fn blank() -> Self {
                0
            }
        }

        impl Slot for $ty {
            fn target(&mut self) -> Target<'_> {
                Target::Integer(self)
            }

            fn view(&self) -> View<'_> {
                View::$view((*self).into())
            }
        }

        impl Integer for $ty {
            fn set(&mut self, number: i128) -> bool {
                match Self::try_from(number) {
                    Ok(number) => *self = number,
                    Err(_) => return false,
                }
                true
            }

            fn is_signed(&self) -> bool {
                Self::MIN != 0
            }
        }
    )*};
}

integers!(i8 => I64, i16 => I64, i32 => I64, i64 => I64, u8 => U64, u16 => U64, u32 => U64, u64 => U64);

macro_rules! floats {
    ($($ty:ty => $view:ident),*) => {$(
        impl Blank for $ty {
            fn blank() -> Self {
                0.0
            }
        }

        impl Slot for $ty {
            fn target(&mut self) -> Target<'_> {
                Target::Float(self)
            }

            fn view(&self) -> View<'_> {
                View::$view(*self)
            }
        }
    )*};
}

floats!(f32 => F32, f64 => F64);

impl Float for f64 {
    fn set(&mut self, number: f64) -> bool {
        *self = number;
        number.is_finite()
    }
}

impl Float for f32 {
    fn set(&mut self, number: f64) -> bool {
        *self = number as Self;
        self.is_finite()
    }
}

impl Blank for String {
    fn blank() -> Self {
        Self::new()
    }
}

impl Slot for String {
    fn target(&mut self) -> Target<'_> {
        Target::Str(self)
    }

    fn view(&self) -> View<'_> {
        View::Str(self)
    }
}

/// Seen by encoders only: what is borrowed cannot be filled.
impl Slot for &str {
    fn target(&mut self) -> Target<'_> {
        Target::Never
    }

    fn view(&self) -> View<'_> {
        View::Str(self)
    }
}

impl Blank for Value {
    fn blank() -> Self {
        Self::Null
    }

    fn null() -> Option<Self> {
        Some(Self::Null)
    }
}

impl Slot for Value {
    fn target(&mut self) -> Target<'_> {
        Target::Any(self)
    }

    fn view(&self) -> View<'_> {
        View::Any(self)
    }
}

impl<T> Blank for Option<T> {
    fn blank() -> Self {
        None
    }
}

impl<T: Slot + Blank> Slot for Option<T> {
    fn target(&mut self) -> Target<'_> {
        Target::Optional(self)
    }

    fn view(&self) -> View<'_> {
        self.as_ref().map_or(View::None, T::view)
    }
}

impl<T: Slot + Blank> Optional for Option<T> {
    fn set_null(&mut self) {
        *self = T::null();
    }

    fn fill(&mut self) -> Option<&mut dyn Slot> {
        Some(self.insert(T::blank()))
    }
}

impl<T> Blank for Vec<T> {
    fn blank() -> Self {
        Self::new()
    }
}

/// A list of what a caller gives.
///
/// Not collected: that would be several functions more for each type of elements.
pub fn list<T>(elements: impl IntoIterator<Item = impl Into<T>>) -> Vec<T> {
    let elements = elements.into_iter();
    let mut list = Vec::with_capacity(elements.size_hint().0);
    for element in elements {
        list.push(element.into());
    }
    list
}

impl<T: Slot + Blank> Slot for Vec<T> {
    fn target(&mut self) -> Target<'_> {
        Target::List(self)
    }

    fn view(&self) -> View<'_> {
        View::List(self)
    }
}

impl<T: Slot + Blank> List for Vec<T> {
    fn len(&self) -> usize {
        self.len()
    }

    fn get(&self, index: usize) -> Option<&dyn Slot> {
        self.as_slice()
            .get(index)
            .map(|element| element as &dyn Slot)
    }

    fn place(&mut self, index: usize) -> Option<&mut dyn Slot> {
        if index == Self::len(self) {
            self.push(T::blank());
        }
        self.get_mut(index).map(|element| element as &mut dyn Slot)
    }
}
