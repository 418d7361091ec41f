// types/left.rs
/// `Left` of the description.
pub enum Left {
    /// `String`.
    String(String),
    /// `bool`.
    Boolean(bool),
    /// A value of none of these types, kept and sent as it is.
    Unknown(Value),
}
implement_union!(Left { 0: String, 1: Boolean }, runtime::UnionTable::new("Left", "", &[&[], &[]]));

// types/own.rs
/// `Own` of the description.
pub enum Own {
    /// `String`.
    String(String),
    /// `i64`.
    Integer(i64),
    /// A value of none of these types, kept and sent as it is.
    Unknown(Value),
}
impl Own {
    pub fn read_as<T: runtime::Slot + runtime::Blank>(&self) -> Result<T, serde_json::Error>;
}
implement_union!(Own { 0: String, 1: Integer }, runtime::UnionTable::new("Own", "", &[&[], &[]]));

// types/pair.rs
/// `Pair` of the description.
pub enum Pair {
    /// `String`.
    String(String),
    /// `Vec<Value>`.
    Array(Vec<Value>),
    /// A value of none of these types, kept and sent as it is.
    Unknown(Value),
}
implement_union!(Pair { 0: String, 1: Array }, runtime::UnionTable::new("Pair", "", &[&[], &[]]));

// types/right.rs
/// `Right` of the description.
pub enum Right {
    /// `i64`.
    Integer(i64),
    /// `f64`.
    Number(f64),
    /// A value of none of these types, kept and sent as it is.
    Unknown(Value),
}
implement_union!(
    Right { 0: Integer, 1: Number },
    runtime::UnionTable::new("Right", "", &[&[], &[]])
);
