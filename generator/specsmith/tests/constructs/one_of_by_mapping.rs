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

// types/dog.rs
/// `Dog` of the description.
pub struct Dog {
    /// `kind`.
    pub kind: String,
    /// `barks`.
    pub barks: Option<bool>,
    extra: Extra<Value>,
}
impl Dog {
    pub const FIELDS: &'static [Field] = &[Field::Required("kind"), Field::Optional("barks")];
    pub fn new(kind: impl Into<String>) -> Self;
}

// types/pet.rs
/// `Pet` of the description.
pub enum Pet {
    /// `cat`
    Cat(Cat),
    /// `dog`, `puppy`
    Dog(Dog),
    /// A value of none of these types, kept and sent as it is.
    Unknown(Value),
}
implement_union!(
    Pet { 0: Cat, 1: Dog },
    runtime::UnionTable::new("Pet", "kind", &[&["cat"], &["dog", "puppy"]])
);
