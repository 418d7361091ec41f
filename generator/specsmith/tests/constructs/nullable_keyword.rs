// types/name.rs
/// `Name` of the description.
pub struct Name {
    /// `first`.
    pub first: Option<String>,
    extra: Extra<Value>,
}
impl Name {
    pub const FIELDS: &'static [Field] = &[Field::Optional("first")];
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
        Field::RequiredNullable("keyword"),
        Field::RequiredNullable("with_all_of"),
        Field::Nullable("optional"),
    ];
    pub fn new(keyword: impl Into<Option<String>>, with_all_of: impl Into<Option<Name>>) -> Self;
}
