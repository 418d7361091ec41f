// types/name.rs
/// `Name` of the description.
pub struct Name {
    /// `first`.
    pub first: Option<String>,
    extra: Extra<Value>,
}
impl Name {
    pub const FIELDS: &'static [Field] = &[field!("first")];
    pub fn new() -> Self;
}

// types/nullable.rs
/// `Nullable` of the description.
pub struct Nullable {
    /// `keyword`.
    pub keyword: Option<String>,
    /// `with_all_of`.
    pub with_all_of: Option<Name>,
    /// `optional`.
    pub optional: Option<String>,
    extra: Extra<Value>,
}
impl Nullable {
    pub const FIELDS: &'static [Field] = &[
        field!("keyword").required().nullable(),
        field!("with_all_of").required().nullable(),
        field!("optional").nullable(),
    ];
    pub fn new(keyword: impl Into<Option<String>>, with_all_of: impl Into<Option<Name>>) -> Self;
}
