// types/owner.rs
/// `Owner` of the description.
pub struct Owner {
    /// Of the owner.
    ///
    /// Valid values: at least 1 characters.
    pub name: Option<String>,
    /// `short`.
    pub short: Option<String>,
    extra: Extra<Value>,
}
impl Owner {
    pub const FIELDS: &'static [Field] = &[
        field!("name").constraints(&Constraints { min_length: Some(1), ..Constraints::DEFAULT }),
        field!("short"),
    ];
    pub fn new() -> Self;
}
