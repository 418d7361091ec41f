// types/either.rs
/// `Either` of the description.
pub enum Either {
    /// `Loose`.
    Loose(Loose),
    /// `Tight`.
    Tight(Tight),
    /// A value of none of these types, kept and sent as it is.
    Unknown(Value),
}
implement_union!(
    Either { 0: Loose, 1: Tight },
    runtime::UnionTable::new("Either", "", &[&[], &[]])
);

// types/loose.rs
/// `Loose` of the description.
pub struct Loose {
    /// `a`.
    pub a: Option<String>,
    extra: Extra<Value>,
}
impl Loose {
    pub const FIELDS: &'static [Field] = &[Field::Optional("a")];
    pub fn new() -> Self;
}

// types/tight.rs
/// `Tight` of the description.
pub struct Tight {
    /// `a`.
    pub a: String,
    /// `b`.
    pub b: Option<i64>,
    extra: Extra<Value>,
}
impl Tight {
    pub const FIELDS: &'static [Field] = &[Field::Required("a"), Field::Optional("b")];
    pub fn new(a: impl Into<String>) -> Self;
}
