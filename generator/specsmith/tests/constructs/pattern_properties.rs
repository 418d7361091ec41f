// types/headers.rs
/// `Headers` of the description.
pub struct Headers {
    /// `host`.
    pub host: Option<String>,
    extra: Extra<String>,
}
impl Headers {
    pub const FIELDS: &'static [Field] = &[Field::Optional("host")];
    pub fn new() -> Self;
}
