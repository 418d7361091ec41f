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
impl Level {
    pub const VALUES: &'static [i64] = &[1, 2];
}
