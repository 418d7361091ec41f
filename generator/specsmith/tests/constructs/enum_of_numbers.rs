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
implement_mixed!(
    Rate {
        N0_5: runtime::View::F64(0.5),
        N1: runtime::View::I64(1),
        N2_25: runtime::View::F64(2.25),
    }
);
