// types/expression.rs
/// `Expression` of the description.
pub enum Expression {
    /// `f64`.
    Number(f64),
    /// `Vec<Expression>`.
    Array(Vec<Expression>),
    /// `Box<ExpressionNegated>`.
    Negated(Box<ExpressionNegated>),
    /// A value of none of these types, kept and sent as it is.
    Unknown(Value),
}
implement_union!(
    Expression { 0: Number, 1: Array, 2: Negated },
    runtime::UnionTable::new("Expression", "", &[&[], &[], &[]])
);
/// Negated
pub struct ExpressionNegated {
    /// `not`.
    pub not: Expression,
    extra: Extra<Value>,
}
impl ExpressionNegated {
    pub const FIELDS: &'static [Field] = &[Field::Required("not")];
    pub fn new(not: impl Into<Expression>) -> Self;
}
