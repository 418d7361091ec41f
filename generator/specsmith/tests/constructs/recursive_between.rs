// types/folder.rs
/// `Folder` of the description.
pub struct Folder {
    /// `owner`.
    pub owner: Box<User>,
    extra: Extra<Value>,
}
impl Folder {
    pub const FIELDS: &'static [Field] = &[Field::Required("owner")];
    pub fn new(owner: impl Into<Box<User>>) -> Self;
}

// types/user.rs
/// `User` of the description.
pub struct User {
    /// `home`.
    pub home: Option<Box<Folder>>,
    extra: Extra<Value>,
}
impl User {
    pub const FIELDS: &'static [Field] = &[Field::Optional("home")];
    pub fn new() -> Self;
}
