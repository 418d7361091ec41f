// types/sort.rs
/// `Sort` of the description.
pub enum Sort {
    /// `created-at`
    CreatedAt,
    /// `-created-at`
    MinusCreatedAt,
    /// `+name`
    PlusName,
    /// `name`
    Name,
    /// `2.25`
    N2_25,
    /// `225`
    N225,
    /// A value that this version of the crate does not know. It is kept and sent as it is.
    Unknown(runtime::UnknownValue),
}
impl Sort {
    pub const VALUES: &'static [&'static str] = &[
        "created-at",
        "-created-at",
        "+name",
        "name",
        "2.25",
        "225",
    ];
}
