// types/dog.rs
/// `Dog` of the description.
pub struct Dog {
    /// `age`.
    pub age: Option<i64>,
    extra: Extra<Value>,
}
impl Dog {
    pub const FIELDS: &'static [Field] = &[Field::Optional("age")];
    pub fn new() -> Self;
}
