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
        field!("date_time").format("date-time"),
        field!("date").format("date"),
        field!("time").format("time"),
        field!("duration").format("duration"),
        field!("uuid").format("uuid"),
        field!("uri").format("uri"),
        field!("byte").format("byte"),
        field!("binary").format("binary"),
        field!("decimal").format("decimal"),
        field!("ipv4").format("ipv4"),
        field!("ipv6").format("ipv6"),
        field!("email").format("email"),
        field!("hostname").format("hostname"),
        field!("password").format("password"),
        field!("int64").format("int64"),
        field!("unheard").format("unheard"),
    ];
    pub fn new() -> Self;
}
