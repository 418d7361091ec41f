//! What all types of one kind have in the same words: their methods, and the traits of the standard
//! library, of serde and of the runtime that go through what is special to each type.
//!
//! Nothing is derived: the compiler takes a definition apart once more for that. This module must not
//! know any one type. `runtime` has to be in scope where a macro stands.

/// For a struct with `FIELDS`, which becomes a [`Record`](crate::runtime::Record).
///
/// - `position: field`, in the order of `FIELDS`; last what is beside them, if anything.
/// - `extra: T`: of which type values beside the fields are; `extra_mut` where callers change them.
#[allow(unused_macros, reason = "not every crate has such types")]
macro_rules! implement_record {
    (
        $name:ident { $($index:literal: $place:ident),* $(,)? }
        $(, extra: $extra:ty $(, $extra_mut:ident)?)?
    ) => {
        impl runtime::Record for $name {
            #[inline]
            fn blank() -> Self {
                $name { $($place: runtime::blank()),* }
            }

            #[inline]
            fn table(&self) -> runtime::Table {
                runtime::Table { name: stringify!($name), fields: Self::FIELDS }
            }

            #[inline]
            fn slot(&mut self, index: usize) -> Option<&mut dyn runtime::Slot> {
                Some(match index {
                    $($index => &mut self.$place,)*
                    _ => return None,
                })
            }

            #[inline]
            fn get(&self, index: usize) -> Option<&dyn runtime::Slot> {
                Some(match index {
                    $($index => &self.$place,)*
                    _ => return None,
                })
            }
        }

        impl $name {
            /// Checks the value against the rules of the schema, which decoding never does.
            ///
            /// # Errors
            ///
            /// Names every rule that is broken, and where.
            #[inline]
            pub fn validate(&self) -> Result<(), runtime::Violations> {
                runtime::validate(self)
            }

            $(
            /// Properties beside the declared ones, in their order.
            #[inline]
            pub fn extra(&self) -> &runtime::Map<$extra> {
                self.extra.as_map()
            }

            $(
            /// Properties beside the declared ones, to be changed. They are sent with the others;
            /// under the name of a declared one they are sent only where that one is not.
            #[inline]
            pub fn $extra_mut(&mut self) -> &mut runtime::Map<$extra> {
                self.extra.as_map_mut()
            }
            )?
            )?
        }

        impl Clone for $name {
            #[inline]
            fn clone(&self) -> Self {
                $name { $($place: self.$place.clone()),* }
            }
        }

        impl PartialEq for $name {
            #[inline]
            fn eq(&self, other: &Self) -> bool {
                runtime::equal(self, other)
            }
        }

        impl std::fmt::Debug for $name {
            #[inline]
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                runtime::debug(self, f)
            }
        }

        implement_serde!($name);
    };
}

/// For an enum of types with the variant `Unknown`, which becomes a
/// [`Union`](crate::runtime::Union): the other variants by their positions in its table.
#[allow(unused_macros, reason = "not every crate has such types")]
macro_rules! implement_union {
    ($name:ident { $($index:literal: $variant:ident),* $(,)? }, $table:expr) => {
        impl runtime::Union for $name {
            #[inline]
            fn table(&self) -> &'static runtime::UnionTable {
                static TABLE: runtime::UnionTable = $table;
                &TABLE
            }

            #[inline]
            fn turn(&mut self, variant: usize) {
                *self = match variant {
                    $($index => Self::$variant(runtime::Blank::blank()),)*
                    _ => Self::Unknown(runtime::Value::Null),
                };
            }

            #[inline]
            fn value(&mut self) -> &mut dyn runtime::Slot {
                match self {
                    $(Self::$variant(value) => value,)*
                    Self::Unknown(value) => value,
                }
            }
        }

        impl runtime::Slot for $name {
            #[inline]
            fn target(&mut self) -> runtime::Target<'_> {
                runtime::Target::Union(self)
            }

            #[inline]
            fn view(&self) -> runtime::View<'_> {
                match self {
                    $(Self::$variant(value) => runtime::Slot::view(value),)*
                    Self::Unknown(value) => runtime::View::Any(value),
                }
            }
        }

        impl runtime::Blank for $name {
            #[inline]
            fn blank() -> Self {
                Self::Unknown(runtime::Value::Null)
            }
        }

        impl Clone for $name {
            #[inline]
            fn clone(&self) -> Self {
                match self {
                    $(Self::$variant(value) => Self::$variant(value.clone()),)*
                    Self::Unknown(value) => Self::Unknown(value.clone()),
                }
            }
        }

        impl PartialEq for $name {
            #[inline]
            fn eq(&self, other: &Self) -> bool {
                runtime::equal_slots(self, other)
            }
        }

        impl std::fmt::Debug for $name {
            #[inline]
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                let (name, value): (_, &dyn std::fmt::Debug) = match self {
                    $(Self::$variant(value) => (stringify!($variant), value),)*
                    Self::Unknown(value) => ("Unknown", value),
                };
                f.debug_tuple(name).field(value).finish()
            }
        }

        implement_serde!($name);
    };
}

/// For an enum of which the method gives what is sent: it is compared, hashed and printed by that,
/// which is all that a value is. Derived, each would be code for every variant.
#[allow(unused_macros, reason = "not every crate has such types")]
macro_rules! implement_by_sent {
    ($name:ident $sent:ident) => {
        impl Eq for $name {}

        impl PartialEq for $name {
            #[inline]
            fn eq(&self, other: &Self) -> bool {
                self.$sent() == other.$sent()
            }
        }

        impl std::hash::Hash for $name {
            #[inline]
            fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
                self.$sent().hash(state);
            }
        }

        impl std::fmt::Debug for $name {
            #[inline]
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                std::fmt::Debug::fmt(&self.$sent(), f)
            }
        }

        impl std::fmt::Display for $name {
            #[inline]
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                std::fmt::Display::fmt(&self.$sent(), f)
            }
        }
    };
}

/// For an enum of strings with the variant `Unknown`: the string of each other variant.
#[allow(unused_macros, reason = "not every crate has such types")]
macro_rules! implement_text {
    ($name:ident { $($variant:ident: $text:literal),* $(,)? }) => {
        impl $name {
            /// The values that the schema lists, in its order.
            pub const VALUES: &'static [&'static str] = &[$($text),*];

            /// The value as it is sent.
            #[inline]
            #[must_use]
            pub fn as_str(&self) -> &str {
                match self {
                    $(Self::$variant => $text,)*
                    Self::Unknown(value) => value.as_str(),
                }
            }
        }

        /// A listed value becomes its variant, any other `Unknown`.
        impl From<&str> for $name {
            #[inline]
            fn from(text: &str) -> Self {
                match text {
                    $($text => Self::$variant,)*
                    _ => Self::Unknown(runtime::UnknownValue::new(text)),
                }
            }
        }

        implement_by_sent!($name as_str);

        impl Clone for $name {
            #[inline]
            fn clone(&self) -> Self {
                match self {
                    $(Self::$variant => Self::$variant,)*
                    Self::Unknown(value) => Self::Unknown(value.clone()),
                }
            }
        }

        impl runtime::Slot for $name {
            #[inline]
            fn target(&mut self) -> runtime::Target<'_> {
                let is_constant = Self::VALUES.len() == 1;
                runtime::Target::Enumeration { place: self, is_constant }
            }

            #[inline]
            fn view(&self) -> runtime::View<'_> {
                let is_listed = !matches!(self, Self::Unknown(_));
                runtime::View::Enumeration { text: self.as_str(), is_listed }
            }
        }

        impl runtime::Blank for $name {
            #[inline]
            fn blank() -> Self {
                Self::Unknown(runtime::UnknownValue::new(""))
            }
        }

        implement_serde!($name);
    };
}

/// For an enum of whole numbers with the variant `Unknown`: the number of each other variant.
#[allow(unused_macros, reason = "not every crate has such types")]
macro_rules! implement_integer {
    ($name:ident { $($variant:ident: $number:literal),* $(,)? }) => {
        impl $name {
            /// The numbers that the schema lists, in its order.
            pub const VALUES: &'static [i64] = &[$($number),*];

            /// The number as it is sent.
            #[inline]
            #[must_use]
            pub fn as_i64(self) -> i64 {
                match self {
                    $(Self::$variant => $number,)*
                    Self::Unknown(number) => number.get(),
                }
            }
        }

        /// A listed number becomes its variant, any other `Unknown`.
        impl From<i64> for $name {
            #[inline]
            fn from(number: i64) -> Self {
                match number {
                    $($number => Self::$variant,)*
                    _ => Self::Unknown(runtime::UnknownInteger::new(number)),
                }
            }
        }

        implement_by_sent!($name as_i64);

        impl Copy for $name {}

        impl Clone for $name {
            #[inline]
            fn clone(&self) -> Self {
                *self
            }
        }

        impl runtime::Integer for $name {
            #[inline]
            fn set(&mut self, number: i128) -> bool {
                i64::try_from(number).is_ok_and(|number| {
                    *self = Self::from(number);
                    true
                })
            }

            #[inline]
            fn is_signed(&self) -> bool {
                true
            }
        }

        impl runtime::Slot for $name {
            #[inline]
            fn target(&mut self) -> runtime::Target<'_> {
                runtime::Target::Integer(self)
            }

            #[inline]
            fn view(&self) -> runtime::View<'_> {
                runtime::View::I64(self.as_i64())
            }
        }

        impl runtime::Blank for $name {
            #[inline]
            fn blank() -> Self {
                Self::Unknown(runtime::UnknownInteger::new(0))
            }
        }

        implement_serde!($name);
    };
}

/// For an enum of constants of several kinds with the variant `Unknown`: what an encoder finds in
/// each other variant.
#[allow(unused_macros, reason = "not every crate has such types")]
macro_rules! implement_mixed {
    ($name:ident { $($variant:ident: $view:expr),* $(,)? }) => {
        impl $name {
            /// The values that the schema lists, in its order.
            pub const VALUES: &'static [Self] = &[$(Self::$variant),*];
        }

        impl runtime::Slot for $name {
            #[inline]
            fn target(&mut self) -> runtime::Target<'_> {
                runtime::Target::Constant(self)
            }

            #[inline]
            fn view(&self) -> runtime::View<'_> {
                match self {
                    $(Self::$variant => $view,)*
                    Self::Unknown(value) => runtime::View::Any(value.get()),
                }
            }
        }

        /// A listed value becomes its variant, any other `Unknown`.
        impl From<runtime::Value> for $name {
            #[inline]
            fn from(value: runtime::Value) -> Self {
                let mut known = Self::VALUES.iter();
                match known.find(|known| runtime::is_value(runtime::Slot::view(*known), &value)) {
                    Some(known) => known.clone(),
                    None => Self::Unknown(runtime::UnknownConstant::new(value)),
                }
            }
        }

        impl Clone for $name {
            #[inline]
            fn clone(&self) -> Self {
                match self {
                    $(Self::$variant => Self::$variant,)*
                    Self::Unknown(value) => Self::Unknown(value.clone()),
                }
            }
        }

        impl PartialEq for $name {
            #[inline]
            fn eq(&self, other: &Self) -> bool {
                runtime::equal_slots(self, other)
            }
        }

        impl std::fmt::Debug for $name {
            #[inline]
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                std::fmt::Debug::fmt(&runtime::Slot::view(self), f)
            }
        }

        impl runtime::Constant for $name {
            #[inline]
            fn set(&mut self, value: runtime::Value) -> bool {
                *self = Self::from(value);
                true
            }
        }

        impl runtime::Blank for $name {
            #[inline]
            fn blank() -> Self {
                Self::Unknown(runtime::UnknownConstant::new(runtime::Value::Null))
            }
        }

        implement_serde!($name);
    };
}

/// For every type: JSON and other formats read and write it as the client does.
#[allow(unused_macros, reason = "not every crate has such types")]
macro_rules! implement_serde {
    ($name:ident) => {
        #[cfg(feature = "serde")]
        impl serde::Serialize for $name {
            #[inline]
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                runtime::serialize(self, serializer)
            }
        }

        #[cfg(feature = "serde")]
        impl<'de> serde::Deserialize<'de> for $name {
            #[inline]
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                runtime::deserialize(deserializer)
            }
        }
    };
}
