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
        Field::Formatted("date_time", Flags::NONE, "date-time"),
        Field::Formatted("date", Flags::NONE, "date"),
        Field::Formatted("time", Flags::NONE, "time"),
        Field::Formatted("duration", Flags::NONE, "duration"),
        Field::Formatted("uuid", Flags::NONE, "uuid"),
        Field::Formatted("uri", Flags::NONE, "uri"),
        Field::Formatted("byte", Flags::NONE, "byte"),
        Field::Formatted("binary", Flags::NONE, "binary"),
        Field::Formatted("decimal", Flags::NONE, "decimal"),
        Field::Formatted("ipv4", Flags::NONE, "ipv4"),
        Field::Formatted("ipv6", Flags::NONE, "ipv6"),
        Field::Formatted("email", Flags::NONE, "email"),
        Field::Formatted("hostname", Flags::NONE, "hostname"),
        Field::Formatted("password", Flags::NONE, "password"),
        Field::Formatted("int64", Flags::NONE, "int64"),
        Field::Formatted("unheard", Flags::NONE, "unheard"),
    ];
    pub fn new() -> Self;
}
