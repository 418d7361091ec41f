// types/order.rs
/// How to sort.
pub enum Order {
    /// `created-at`
    CreatedAt,
    /// `-created-at`
    MinusCreatedAt,
    /// `+1`
    Plus1,
    /// `*`
    Star,
    /// `type`
    Type,
    /// `Type`
    Type2,
    /// `日本`
    日本,
    /// A value that this version of the crate does not know. It is kept and sent as it is.
    Unknown(runtime::UnknownValue),
}
implement_text!(
    Order {
        CreatedAt: "created-at",
        MinusCreatedAt: "-created-at",
        Plus1: "+1",
        Star: "*",
        Type: "type",
        Type2: "Type",
        日本: "日本",
    }
);
