// The runtime of specsmith 0.1.0, the same in each crate. Do not edit.

//! Reads numbers into the width that a slot has.
//!
//! It must not know formats. A number arrives as what the format makes of its text: JSON's `1.0`
//! and `1e2` as floats, whole numbers beyond 64 bits too.

use std::fmt;

use serde::de::{Error, Unexpected, Visitor};

use super::super::slot::{Float, Integer};

/// Takes whole numbers, `1.0` included (JSON Schema, section 6.1.1 of the validation document).
pub(super) struct IntegerVisitor<'a>(pub(super) &'a mut dyn Integer);

impl IntegerVisitor<'_> {
    fn set<E: Error>(self, number: i128, written: Unexpected<'_>) -> Result<(), E> {
        if self.0.set(number) {
            return Ok(());
        }
        Err(E::invalid_value(
            written,
            &"a whole number within the range of the field",
        ))
    }
}

impl Visitor<'_> for IntegerVisitor<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a whole number")
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<(), E> {
        self.set(number.into(), Unexpected::Signed(number))
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<(), E> {
        self.set(number.into(), Unexpected::Unsigned(number))
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<(), E> {
        // 2^64 and above fit no slot, so that the conversion below is exact.
        if number.fract() == 0.0 && number.abs() < 18_446_744_073_709_551_616.0 {
            return self.set(number as i128, Unexpected::Float(number));
        }
        Err(E::invalid_value(Unexpected::Float(number), &self))
    }
}

/// Takes any number.
pub(super) struct FloatVisitor<'a>(pub(super) &'a mut dyn Float);

impl Visitor<'_> for FloatVisitor<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a number")
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<(), E> {
        self.visit_f64(number as f64)
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<(), E> {
        self.visit_f64(number as f64)
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<(), E> {
        if self.0.set(number) {
            return Ok(());
        }
        let written = Unexpected::Float(number);
        Err(E::invalid_value(
            written,
            &"a number within the range of the field",
        ))
    }
}
