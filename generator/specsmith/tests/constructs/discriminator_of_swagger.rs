// types/animal.rs
/// `Animal` of the description.
pub enum Animal {
    /// `Cat`
    Cat(Cat),
    /// `AnimalBase`.
    Base(AnimalBase),
    /// A value of none of these types, kept and sent as it is.
    Unknown(Value),
}
implement_union!(
    Animal { 0: Cat, 1: Base },
    runtime::UnionTable::new("Animal", "kind", &[&["Cat"], &[]])
);
/// `Animal.base` of the description.
pub struct AnimalBase {
    /// `kind`.
    pub kind: String,
    extra: Extra<Value>,
}
impl AnimalBase {
    pub const FIELDS: &'static [Field] = &[Field::Required("kind")];
    pub fn new(kind: impl Into<String>) -> Self;
}

// types/cat.rs
/// `Cat` of the description.
pub struct Cat {
    /// `kind`.
    pub kind: String,
    /// `lives`.
    pub lives: Option<i64>,
    extra: Extra<Value>,
}
impl Cat {
    pub const FIELDS: &'static [Field] = &[Field::Required("kind"), Field::Optional("lives")];
    pub fn new() -> Self;
}
