// types/state.rs
/// `State` of the description.
pub enum State {
    /// `1`: Work goes on.
    Open,
    /// `2`: It is done.
    Closed,
    /// A number that this version of the crate does not know. It is kept and sent as it is.
    Unknown(runtime::UnknownInteger),
}
implement_integer!(State { Open: 1, Closed: 2 });
