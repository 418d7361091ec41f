// types/size.rs
/// `Size` of the description.
pub enum Size {
    /// `small`
    Small,
    /// `1`
    N1,
    /// `true`
    True,
    /// `2.5`
    N2_5,
    /// A value that this version of the crate does not know. It is kept and sent as it is.
    Unknown(runtime::UnknownConstant),
}
impl Size {
    pub const VALUES: &'static [Self] = &[Self::Small, Self::N1, Self::True, Self::N2_5];
}
