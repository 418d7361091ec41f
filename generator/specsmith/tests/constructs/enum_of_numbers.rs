// types/rate.rs
/// `Rate` of the description.
pub enum Rate {
    /// `0.5`
    N0_5,
    /// `1`
    N1,
    /// `2.25`
    N2_25,
    /// A value that this version of the crate does not know. It is kept and sent as it is.
    Unknown(runtime::UnknownConstant),
}
impl Rate {
    pub const VALUES: &'static [Self] = &[Self::N0_5, Self::N1, Self::N2_25];
}
