// types/order.rs
/// `Order` of the description.
pub struct Order {
    /// `buyer`.
    pub buyer: Option<OrderBuyer>,
    /// `lines`.
    pub lines: Option<Vec<OrderLinesItem>>,
    extra: Extra<Value>,
}
impl Order {
    pub const FIELDS: &'static [Field] = &[Field::Optional("buyer"), Field::Optional("lines")];
    pub fn new() -> Self;
}
/// `Order.buyer` of the description.
pub struct OrderBuyer {
    /// `address`.
    pub address: Option<OrderBuyerAddress>,
    extra: Extra<Value>,
}
impl OrderBuyer {
    pub const FIELDS: &'static [Field] = &[Field::Optional("address")];
    pub fn new() -> Self;
}
/// `Order.buyer.address` of the description.
pub struct OrderBuyerAddress {
    /// `country`.
    pub country: Option<OrderBuyerAddressCountry>,
    extra: Extra<Value>,
}
impl OrderBuyerAddress {
    pub const FIELDS: &'static [Field] = &[Field::Optional("country")];
    pub fn new() -> Self;
}
/// `Order.lines.item` of the description.
pub struct OrderLinesItem {
    /// `net`.
    pub net: Option<f64>,
    extra: Extra<Value>,
}
impl OrderLinesItem {
    pub const FIELDS: &'static [Field] = &[Field::Optional("net")];
    pub fn new() -> Self;
}
/// `Order.buyer.address.country` of the description.
pub enum OrderBuyerAddressCountry {
    /// `CH`
    Ch,
    /// `DE`
    De,
    /// A value that this version of the crate does not know. It is kept and sent as it is.
    Unknown(runtime::UnknownValue),
}
implement_text!(OrderBuyerAddressCountry { Ch: "CH", De: "DE" });
