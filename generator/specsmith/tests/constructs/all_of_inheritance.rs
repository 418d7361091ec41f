// types/animal.rs
/// `Animal` of the description.
pub struct Animal {
    /// `name`.
    pub name: String,
    extra: Extra<Value>,
}
impl Animal {
    pub const FIELDS: &'static [Field] = &[Field::Required("name")];
    pub fn new(name: impl Into<String>) -> Self;
}

// types/dog.rs
/// `Dog` of the description.
pub struct Dog {
    /// `name`.
    pub name: String,
    /// `barks`.
    pub barks: Option<bool>,
    extra: Extra<Value>,
}
impl Dog {
    pub const FIELDS: &'static [Field] = &[Field::Required("name"), Field::Optional("barks")];
    pub fn new(name: impl Into<String>) -> Self;
}
