// types/shape.rs
/// `Shape` of the description.
pub enum Shape {
    /// `ShapeCircle`.
    Circle(ShapeCircle),
    /// `ShapeSquare`.
    Square(ShapeSquare),
    /// A value of none of these types, kept and sent as it is.
    Unknown(Value),
}
implement_union!(
    Shape { 0: Circle, 1: Square },
    runtime::UnionTable::new("Shape", "", &[&[], &[]])
);
/// Circle
pub struct ShapeCircle {
    /// `type`.
    pub r#type: ShapeCircleType,
    /// `radius`.
    pub radius: Option<f64>,
    extra: Extra<Value>,
}
impl ShapeCircle {
    pub const FIELDS: &'static [Field] = &[Field::Required("type"), Field::Optional("radius")];
    pub fn new() -> Self;
}
/// Square
pub struct ShapeSquare {
    /// `type`.
    pub r#type: ShapeSquareType,
    /// `side`.
    pub side: Option<f64>,
    extra: Extra<Value>,
}
impl ShapeSquare {
    pub const FIELDS: &'static [Field] = &[Field::Required("type"), Field::Optional("side")];
    pub fn new() -> Self;
}
/// `Shape.Circle.type` of the description.
pub enum ShapeCircleType {
    /// `circle`
    Circle,
    /// A value that this version of the crate does not know. It is kept and sent as it is.
    Unknown(runtime::UnknownValue),
}
implement_text!(ShapeCircleType { Circle: "circle" });
/// `Shape.Square.type` of the description.
pub enum ShapeSquareType {
    /// `square`
    Square,
    /// A value that this version of the crate does not know. It is kept and sent as it is.
    Unknown(runtime::UnknownValue),
}
implement_text!(ShapeSquareType { Square: "square" });
