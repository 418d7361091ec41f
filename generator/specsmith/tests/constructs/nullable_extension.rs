// types/nullable.rs
/// `Nullable` of the description.
pub struct Nullable {
    /// `extension`.
    pub extension: Option<String>,
    extra: Extra<Value>,
}
impl Nullable {
    pub const FIELDS: &'static [Field] = &[Field::RequiredNullable("extension")];
    pub fn new(extension: impl Into<Option<String>>) -> Self;
}
