// types/old.rs
/// `Old` of the description.
pub struct Old {
    /// No longer set.
    #[deprecated]
    pub was: Option<String>,
    extra: Extra<Value>,
}
impl Old {
    pub const FIELDS: &'static [Field] = &[Field::Flagged("was", Flags::DEPRECATED)];
    pub fn new() -> Self;
}
