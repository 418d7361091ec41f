//! Parameters: types, styles, samples.

use super::*;

/// How the caller gives a parameter, how it is described to the runtime, what the sample sends, and
/// what is said about it.
fn check_parameter(parameter: &str, expect: &Expect) {
    let path = if parameter.contains("in: path") {
        "/a/{p}"
    } else {
        "/a"
    };
    let (generated, findings) = generate(&format!(
        "paths:\n  {path}:\n    get:\n      operationId: call\n      tags: [t]\n      parameters: \
         [{{name: p, {parameter}}}]\n      responses: {{'200': {{description: ok, content: \
         {{application/json: {{schema: {{type: object}}}}}}}}}}\n"
    ));
    let module = text(&generated, "src/t.rs");
    let given = lines(&module, &["pub fn call(&self, ", "pub fn p("]);
    let start = module.find("runtime::Parameter::").unwrap();
    let spec = &module[start..module[start..].find("],\n    responses").unwrap() + start];
    let spec: String = spec.split_whitespace().collect();
    let spec = spec.trim_end_matches(',');
    let tests = text(&generated, "tests/calls/t_calls.rs");
    let target = lines(&tests, &["request.target"]);
    expect.assert_eq(&format!(
        "{given}{}\n{target}{}",
        spec.replace("runtime::", ""),
        summaries(&findings)
    ));
}

#[test]
fn parameters() {
    for (parameter, expect) in [
        (
            "in: path, required: true, schema: {}",
            expect![[r#"
            pub fn call(&self, p: impl Into<Value>) -> CallCall<M> {
            Parameter::path("p")
            assert_eq!(request.target, "/a/string");
        "#]],
        ),
        (
            "in: query, required: true, schema: {title: Item}",
            expect![[r#"
                pub fn call(&self, p: impl Into<Value>) -> CallCall<M> {
                Parameter::query("p").required()
                assert_eq!(request.target, "/a?p=string");
            "#]],
        ),
        (
            "in: path, required: true, schema: {type: string}, example: a/b",
            expect![[r#"
                pub fn call(&self, p: &str) -> CallCall<M> {
                Parameter::path("p")
                assert_eq!(request.target, "/a/a%2Fb");
            "#]],
        ),
        (
            "in: path, required: true, style: label, schema: {type: array, items: {type: integer}}, example: [1, 2]",
            expect![[r#"
                pub fn call(&self, p: impl IntoIterator<Item = impl Into<i64>>) -> CallCall<M> {
                Parameter::path("p").style(Style::Label)
                assert_eq!(request.target, "/a/.1,2");
            "#]],
        ),
        (
            "in: path, required: true, style: matrix, explode: true, schema: {type: object, additionalProperties: {type: integer}}, example: {R: 1, G: 2}",
            expect![[r#"
                Parameter::path("p").style(Style::Matrix).exploded()
                assert_eq!(request.target, "/a/;R=1;G=2");
            "#]],
        ),
        (
            "in: query, required: true, explode: false, schema: {type: array, items: {type: string}}, example: [a, 'b,c']",
            expect![[r#"
                pub fn call(&self, p: impl IntoIterator<Item = impl Into<String>>) -> CallCall<M> {
                Parameter::query("p").joined().required()
                assert_eq!(request.target, "/a?p=a,b%2Cc");
            "#]],
        ),
        (
            "in: query, required: true, style: spaceDelimited, schema: {type: array, items: {type: string}}, example: [a, b]",
            expect![[r#"
                pub fn call(&self, p: impl IntoIterator<Item = impl Into<String>>) -> CallCall<M> {
                Parameter::query("p").style(Style::SpaceDelimited).joined().required()
                assert_eq!(request.target, "/a?p=a%20b");
            "#]],
        ),
        (
            "in: query, required: true, style: deepObject, schema: {type: object, properties: {a: {type: array, items: {type: string}}}}, example: {a: [x, y]}",
            expect![[r#"
                pub fn call(&self, p: CallP) -> CallCall<M> {
                Parameter::query("p").style(Style::DeepObject).required()
                assert_eq!(request.target, "/a?p%5Ba%5D=x&p%5Ba%5D=y");
            "#]],
        ),
        (
            "in: query, required: true, style: deepObject, schema: {type: integer}, example: 1",
            expect![[r#"
                pub fn call(&self, p: i64) -> CallCall<M> {
                Parameter::query("p").style(Style::DeepObject).required()
                assert_eq!(request.target, "/a?p=1");
                warning[parameter-single]: `p` is a single value, which has no form in the style `deepObject`
            "#]],
        ),
        (
            "in: query, required: true, allowReserved: true, schema: {type: string}, example: 'a/b&c'",
            expect![[r#"
                pub fn call(&self, p: &str) -> CallCall<M> {
                Parameter::query("p").allow_reserved().required()
                assert_eq!(request.target, "/a?p=a/b%26c");
            "#]],
        ),
        (
            "in: query, allowEmptyValue: true, schema: {type: boolean}",
            expect![[r#"
                pub fn p(mut self, p: impl Into<Option<bool>>) -> Self {
                Parameter::query("p").allow_empty()
                assert_eq!(request.target, "/a");
            "#]],
        ),
        (
            "in: query, allowEmptyValue: true, schema: {type: array, items: {type: string}}",
            expect![[r#"
                pub fn p(mut self, p: impl IntoIterator<Item = impl Into<String>>) -> Self {
                Parameter::query("p").allow_empty()
                assert_eq!(request.target, "/a");
            "#]],
        ),
        (
            "in: query, required: true, schema: {type: [integer, 'null']}, example: 5",
            expect![[r#"
                pub fn call(&self, p: impl Into<Option<i64>>) -> CallCall<M> {
                Parameter::query("p")
                assert_eq!(request.target, "/a?p=5");
            "#]],
        ),
        (
            "in: query, schema: {type: [integer, 'null']}",
            expect![[r#"
                pub fn p(mut self, p: i64) -> Self {
                Parameter::query("p")
                assert_eq!(request.target, "/a");
            "#]],
        ),
        (
            "in: query, required: true, schema: {type: array, items: {type: object, properties: {a: {type: string}}}}, example: [{a: b}]",
            expect![[r#"
                pub fn call(&self, p: impl IntoIterator<Item = impl Into<CallPItem>>) -> CallCall<M> {
                Parameter::query("p").nested_json().required()
                assert_eq!(request.target, "/a?p=%7B%22a%22%3A%22b%22%7D");
                warning[parameter-nested]: `p` has lists or objects inside others, which have no form in the style `form`
            "#]],
        ),
        (
            "in: query, required: true, schema: {oneOf: [{type: string}, {type: object, properties: {a: {type: array}}}]}, example: x",
            expect![[r#"
                pub fn call(&self, p: impl Into<CallP>) -> CallCall<M> {
                Parameter::query("p").nested_json().required()
                assert_eq!(request.target, "/a?p=x");
                warning[parameter-nested]: `p` has lists or objects inside others, which have no form in the style `form`
            "#]],
        ),
        (
            "in: query, required: true, content: {application/json: {schema: {type: [string, 'null']}}}, example: null",
            expect![[r#"
                pub fn call(&self, p: impl Into<Option<String>>) -> CallCall<M> {
                Parameter::query("p").style(Style::Json).joined().required()
                assert_eq!(request.target, "/a?p=null");
            "#]],
        ),
        (
            "in: query, required: true, content: {text/plain: {schema: {type: string}}}, example: 'a b'",
            expect![[r#"
                pub fn call(&self, p: &str) -> CallCall<M> {
                Parameter::query("p").style(Style::Text).joined().required()
                assert_eq!(request.target, "/a?p=a%20b");
            "#]],
        ),
        (
            "in: query, content: {application/xml: {schema: {type: object}}}",
            expect![[r#"
                pub fn p(mut self, p: &str) -> Self {
                Parameter::query("p").style(Style::Text).joined()
                assert_eq!(request.target, "/a");
                warning[parameter-untyped]: `p` is of the type `application/xml`, which is not made here
            "#]],
        ),
        (
            "in: querystring, required: true, content: {application/x-www-form-urlencoded: {schema: {type: object, additionalProperties: {type: string}}}}, example: {a: 'b + c', d: e}",
            expect![[r#"
                Parameter::query_string("p").required()
                assert_eq!(request.target, "/a?a=b+%2B+c&d=e");
            "#]],
        ),
        (
            "in: querystring, required: true, content: {application/x-www-form-urlencoded: {schema: {type: object, additionalProperties: {type: array, items: {type: integer}}}, encoding: {a: {explode: false}}, example: {a: [1, 2]}}}",
            expect![[r#"
                Parameter::query_string("p").required()
                assert_eq!(request.target, "/a?a=1&a=2");
                warning[not-expressed]: the encodings of the parameter `p` are not expressed
            "#]],
        ),
        (
            "in: querystring, required: true, content: {application/x-www-form-urlencoded: {schema: {type: object, additionalProperties: {type: array, items: {type: integer}}}}}, example: {a: [1, 2], b: [3]}",
            expect![[r#"
                Parameter::query_string("p").required()
                assert_eq!(request.target, "/a?a=1&a=2&b=3");
            "#]],
        ),
        (
            "in: header, explode: true, schema: {type: object, additionalProperties: true}",
            expect![[r#"
                pub fn p(mut self, p: impl IntoIterator<Item = (impl Into<String>, impl Into<Value>)>) -> Self {
                Parameter::header("p").exploded()
                assert_eq!(request.target, "/a");
            "#]],
        ),
        (
            "in: cookie, style: cookie, schema: {type: string}",
            expect![[r#"
                pub fn p(mut self, p: &str) -> Self {
                Parameter::cookie("p").style(Style::Cookie)
                assert_eq!(request.target, "/a");
            "#]],
        ),
        (
            "in: query, schema: {}",
            expect![[r#"
                pub fn p(mut self, p: impl Into<Value>) -> Self {
                Parameter::query("p")
                assert_eq!(request.target, "/a");
            "#]],
        ),
    ] {
        check_parameter(parameter, &expect);
    }
}
