//! What samples send where the description has no example of a body as a whole.

use super::*;

/// The body that the call of a body with these properties sends, all that are `required`.
fn check_body(required: &str, properties: &str, expect: &Expect) {
    let (generated, findings) = generate(&format!(
        "paths:\n  /a:\n    post:\n      operationId: call\n      tags: [t]\n      requestBody:\n        \
         content:\n          application/json:\n            schema: {{type: object, required: \
         [{required}], properties: {{{properties}}}}}\n      responses: {{'204': {{description: \
         ok}}}}\n"
    ));
    let tests = text(&generated, "tests/calls/t_calls.rs");
    let begin = "serde_json::from_str(r#\"";
    let body = tests.find(begin).unwrap() + begin.len();
    let body = &tests[body..body + tests[body..].find("\"#").unwrap()];
    expect.assert_eq(&format!("{body}\n{}", summaries(&findings)));
}

#[test]
fn values_keep_the_rules_of_their_properties() {
    check_body(
        "a, b, c, d, e, f, g",
        "a: {type: integer, minimum: 0.5}, \
         b: {type: string, maxLength: 3}, \
         c: {type: string, pattern: '^[A-Z]{3}-\\d+$', minLength: 6}, \
         d: {type: array, minItems: 2, items: {type: number, multipleOf: 0.5}}, \
         e: {type: array, minItems: 3, uniqueItems: true, items: {type: string}}, \
         f: {type: object, minProperties: 1, additionalProperties: {type: boolean}}, \
         g: {type: array, maxItems: 0, items: {type: string}}",
        &expect![[r#"
            {
              "a": 1,
              "b": "str",
              "c": "AAA-11",
              "d": [
                0.5,
                0.5
              ],
              "e": [
                "string",
                "string1",
                "string2"
              ],
              "f": {
                "key": true
              },
              "g": []
            }
        "#]],
    );
}

/// Lists of long lists have an end.
#[test]
fn elements_are_few() {
    let mut items = "{type: string}".to_owned();
    for _ in 0..6 {
        items = format!("{{type: array, minItems: 1000000, items: {items}}}");
    }
    let (generated, _) = generate(&format!(
        "paths:\n  /a:\n    post:\n      operationId: call\n      tags: [t]\n      requestBody: \
         {{content: {{application/json: {{schema: {items}}}}}}}\n      responses: {{'204': \
         {{description: ok}}}}\n"
    ));
    let tests = text(&generated, "tests/calls/t_calls.rs");
    assert!(tests.len() < 5_000, "{}", tests.len());
}

#[test]
fn examples_of_properties_are_shown() {
    check_body(
        "id",
        "id: {type: integer}, \
         name: {type: string, example: Ada}, \
         tags: {type: array, items: {type: string, example: new}}, \
         wrong: {type: integer, example: none}, \
         plain: {type: string, default: no}, \
         old: {type: string, example: x, deprecated: true}, \
         made: {type: string, example: y, readOnly: true}",
        &expect![[r#"
            {
              "id": 1,
              "name": "Ada",
              "tags": [
                "new"
              ]
            }
        "#]],
    );
}

/// Types whose parts multiply, ten at each step, have an end.
#[test]
fn values_are_few() {
    let mut types = "    T8: {type: string}\n".to_owned();
    for depth in 0..8 {
        let part = format!("{{$ref: '#/components/schemas/T{}'}}", depth + 1);
        let names: Vec<String> = (0..10).map(|at| format!("p{at}")).collect();
        let parts: Vec<String> = names.iter().map(|it| format!("{it}: {part}")).collect();
        types += &format!(
            "    T{depth}: {{type: object, required: [{}], properties: {{{}}}}}\n",
            names.join(", "),
            parts.join(", ")
        );
    }
    let (generated, _) = generate(&format!(
        "paths:\n  /a:\n    post:\n      operationId: call\n      tags: [t]\n      requestBody: \
         {{content: {{application/json: {{schema: {{$ref: '#/components/schemas/T0'}}}}}}}}\n      \
         responses: {{'204': {{description: ok}}}}\ncomponents:\n  schemas:\n{types}"
    ));
    let tests = text(&generated, "tests/calls/t_calls.rs");
    assert!(tests.len() < 5_000_000, "{}", tests.len());
}
