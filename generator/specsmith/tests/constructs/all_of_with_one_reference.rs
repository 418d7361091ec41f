// types/owner.rs
/// `Owner` of the description.
pub struct Owner {
    /// Of the owner.
    ///
    /// Valid values: at least 1 character.
    pub name: Option<String>,
    /// `short`.
    pub short: Option<String>,
    extra: Extra<Value>,
}
impl Owner {
    pub const FIELDS: &'static [Field] = &[
        Field::Constrained("name", Flags::NONE, &[Constraint::MinLength(1)]),
        Field::Optional("short"),
    ];
    pub fn new() -> Self;
}
