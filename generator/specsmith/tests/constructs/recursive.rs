// types/node.rs
/// `Node` of the description.
pub struct Node {
    /// `next`.
    pub next: Option<Box<Node>>,
    /// `children`.
    pub children: Option<Vec<Node>>,
    /// `named`.
    pub named: Option<Map<Node>>,
    /// `either`.
    pub either: Option<NodeEither>,
    extra: Extra<Value>,
}
impl Node {
    pub const FIELDS: &'static [Field] = &[
        Field::Optional("next"),
        Field::Optional("children"),
        Field::Optional("named"),
        Field::Optional("either"),
    ];
    pub fn new() -> Self;
}
/// `Node.either` of the description.
pub enum NodeEither {
    /// `String`.
    String(String),
    /// `Box<Node>`.
    Node(Box<Node>),
    /// A value of none of these types, kept and sent as it is.
    Unknown(Value),
}
implement_union!(
    NodeEither { 0: String, 1: Node },
    runtime::UnionTable::new("NodeEither", "", &[&[], &[]])
);
