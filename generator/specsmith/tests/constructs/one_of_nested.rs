// types/cat.rs
/// `Cat` of the description.
pub struct Cat {
    /// `kind`.
    pub kind: String,
    extra: Extra<Value>,
}
impl Cat {
    pub const FIELDS: &'static [Field] = &[Field::Required("kind")];
    pub fn new() -> Self;
}

// types/dog.rs
/// `Dog` of the description.
pub struct Dog {
    /// `kind`.
    pub kind: String,
    extra: Extra<Value>,
}
impl Dog {
    pub const FIELDS: &'static [Field] = &[Field::Required("kind")];
    pub fn new() -> Self;
}

// types/fish.rs
/// `Fish` of the description.
pub struct Fish {
    /// `kind`.
    pub kind: String,
    extra: Extra<Value>,
}
impl Fish {
    pub const FIELDS: &'static [Field] = &[Field::Required("kind")];
    pub fn new() -> Self;
}

// types/furry.rs
/// `Furry` of the description.
pub enum Furry {
    /// `Cat`
    Cat(Cat),
    /// `Dog`
    Dog(Dog),
    /// A value of none of these types, kept and sent as it is.
    Unknown(Value),
}
implement_union!(
    Furry { 0: Cat, 1: Dog },
    runtime::UnionTable::new("Furry", "kind", &[&["Cat"], &["Dog"]])
);

// types/pet.rs
/// `Pet` of the description.
pub enum Pet {
    /// `Furry`, `Cat`, `Dog`
    Furry(Furry),
    /// `Fish`
    Fish(Fish),
    /// A value of none of these types, kept and sent as it is.
    Unknown(Value),
}
implement_union!(
    Pet { 0: Furry, 1: Fish },
    runtime::UnionTable::new("Pet", "kind", &[&["Furry", "Cat", "Dog"], &["Fish"]])
);
