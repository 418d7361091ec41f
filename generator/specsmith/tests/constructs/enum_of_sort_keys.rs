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
implement_text!(
    Sort {
        CreatedAt: "created-at",
        MinusCreatedAt: "-created-at",
        PlusName: "+name",
        Name: "name",
        N2_25: "2.25",
        N225: "225",
    }
);
