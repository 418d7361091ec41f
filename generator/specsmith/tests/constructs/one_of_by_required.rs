// types/target.rs
/// `Target` of the description.
pub enum Target {
    /// `TargetById`.
    ById(TargetById),
    /// `TargetByName`.
    ByName(TargetByName),
    /// A value of none of these types, kept and sent as it is.
    Unknown(Value),
}
implement_union!(
    Target { 0: ById, 1: ByName },
    runtime::UnionTable::new("Target", "", &[&[], &[]])
);
/// By id
pub struct TargetById {
    /// `id`.
    pub id: i64,
    extra: Extra<Value>,
}
impl TargetById {
    pub const FIELDS: &'static [Field] = &[Field::Required("id")];
    pub fn new(id: i64) -> Self;
}
/// By name
pub struct TargetByName {
    /// `name`.
    pub name: String,
    extra: Extra<Value>,
}
impl TargetByName {
    pub const FIELDS: &'static [Field] = &[Field::Required("name")];
    pub fn new(name: impl Into<String>) -> Self;
}
