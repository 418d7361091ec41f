// types/search.rs
/// `Search` of the description.
pub struct Search {
    /// `id`.
    pub id: Option<i64>,
    /// `name`.
    pub name: Option<String>,
    extra: Extra<Value>,
}
impl Search {
    pub const FIELDS: &'static [Field] = &[Field::Optional("id"), Field::Optional("name")];
    pub fn new() -> Self;
}
