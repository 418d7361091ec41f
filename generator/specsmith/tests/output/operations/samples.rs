//! What samples send where the description has no example of a body as a whole.

use super::*;

/// The body that the call of a body with these properties sends, all that are `required`.
fn check_body(required: &str, properties: &str, expect: &Expect) {
    check_json(
        &format!("schema: {{type: object, required: [{required}], properties: {{{properties}}}}}"),
        expect,
    );
}

/// The body that the call of a JSON body sends.
fn check_json(media: &str, expect: &Expect) {
    let (tests, findings) = calls("application/json", media);
    let begin = "serde_json::from_str(r#\"";
    let body = tests.find(begin).unwrap() + begin.len();
    let body = &tests[body..body + tests[body..].find("\"#").unwrap()];
    expect.assert_eq(&format!("{body}\n{findings}"));
}

/// The tests of the call of an operation with this body, and what is found.
fn calls(content_type: &str, media: &str) -> (String, String) {
    let (generated, findings) = generate(&format!(
        "paths:\n  /a:\n    post:\n      operationId: call\n      tags: [t]\n      requestBody:\n        \
         content: {{{content_type}: {{{media}}}}}\n      responses: {{'204': {{description: ok}}}}\n"
    ));
    let tests = text(&generated, "tests/calls/t_calls.rs");
    (tests.to_owned(), summaries(&findings))
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

#[test]
fn examples_are_right_in_what_only_comes_back() {
    let media = |kind: &str| {
        format!(
            "schema: {{type: object, required: [kind], properties: {{id: {{type: string, readOnly: \
             true}}, kind: {{type: string, readOnly: true, enum: [cat, dog]}}, name: {{type: string}}}}, \
             example: {{id: a, kind: dog, name: Rex}}}}, example: {{id: b, kind: {kind}, name: Tom}}"
        )
    };
    check_json(
        &media("cat"),
        &expect![[r#"
            {
              "id": "b",
              "kind": "cat",
              "name": "Tom"
            }
        "#]],
    );
    check_json(
        &media("bird"),
        &expect![[r#"
            {
              "id": "a",
              "kind": "dog",
              "name": "Rex"
            }
        "#]],
    );
}

#[test]
fn keys_stand_together_as_the_description_says() {
    let properties = "old: {type: string, deprecated: true}, a: {type: string}, b: {type: string}, \
                      c: {type: string, example: x}, d: {type: string, example: y}";
    let check = |rules: &str, expect: &Expect| {
        let media = format!("schema: {{type: object, properties: {{{properties}}}, {rules}}}");
        check_json(&media, expect);
    };
    // The first that nobody is warned of.
    check(
        "anyOf: [{required: [old]}, {required: [a, b]}, {required: [b]}]",
        &expect![[r#"
            {
              "c": "x",
              "d": "y",
              "a": "string",
              "b": "string"
            }
            warning[not-expressed]: this `anyOf` is not expressed in the output
        "#]],
    );
    // One of two that have an example.
    check(
        "oneOf: [{required: [a]}, {required: [c]}, {required: [d]}]",
        &expect![[r#"
            {
              "c": "x"
            }
            warning[not-expressed]: this `oneOf` is not expressed in the output
        "#]],
    );
    // An example that breaks the rule is none.
    check(
        "oneOf: [{required: [a]}, {required: [b]}], example: {a: both, b: both}",
        &expect![[r#"
            {
              "c": "x",
              "d": "y",
              "a": "string"
            }
            warning[not-expressed]: this `oneOf` is not expressed in the output
        "#]],
    );
    // Of a rule that says more nothing is known.
    check(
        "oneOf: [{required: [a]}, {not: {required: [b]}}]",
        &expect![[r#"
            {
              "c": "x",
              "d": "y"
            }
            warning[not-expressed]: this `oneOf` is not expressed in the output
            warning[not-expressed]: `not` is not expressed in the output
        "#]],
    );
}

/// Of an empty object in brackets there would be no name, and it has to be there.
#[test]
fn forms_hold_nothing_that_cannot_be_sent() {
    let schema = "schema: {type: object, required: [deep, map, given], properties: {deep: {type: object, \
                  properties: {inner: {type: object, required: [leaf], properties: {leaf: {type: object, \
                  properties: {value: {type: integer}}}}}}}, map: {type: object, additionalProperties: \
                  {type: string}}, given: {type: object, default: {}, additionalProperties: {type: \
                  string}}, free: {type: object, properties: {a: {type: string}}}}}";
    let style = "{style: deepObject, explode: true}";
    let encoding = format!("encoding: {{deep: {style}, map: {style}, given: {style}}}");
    let form = "application/x-www-form-urlencoded";
    let (tests, _) = calls(form, &format!("{schema}, {encoding}"));
    let line = tests.lines().find(|line| line.contains("deep%5B")).unwrap();
    let form = line.split('"').nth(1).unwrap();
    expect!["deep%5Binner%5D%5Bleaf%5D%5Bvalue%5D=1&map%5Bkey%5D=string&given%5Bkey%5D=string"]
        .assert_eq(form);
}
