// types/marker.rs
/// `Marker` of the description.
pub struct Marker {
    /// `object`.
    pub object: MarkerObject,
    /// `version`.
    pub version: Option<MarkerVersion>,
    /// `on`.
    pub on: Option<bool>,
    extra: Extra<Value>,
}
impl Marker {
    pub const FIELDS: &'static [Field] = &[
        Field::Required("object"),
        Field::Optional("version"),
        Field::Optional("on"),
    ];
    pub fn new() -> Self;
}
/// `Marker.object` of the description.
pub enum MarkerObject {
    /// `marker`
    Marker,
    /// A value that this version of the crate does not know. It is kept and sent as it is.
    Unknown(runtime::UnknownValue),
}
implement_text!(MarkerObject { Marker: "marker" });
/// `Marker.version` of the description.
pub enum MarkerVersion {
    /// `2`
    N2,
    /// A number that this version of the crate does not know. It is kept and sent as it is.
    Unknown(runtime::UnknownInteger),
}
implement_integer!(MarkerVersion { N2: 2 });
