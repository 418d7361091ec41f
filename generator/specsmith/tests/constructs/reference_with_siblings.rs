// types/address.rs
/// `Address` of the description.
pub struct Address {
    /// `street`.
    pub street: Option<String>,
    extra: Extra<Value>,
}
impl Address {
    pub const FIELDS: &'static [Field] = &[Field::Optional("street")];
    pub fn new() -> Self;
}

// types/owner.rs
/// `Owner` of the description.
pub struct Owner {
    /// Where they live.
    #[deprecated]
    pub home: Option<Address>,
    extra: Extra<Value>,
}
impl Owner {
    pub const FIELDS: &'static [Field] = &[Field::Flagged("home", Flags::DEPRECATED)];
    pub fn new() -> Self;
}
