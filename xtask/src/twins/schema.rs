//! The description that the twins are made of, and the configuration of the generated one.

/// `count` records of eight fields: two required, six optional, two of them records again, so that
/// the one operation sends and receives all and most are in a cycle.
pub(super) fn text(count: usize) -> String {
    let mut text = String::from(HEAD);
    for index in 0..count {
        text += &record(index, count);
    }
    text
}

/// The records that a record refers to.
pub(super) fn children(index: usize, count: usize) -> [usize; 2] {
    [2 * index + 1, 2 * index + 2].map(|child| if child < count { child } else { 0 })
}

/// `specsmith.toml` for the description beside it.
pub(super) fn config(name: &str) -> String {
    format!(
        r#"out = "crates"

[[sdk]]
schema = "{name}.yaml"

[sdk.crate]
name = "{name}"
runtime = "module"

[[sdk.extension]]
name = "x-support"
text = "Supported by {{{{ supported }}}} integrations."
data = ["supported"]
"#
    )
}

const HEAD: &str = r##"openapi: 3.1.0
info: {title: Twins, version: 1.0.0}
servers: [{url: "https://example.com"}]
paths:
  /things:
    put:
      operationId: putThing
      requestBody: {required: true, content: {application/json: {schema: {$ref: "#/components/schemas/Thing0"}}}}
      responses:
        "200": {description: A thing., content: {application/json: {schema: {$ref: "#/components/schemas/Thing0"}}}}
components:
  schemas:
"##;

fn record(index: usize, count: usize) -> String {
    let [first, second] = children(index, count);
    format!(
        r##"    Thing{index}:
      type: object
      description: A thing.
      required: [id, count]
      properties:
        id: {{type: string, description: Its id., maxLength: 40, x-support: {{supported: 20}}}}
        count: {{type: integer, description: How many there are., minimum: 0, x-support: {{supported: 16}}}}
        name: {{type: string, description: Its name., maxLength: 80, x-support: {{supported: 11}}}}
        amount: {{type: number, description: What it costs., minimum: 0, x-support: {{supported: 9}}}}
        active: {{type: boolean, description: Whether it is there., x-support: {{supported: 2}}}}
        tags: {{type: array, items: {{type: string}}, description: Its tags., x-support: {{supported: 2}}}}
        first: {{$ref: "#/components/schemas/Thing{first}"}}
        second: {{$ref: "#/components/schemas/Thing{second}"}}
"##
    )
}
