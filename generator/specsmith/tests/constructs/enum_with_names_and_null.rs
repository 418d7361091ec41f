// types/level.rs
/// `Level` of the description.
pub enum Level {
    /// `1`: Below all.
    Low,
    /// `2`: Above all.
    High,
    /// A number that this version of the crate does not know. It is kept and sent as it is.
    Unknown(runtime::UnknownInteger),
}
implement_integer!(Level { Low: 1, High: 2 });
