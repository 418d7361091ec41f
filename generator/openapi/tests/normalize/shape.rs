//! Forms of 3.1 and what they become.

use expect_test::expect;

use crate::check_schemas;

#[test]
fn forms_of_json_schema() {
    check_schemas(
        "
Nullable: {type: [string, 'null'], description: d}
Several: {type: [string, array, 'null'], items: {type: string}, maxLength: 3, description: d}
Covered: {type: [integer, number]}
Null: {type: 'null'}
Const: {const: a, type: string}
Above: {exclusiveMinimum: 5}
Stricter: {exclusiveMinimum: 5, minimum: 5}
Weaker: {exclusiveMaximum: 9, maximum: 8}
Examples: {type: string, examples: [a, b]}
Tuple: {type: array, prefixItems: [{type: string}, {type: string}, {type: integer}], items: false}
OldTuple: {type: array, items: [{type: string}, {type: integer}]}
Pattern: {type: object, patternProperties: {a: {type: string}, b: {type: integer}}}
Bytes: {type: string, contentEncoding: base64, contentMediaType: image/png}
Raw: {type: string, contentMediaType: application/octet-stream}
Any: true
None: false
Beside: {$ref: '#/components/schemas/Null', description: d}
BesideAll: {$ref: '#/components/schemas/Null', allOf: [{type: string}]}
",
        &expect![[r##"
            Nullable: {"type":"string","description":"d","nullable":true}
            Several: {"description":"d","nullable":true,"anyOf":[{"type":"string","maxLength":3},{"type":"array","items":{"type":"string"}}]}
            Covered: {"type":"number"}
            Null: {"nullable":true,"enum":[null]}
            Const: {"type":"string","enum":["a"]}
            Above: {"minimum":5,"exclusiveMinimum":true}
            Stricter: {"minimum":5,"exclusiveMinimum":true}
            Weaker: {"maximum":8}
            Examples: {"type":"string","x-specsmith-internal-examples":["a","b"]}
            Tuple: {"type":"array","x-specsmith-internal-tuple":{"prefixItems":[{"type":"string"},{"type":"string"},{"type":"integer"}]}}
            OldTuple: {"type":"array","items":{"anyOf":[{"type":"string"},{"type":"integer"}]}}
            Pattern: {"type":"object","additionalProperties":{"anyOf":[{"type":"string"},{"type":"integer"}]}}
            Bytes: {"type":"string","contentEncoding":"base64","contentMediaType":"image/png","format":"byte"}
            Raw: {"type":"string","contentMediaType":"application/octet-stream","format":"binary"}
            Any: {}
            None: {"not":{}}
            Beside: {"description":"d","allOf":[{"$ref":"#/components/schemas/Null"}]}
            BesideAll: {"allOf":[{"$ref":"#/components/schemas/Null"},{"type":"string"}]}
        "##]],
    );
}
