// types/owner.rs
/// `Owner` of the description.
pub struct Owner {
    /// Of the owner.
    pub name: Option<String>,
    /// `short`.
    pub short: Option<String>,
    extra: Extra<Value>,
}
impl Owner {
    pub const FIELDS: &'static [Field] = &[field!("name"), field!("short")];
    pub fn new() -> Self;
}
