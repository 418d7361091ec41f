// types/order.rs
/// `Order` of the description.
pub struct Order {
    /// `line`.
    pub line: Option<OrderLine>,
    extra: Extra<Value>,
}
impl Order {
    pub const FIELDS: &'static [Field] = &[Field::Optional("line")];
    pub fn new() -> Self;
}
/// `Order.line` of the description.
pub struct OrderLine {
    /// `amount`.
    pub amount: Option<i64>,
    extra: Extra<Value>,
}
impl OrderLine {
    pub const FIELDS: &'static [Field] = &[Field::Optional("amount")];
    pub fn new() -> Self;
}
