//! Types such as the generator writes, for the tests and the bench of the codec.

#![allow(dead_code, reason = "the tests and the bench use a part each")]

#[macro_use]
#[path = "../../../../../templates/rust/types/implement.rs"]
mod implement;
#[macro_use]
mod form;
mod choice;
mod contact;
mod odd;

pub use choice::*;
pub use contact::*;
pub use odd::*;
