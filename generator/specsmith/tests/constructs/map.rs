// types/shop.rs
/// `Shop` of the description.
pub struct Shop {
    /// `prices`.
    pub prices: Map<f64>,
    /// `shelves`.
    pub shelves: Option<Map<Vec<String>>>,
    /// `staff`.
    pub staff: Option<Map<ShopStaffValue>>,
    extra: Extra<Value>,
}
impl Shop {
    pub const FIELDS: &'static [Field] = &[
        Field::Required("prices"),
        Field::Optional("shelves"),
        Field::Optional("staff"),
    ];
    pub fn new(prices: impl IntoIterator<Item = (impl Into<String>, impl Into<f64>)>) -> Self;
}
/// `Shop.staff.value` of the description.
pub struct ShopStaffValue {
    /// `name`.
    pub name: Option<String>,
    extra: Extra<Value>,
}
impl ShopStaffValue {
    pub const FIELDS: &'static [Field] = &[Field::Optional("name")];
    pub fn new() -> Self;
}
