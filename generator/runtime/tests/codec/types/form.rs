//! What the generator writes for each type, so that a test names the fields alone.

/// A field in the variant that the generator takes for it.
macro_rules! field {
    ($wire:literal $flags:expr; $rules:expr) => {
        Field::Detailed(&FieldDetails::new($wire).flags($flags).constraints(&$rules))
    };
    ($wire:literal $flags:expr) => {
        match (
            $flags.contains(Flags::REQUIRED),
            $flags.contains(Flags::NULLABLE),
        ) {
            _ if $flags.contains(Flags::SECRET) => {
                Field::Detailed(const { &FieldDetails::new($wire).flags($flags) })
            }
            (true, false) => Field::Required($wire),
            (false, false) => Field::Optional($wire),
            (true, true) => Field::RequiredNullable($wire),
            (false, true) => Field::Nullable($wire),
        }
    };
}

/// `record!(Name FIELDS { position field: Type = "wire" FLAGS, … });`, with rules behind a semicolon.
macro_rules! record {
    ($name:ident $beyond:literal {
        $($index:literal $field:ident: $ty:ty = $wire:literal $flags:expr $(; $rules:expr)?,)*
    }) => {
        #[derive(Clone)]
        pub struct $name {
            $(pub $field: $ty,)*
            pub extra: Extra,
        }

        impl $name {
            pub const FIELDS: &'static [Field] =
                &[$(field!($wire $flags $(; $rules)?)),*];
        }

        impl Record for $name {
            fn blank() -> Self {
                Self { $($field: Blank::blank(),)* extra: Extra::new() }
            }

            fn table(&self) -> Table {
                Table { name: stringify!($name), fields: Self::FIELDS }
            }

            fn slot(&mut self, index: usize) -> Option<&mut dyn Slot> {
                match index {
                    $($index => Some(&mut self.$field),)*
                    $beyond => Some(&mut self.extra),
                    _ => None,
                }
            }

            fn get(&self, index: usize) -> Option<&dyn Slot> {
                match index {
                    $($index => Some(&self.$field),)*
                    $beyond => Some(&self.extra),
                    _ => None,
                }
            }
        }

        impl PartialEq for $name {
            fn eq(&self, other: &Self) -> bool {
                specsmith_runtime::equal(self, other)
            }
        }

        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                specsmith_runtime::debug(self, f)
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                specsmith_runtime::serialize(self, serializer)
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(
                deserializer: D,
            ) -> Result<Self, D::Error> {
                specsmith_runtime::deserialize(deserializer)
            }
        }
    };
}

/// `enumeration!(Name { Variant = "wire", … });`
macro_rules! enumeration {
    ($name:ident { $($variant:ident = $wire:literal,)* }) => {
        #[derive(Clone, Debug, PartialEq, Eq, Hash)]
        pub enum $name {
            $($variant,)*
            Unknown(UnknownValue),
        }

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                match text {
                    $($wire => Self::$variant,)*
                    _ => Self::Unknown(UnknownValue::new(text)),
                }
            }
        }

        impl Enumeration for $name {
            fn values(&self) -> &'static [&'static str] {
                &[$($wire),*]
            }

            fn set(&mut self, text: &str) -> bool {
                *self = Self::from(text);
                true
            }

            fn as_str(&self) -> &str {
                match self {
                    $(Self::$variant => $wire,)*
                    Self::Unknown(value) => value.as_str(),
                }
            }
        }

        impl Slot for $name {
            fn target(&mut self) -> Target<'_> {
                Target::Enumeration(self)
            }

            fn view(&self) -> View<'_> {
                View::Enumeration(self)
            }
        }

        impl Blank for $name {
            fn blank() -> Self {
                Self::Unknown(UnknownValue::new(""))
            }
        }
    };
}
