// types/numbers.rs
/// `Numbers` of the description.
pub struct Numbers {
    /// `plain`.
    pub plain: Option<i64>,
    /// `int8`.
    pub int8: Option<i8>,
    /// `int16`.
    pub int16: Option<i16>,
    /// `int32`.
    pub int32: Option<i32>,
    /// `int64`.
    pub int64: Option<i64>,
    /// `uint8`.
    pub uint8: Option<u8>,
    /// `uint16`.
    pub uint16: Option<u16>,
    /// `uint32`.
    pub uint32: Option<u32>,
    /// `uint64`.
    pub uint64: Option<u64>,
    /// `number`.
    pub number: Option<f64>,
    /// `float`.
    pub float: Option<f32>,
    /// `double`.
    pub double: Option<f64>,
    /// `decimal`.
    pub decimal: Option<f64>,
    extra: Extra<Value>,
}
impl Numbers {
    pub const FIELDS: &'static [Field] = &[
        Field::Optional("plain"),
        Field::Optional("int8"),
        Field::Optional("int16"),
        Field::Optional("int32"),
        Field::Optional("int64"),
        Field::Optional("uint8"),
        Field::Optional("uint16"),
        Field::Optional("uint32"),
        Field::Optional("uint64"),
        Field::Optional("number"),
        Field::Optional("float"),
        Field::Optional("double"),
        Field::Optional("decimal"),
    ];
    pub fn new() -> Self;
}
