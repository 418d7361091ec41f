// types/animal.rs
/// `Animal` of the description.
pub enum Animal {
    /// `Cat`
    Cat(Cat),
    /// `Dog`
    Dog(Dog),
    /// `AnimalBase`.
    Base(AnimalBase),
    /// A value of none of these types, kept and sent as it is.
    Unknown(Value),
}
implement_union!(
    Animal { 0: Cat, 1: Dog, 2: Base },
    runtime::UnionTable::new("Animal", "kind", &[&["Cat"], &["Dog"], &[]])
);
/// `Animal.base` of the description.
pub struct AnimalBase {
    /// `kind`.
    pub kind: String,
    /// `name`.
    pub name: String,
    extra: Extra<Value>,
}
impl AnimalBase {
    pub const FIELDS: &'static [Field] = &[Field::Required("kind"), Field::Required("name")];
    pub fn new(kind: impl Into<String>, name: impl Into<String>) -> Self;
}

// types/cat.rs
/// `Cat` of the description.
pub struct Cat {
    /// `kind`.
    pub kind: String,
    /// `name`.
    pub name: String,
    /// `lives`.
    pub lives: Option<i64>,
    extra: Extra<Value>,
}
impl Cat {
    pub const FIELDS: &'static [Field] = &[
        Field::Required("kind"),
        Field::Required("name"),
        Field::Optional("lives"),
    ];
    pub fn new(name: impl Into<String>) -> Self;
}

// types/dog.rs
/// `Dog` of the description.
pub struct Dog {
    /// `kind`.
    pub kind: String,
    /// `name`.
    pub name: String,
    /// `barks`.
    pub barks: Option<bool>,
    extra: Extra<Value>,
}
impl Dog {
    pub const FIELDS: &'static [Field] = &[
        Field::Required("kind"),
        Field::Required("name"),
        Field::Optional("barks"),
    ];
    pub fn new(name: impl Into<String>) -> Self;
}
