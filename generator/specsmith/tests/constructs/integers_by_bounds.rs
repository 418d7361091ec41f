// types/bounds.rs
/// `Bounds` of the description.
pub struct Bounds {
    /// `percent`.
    ///
    /// Valid values: at least 0, at most 100.
    pub percent: Option<i64>,
    /// `natural`.
    ///
    /// Valid values: at least 0.
    pub natural: Option<i64>,
    /// `port`.
    ///
    /// Valid values: at least 1, at most 65535.
    pub port: Option<i64>,
    /// `int32_but_more`.
    ///
    /// Valid values: at most 4294967295.
    pub int32_but_more: Option<u32>,
    extra: Extra<Value>,
}
impl Bounds {
    pub const FIELDS: &'static [Field] = &[
        Field::Constrained(
            "percent",
            Flags::NONE,
            &[Constraint::Minimum(0.0), Constraint::Maximum(100.0)],
        ),
        Field::Constrained("natural", Flags::NONE, &[Constraint::Minimum(0.0)]),
        Field::Constrained(
            "port",
            Flags::NONE,
            &[Constraint::Minimum(1.0), Constraint::Maximum(65535.0)],
        ),
        Field::Constrained("int32_but_more", Flags::NONE, &[Constraint::Maximum(4294967295.0)]),
    ];
    pub fn new() -> Self;
}
