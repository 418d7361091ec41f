//! An application whose SDKs are modules of it.

#[rustfmt::skip]
pub mod pets;
#[rustfmt::skip]
pub mod toys;
