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
    pub const FIELDS: &'static [Field] = &[field!("id"), field!("name")];
    pub fn new() -> Self;
}
