// types/closed.rs
/// `Closed` of the description.
pub struct Closed {
    /// `a`.
    pub a: Option<String>,
}
impl Closed {
    pub const FIELDS: &'static [Field] = &[Field::Optional("a")];
    pub fn new() -> Self;
}
