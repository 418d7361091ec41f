// The runtime of specsmith 0.1.0, the same in each crate. Do not edit.

//! Makes slots of types that stand for strings of a format.
//!
//! It must not know any such type: those that a crate uses are in its module `formats`.

/// Makes a type a slot that is read from a string and written as one.
///
/// `blank` is the value before anything is read, `parse` makes an `Option` of a text, `print`
/// writes a value to a formatter.
#[allow(unused_macros, reason = "not every crate has types for strings")]
macro_rules! text_slot {
    (
        $ty:ty,
        expected: $expected:literal,
        blank: $blank:expr,
        parse: |$text:ident| $parse:expr,
        print: |$value:ident, $to:ident| $print:expr $(,)?
    ) => {
        impl $crate::runtime::Blank for $ty {
            fn blank() -> Self {
                $blank
            }
        }

        impl $crate::runtime::Slot for $ty {
            fn target(&mut self) -> $crate::runtime::Target<'_> {
                $crate::runtime::Target::Text(self)
            }

            fn view(&self) -> $crate::runtime::View<'_> {
                $crate::runtime::View::Text(self)
            }
        }

        impl $crate::runtime::Text for $ty {
            fn set(&mut self, $text: &str) -> Result<(), &'static str> {
                *self = $parse.ok_or($expected)?;
                Ok(())
            }

            fn print(&self, $to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                let $value = self;
                $print
            }
        }
    };
}

pub(crate) use text_slot;
