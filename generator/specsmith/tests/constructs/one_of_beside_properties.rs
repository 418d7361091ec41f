// types/order.rs
/// `Order` of the description.
pub enum Order {
    /// `OrderPaid`.
    Paid(OrderPaid),
    /// `OrderOpen`.
    Open(OrderOpen),
    /// A value of none of these types, kept and sent as it is.
    Unknown(Value),
}
implement_union!(Order { 0: Paid, 1: Open }, runtime::UnionTable::new("Order", "", &[&[], &[]]));
/// Paid
pub struct OrderPaid {
    /// `id`.
    pub id: String,
    /// `receipt`.
    pub receipt: String,
    extra: Extra<Value>,
}
impl OrderPaid {
    pub const FIELDS: &'static [Field] = &[Field::Required("id"), Field::Required("receipt")];
    pub fn new(id: impl Into<String>, receipt: impl Into<String>) -> Self;
}
/// Open
pub struct OrderOpen {
    /// `id`.
    pub id: String,
    /// `due`.
    pub due: jiff::civil::Date,
    extra: Extra<Value>,
}
impl OrderOpen {
    pub const FIELDS: &'static [Field] = &[
        Field::Required("id"),
        Field::Formatted("due", Flags::REQUIRED, "date"),
    ];
    pub fn new(id: impl Into<String>, due: jiff::civil::Date) -> Self;
}
