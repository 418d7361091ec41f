// types/level.rs
/// `Level` of the description.
pub enum Level {
    /// `0`
    N0,
    /// `1`
    N1,
    /// `-1`
    Minus1,
    /// `200`
    N200,
    /// A number that this version of the crate does not know. It is kept and sent as it is.
    Unknown(runtime::UnknownInteger),
}
implement_integer!(Level { N0: 0, N1: 1, Minus1: -1, N200: 200 });
