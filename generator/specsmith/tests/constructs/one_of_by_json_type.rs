// types/value_model.rs
/// `Value` of the description.
pub enum ValueModel {
    /// `String`.
    String(String),
    /// `i64`.
    Integer(i64),
    /// `bool`.
    Boolean(bool),
    /// `Vec<String>`.
    Array(Vec<String>),
    /// `ValueObject`.
    Object(ValueObject),
    /// A value of none of these types, kept and sent as it is.
    Unknown(Value),
}
implement_union!(
    ValueModel { 0: String, 1: Integer, 2: Boolean, 3: Array, 4: Object },
    runtime::UnionTable::new("ValueModel", "", &[&[], &[], &[], &[], &[]])
);
/// `Value.object` of the description.
pub struct ValueObject {
    /// `value`.
    pub value: Option<String>,
    extra: Extra<Value>,
}
impl ValueObject {
    pub const FIELDS: &'static [Field] = &[Field::Optional("value")];
    pub fn new() -> Self;
}
