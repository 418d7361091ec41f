// types/loose.rs
/// `Loose` of the description.
pub struct Loose {
    /// `id`.
    pub id: LooseId,
    /// `any`.
    pub any: Option<LooseAny>,
    extra: Extra<Value>,
}
impl Loose {
    pub const FIELDS: &'static [Field] = &[Field::Required("id"), Field::Nullable("any")];
    pub fn new(id: impl Into<LooseId>) -> Self;
}
/// `Loose.id` of the description.
pub enum LooseId {
    /// `String`.
    String(String),
    /// `i64`.
    Integer(i64),
    /// A value of none of these types, kept and sent as it is.
    Unknown(Value),
}
impl LooseId {
    pub fn read_as<T: runtime::Slot + runtime::Blank>(&self) -> Result<T, serde_json::Error>;
}
implement_union!(
    LooseId { 0: String, 1: Integer },
    runtime::UnionTable::new("LooseId", "", &[&[], &[]])
);
/// `Loose.any` of the description.
pub enum LooseAny {
    /// `Map<Value>`.
    Object(Map<Value>),
    /// `Vec<Value>`.
    Array(Vec<Value>),
    /// A value of none of these types, kept and sent as it is.
    Unknown(Value),
}
impl LooseAny {
    pub fn read_as<T: runtime::Slot + runtime::Blank>(&self) -> Result<T, serde_json::Error>;
}
implement_union!(
    LooseAny { 0: Object, 1: Array },
    runtime::UnionTable::new("LooseAny", "", &[&[], &[]])
);
