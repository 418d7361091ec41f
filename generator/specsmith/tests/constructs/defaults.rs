// types/page.rs
/// `Page` of the description.
pub struct Page {
    /// `size`.
    ///
    /// Default: `20`.
    pub size: Option<i64>,
    /// `ratio`.
    ///
    /// Default: `0.5`.
    pub ratio: Option<f64>,
    /// `order`.
    ///
    /// Default: `up`.
    pub order: Option<PageOrder>,
    /// `title`.
    ///
    /// Default: `A "title"`.
    pub title: Option<String>,
    /// `open`.
    ///
    /// Default: `true`.
    pub open: Option<bool>,
    /// `tags`.
    ///
    /// Default: `[]`.
    pub tags: Option<Vec<String>>,
    extra: Extra<Value>,
}
impl Page {
    pub const FIELDS: &'static [Field] = &[
        Field::Optional("size"),
        Field::Optional("ratio"),
        Field::Optional("order"),
        Field::Optional("title"),
        Field::Optional("open"),
        Field::Optional("tags"),
    ];
    pub fn new() -> Self;
}
/// `Page.order` of the description.
pub enum PageOrder {
    /// `up`
    Up,
    /// `down`
    Down,
    /// A value that this version of the crate does not know. It is kept and sent as it is.
    Unknown(runtime::UnknownValue),
}
implement_text!(PageOrder { Up: "up", Down: "down" });
