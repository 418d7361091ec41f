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
    /// `list_of_types`.
    pub list_of_types: Option<String>,
    /// `one_of`.
    pub one_of: Option<Name>,
    /// `any_of`.
    pub any_of: Option<Name>,
    /// `enumeration`.
    pub enumeration: Option<NullableEnumeration>,
    /// `optional`.
    pub optional: Option<String>,
    extra: Extra<Value>,
}
impl Nullable {
    pub const FIELDS: &'static [Field] = &[
        Field::RequiredNullable("list_of_types"),
        Field::RequiredNullable("one_of"),
        Field::RequiredNullable("any_of"),
        Field::RequiredNullable("enumeration"),
        Field::Nullable("optional"),
    ];
    pub fn new(
        list_of_types: impl Into<Option<String>>,
        one_of: impl Into<Option<Name>>,
        any_of: impl Into<Option<Name>>,
        enumeration: impl Into<Option<NullableEnumeration>>,
    ) -> Self;
}
/// `Nullable.enumeration` of the description.
pub enum NullableEnumeration {
    /// `a`
    A,
    /// `b`
    B,
    /// A value that this version of the crate does not know. It is kept and sent as it is.
    Unknown(runtime::UnknownValue),
}
implement_text!(NullableEnumeration { A: "a", B: "b" });
