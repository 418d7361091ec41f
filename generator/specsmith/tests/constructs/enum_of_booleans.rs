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
    pub const FIELDS: &'static [Field] = &[field!("accepted").required(), field!("seen")];
    pub fn new() -> Self;
}
