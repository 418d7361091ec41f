// types/home.rs
/// `Home` of the description.
pub struct Home {
    /// `address`.
    pub address: Option<HomeAddress>,
    extra: Extra<Value>,
}
impl Home {
    pub const FIELDS: &'static [Field] = &[Field::Optional("address")];
    pub fn new() -> Self;
}
/// `Home.address` of the description.
pub struct HomeAddress {
    /// `street`.
    pub street: Option<String>,
    extra: Extra<Value>,
}
impl HomeAddress {
    pub const FIELDS: &'static [Field] = &[Field::Optional("street")];
    pub fn new() -> Self;
}

// types/office.rs
/// `Office` of the description.
pub struct Office {
    /// `address`.
    pub address: Option<HomeAddress>,
    extra: Extra<Value>,
}
impl Office {
    pub const FIELDS: &'static [Field] = &[Field::Optional("address")];
    pub fn new() -> Self;
}

// types/shop.rs
/// `Shop` of the description.
pub struct Shop {
    /// `place`.
    pub place: Option<ShopPlace>,
    extra: Extra<Value>,
}
impl Shop {
    pub const FIELDS: &'static [Field] = &[Field::Optional("place")];
    pub fn new() -> Self;
}
/// `Shop.place` of the description.
pub struct ShopPlace {
    /// `street`.
    pub street: Option<String>,
    extra: Extra<Value>,
}
impl ShopPlace {
    pub const FIELDS: &'static [Field] = &[Field::Optional("street")];
    pub fn new() -> Self;
}
