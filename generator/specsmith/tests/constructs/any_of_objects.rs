// types/aged.rs
/// `Aged` of the description.
pub struct Aged {
    /// `age`.
    pub age: Option<i64>,
    extra: Extra<Value>,
}
impl Aged {
    pub const FIELDS: &'static [Field] = &[Field::Optional("age")];
    pub fn new() -> Self;
}

// types/both.rs
/// `Both` of the description.
pub enum Both {
    /// `Named`.
    Named(Named),
    /// `Aged`.
    Aged(Aged),
    /// A value of none of these types, kept and sent as it is.
    Unknown(Value),
}
impl Both {
    pub fn read_as<T: runtime::Slot + runtime::Blank>(&self) -> Result<T, serde_json::Error>;
}
implement_union!(Both { 0: Named, 1: Aged }, runtime::UnionTable::new("Both", "", &[&[], &[]]));

// types/named.rs
/// `Named` of the description.
pub struct Named {
    /// `name`.
    pub name: Option<String>,
    extra: Extra<Value>,
}
impl Named {
    pub const FIELDS: &'static [Field] = &[Field::Optional("name")];
    pub fn new() -> Self;
}
