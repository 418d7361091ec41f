// types/rule.rs
/// `Rule` of the description.
pub struct Rule {
    /// `a`.
    pub a: Option<Value>,
    /// `b`.
    pub b: Option<i64>,
    extra: Extra<Value>,
}
impl Rule {
    pub const FIELDS: &'static [Field] = &[Field::Optional("a"), Field::Optional("b")];
    pub fn new() -> Self;
}
