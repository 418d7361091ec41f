//! What the generator writes for each type, so that a test names the fields alone. `runtime` has to be
//! in scope where a macro stands.

/// A field in the variant that the generator takes for it.
macro_rules! field {
    ($wire:literal $flags:expr; escaped) => {
        runtime::Field::Detailed(&runtime::FieldDetails::new($wire).flags($flags))
    };
    ($wire:literal $flags:expr; $rules:tt) => {
        runtime::Field::Constrained($wire, $flags, &$rules)
    };
    ($wire:literal $flags:expr) => {
        match (
            $flags.contains(runtime::Flags::REQUIRED),
            $flags.contains(runtime::Flags::NULLABLE),
        ) {
            _ if $flags.contains(runtime::Flags::SECRET) => runtime::Field::Flagged($wire, $flags),
            (true, false) => runtime::Field::Required($wire),
            (false, false) => runtime::Field::Optional($wire),
            (true, true) => runtime::Field::RequiredNullable($wire),
            (false, true) => runtime::Field::Nullable($wire),
        }
    };
}

/// `record!(Name FIELDS { position field: Type = "wire" FLAGS, … });`, with rules behind a semicolon, or
/// `escaped` where JSON escapes the key.
macro_rules! record {
    ($name:ident $beyond:literal {
        $($index:literal $field:ident: $ty:ty = $wire:literal $flags:expr $(; $rules:tt)?,)*
    }) => {
        pub struct $name {
            $(pub $field: $ty,)*
            pub extra: runtime::Extra,
        }

        impl $name {
            pub const FIELDS: &'static [runtime::Field] =
                &[$(field!($wire $flags $(; $rules)?)),*];
        }

        implement_record!(
            $name { $($index: $field,)* $beyond: extra },
            extra: runtime::Value,
            extra_mut
        );
    };
}

/// `enumeration!(Name { Variant = "wire", … });`
macro_rules! enumeration {
    ($name:ident { $($variant:ident = $wire:literal,)* }) => {
        pub enum $name {
            $($variant,)*
            Unknown(runtime::UnknownValue),
        }

        implement_text!($name { $($variant: $wire),* });
    };
}
