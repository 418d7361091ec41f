//! Why a value that is valid is not held by the type of its schema.
//!
//! Each rule looks at the schema and at what went wrong; none knows a case by its name.

use serde_json::Value;

/// A reason that holds for every schema of a kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Rule {
    Implied,
    Behind,
    Shorter,
}

impl Rule {
    pub(super) const ALL: [Self; 3] = [Self::Implied, Self::Behind, Self::Shorter];

    /// Its name in the table.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Implied => "implied type",
            Self::Behind => "items behind a tuple",
            Self::Shorter => "shorter tuple",
        }
    }

    /// What it says.
    pub(super) fn text(self) -> &'static str {
        match self {
            Self::Implied => {
                "a schema without `type` whose keywords speak of one kind of value is taken to \
                 describe that kind, as authors of descriptions mean it. To JSON Schema its keywords \
                 say nothing about values of other kinds (2020-12 Core, section 7.6.1)"
            }
            Self::Behind => {
                "where items have a place each and nothing is said of those behind them, these are \
                 taken to be like the ones before, which a warning tells. JSON Schema takes any \
                 (2020-12 Core, section 10.3.1.2)"
            }
            Self::Shorter => {
                "where items have a place each and no other may follow, all of them are taken to be \
                 there. JSON Schema lets the last be absent (2020-12 Core, section 10.3.1.1)"
            }
        }
    }
}

/// The rule that explains why a value was missed, from what the decoder said: the path in the
/// value, what was found and what was expected.
pub(super) fn rule(schema: &Value, problem: &str) -> Option<Rule> {
    if let Some((_, length)) = between(problem, "invalid length ", ", expected an array of ") {
        let length: usize = length.split(' ').next()?.parse().ok()?;
        return tuples(schema)
            .any(|it| it == length)
            .then_some(Rule::Shorter);
    }
    let (path, _) = between(problem, "invalid type: ", ", expected ")?;
    let kinds = ["an array", "an object", "a string"];
    let is_of_kind = kinds
        .iter()
        .any(|kind| problem.contains(&format!(", expected {kind}")));
    if let Some(position) = position(path) {
        let is_behind = tuples(schema).any(|length| length <= position);
        return is_behind.then_some(Rule::Behind);
    }
    // Deeper places of these schemas refer to the whole one again.
    (is_of_kind && schema.get("type").is_none()).then_some(Rule::Implied)
}

/// What stands before the first text, and what behind the second.
fn between<'a>(problem: &'a str, first: &str, second: &str) -> Option<(&'a str, &'a str)> {
    let (before, rest) = problem.split_once(first)?;
    Some((before, rest.split_once(second)?.1))
}

/// The position that a path ends with: `foo[2]: `.
fn position(path: &str) -> Option<usize> {
    let path = path.trim_end_matches([' ', ':']).strip_suffix(']')?;
    path.rsplit_once('[')?.1.parse().ok()
}

/// How many items have a place, for every array that a schema speaks of.
fn tuples(schema: &Value) -> Box<dyn Iterator<Item = usize> + '_> {
    match schema {
        Value::Object(map) => Box::new(map.iter().flat_map(|(keyword, value)| {
            let own = value
                .as_array()
                .filter(|_| matches!(keyword.as_str(), "items" | "prefixItems"))
                .map(Vec::len);
            own.into_iter().chain(tuples(value))
        })),
        Value::Array(items) => Box::new(items.iter().flat_map(tuples)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {
            Box::new(std::iter::empty())
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn each_rule_asks_the_schema() {
        let implied = "invalid type: map, expected an array at line 1 column 0";
        let behind = "a[2]: invalid type: null, expected a whole number at line 1 column 9";
        let shorter = "[0]: invalid length 1, expected an array of 2 at line 1 column 5";
        for (schema, problem, expected) in [
            (json!({"items": {}}), implied, Some(Rule::Implied)),
            (json!({"type": "array"}), implied, None),
            (
                json!({"items": {}}),
                "invalid type: map, expected a boolean",
                None,
            ),
            (
                json!({"properties": {"a": {"prefixItems": [{}, {}]}}}),
                behind,
                Some(Rule::Behind),
            ),
            (json!({"prefixItems": [{}, {}, {}]}), behind, None),
            (
                json!({"prefixItems": [{}, {}]}),
                shorter,
                Some(Rule::Shorter),
            ),
            (json!({"prefixItems": [{}]}), shorter, None),
            (json!({}), "/a: null is lost", None),
        ] {
            assert_eq!(rule(&schema, problem), expected, "{schema} {problem}");
        }
    }
}
