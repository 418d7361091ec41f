// types/agreement.rs
/// `Agreement` of the description.
pub struct Agreement {
    /// `accepted`.
    pub accepted: bool,
    /// `seen`.
    pub seen: Option<bool>,
    extra: Extra<Value>,
}
impl Agreement {
    pub const FIELDS: &'static [Field] = &[Field::Required("accepted"), Field::Optional("seen")];
    pub fn new() -> Self;
}
