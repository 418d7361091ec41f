// types/texts.rs
/// `Texts` of the description.
pub struct Texts {
    /// `date_time`.
    pub date_time: Option<jiff::Timestamp>,
    /// `date`.
    pub date: Option<jiff::civil::Date>,
    /// `time`.
    pub time: Option<String>,
    /// `duration`.
    pub duration: Option<jiff::Span>,
    /// `uuid`.
    pub uuid: Option<uuid::Uuid>,
    /// `uri`.
    pub uri: Option<String>,
    /// `byte`.
    pub byte: Option<crate::formats::Base64>,
    /// `binary`.
    pub binary: Option<String>,
    /// `decimal`.
    pub decimal: Option<String>,
    /// `ipv4`.
    pub ipv4: Option<std::net::Ipv4Addr>,
    /// `ipv6`.
    pub ipv6: Option<std::net::Ipv6Addr>,
    /// `email`.
    pub email: Option<String>,
    /// `hostname`.
    pub hostname: Option<String>,
    /// `password`.
    pub password: Option<String>,
    /// `int64`.
    pub int64: Option<String>,
    /// `unheard`.
    pub unheard: Option<String>,
    extra: Extra<Value>,
}
impl Texts {
    pub const FIELDS: &'static [Field] = &[
        Field::Detailed(&runtime::Details::new("date_time").format("date-time")),
        Field::Detailed(&runtime::Details::new("date").format("date")),
        Field::Detailed(&runtime::Details::new("time").format("time")),
        Field::Detailed(&runtime::Details::new("duration").format("duration")),
        Field::Detailed(&runtime::Details::new("uuid").format("uuid")),
        Field::Detailed(&runtime::Details::new("uri").format("uri")),
        Field::Detailed(&runtime::Details::new("byte").format("byte")),
        Field::Detailed(&runtime::Details::new("binary").format("binary")),
        Field::Detailed(&runtime::Details::new("decimal").format("decimal")),
        Field::Detailed(&runtime::Details::new("ipv4").format("ipv4")),
        Field::Detailed(&runtime::Details::new("ipv6").format("ipv6")),
        Field::Detailed(&runtime::Details::new("email").format("email")),
        Field::Detailed(&runtime::Details::new("hostname").format("hostname")),
        Field::Detailed(&runtime::Details::new("password").format("password")),
        Field::Detailed(&runtime::Details::new("int64").format("int64")),
        Field::Detailed(&runtime::Details::new("unheard").format("unheard")),
    ];
    pub fn new() -> Self;
}
