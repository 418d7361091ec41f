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
implement_mixed!(
    Size {
        Small: runtime::View::Str("small"),
        N1: runtime::View::I64(1),
        True: runtime::View::Bool(true),
        N2_5: runtime::View::F64(2.5),
    }
);
