//! Maps, and what programs can ask about fields.

use specsmith_runtime::{Constraint, Extra, Field, FieldDetails, Flags, Map, Value};

use crate::types::Contact;

/// Through serde's door, too.
#[test]
fn maps_of_maps_are_values_of_serde() {
    let json = r#"{"b":{"x":[1]},"a":{}}"#;
    let map: Map<Map<Vec<i64>>> = serde_json::from_str(json).unwrap();
    assert_eq!(map.get("b").and_then(|it| it.get("x")), Some(&vec![1]));
    assert_eq!(serde_json::to_string(&map).unwrap(), json);
}

#[test]
fn maps_keep_their_order_whatever_their_size() {
    for size in [0, 1, 5, 16, 17, 100, 1000] {
        let key = |index: usize| format!("key {}", index * 7919 % 1009);
        let mut map: Map<usize> = (0..size).map(|index| (key(index), index)).collect();
        assert_eq!(map.len(), size);
        assert!(map.iter().map(|(_, value)| *value).eq(0..size));
        assert!((0..size).all(|index| map.get(&key(index)) == Some(&index)));
        assert_eq!(map.get("nothing"), None);
        for index in (0..size).step_by(3) {
            assert_eq!(map.insert(key(index), index + 1), Some(index));
            assert_eq!(map.remove(&key(index)), Some(index + 1));
            assert_eq!(map.remove(&key(index)), None);
        }
        let left = (0..size).filter(|index| index % 3 != 0);
        assert!(
            map.keys()
                .eq(left.clone().map(key).collect::<Vec<_>>().iter())
        );
        assert!(
            left.clone()
                .all(|index| map.get(&key(index)) == Some(&index))
        );
        map.insert("last", 0);
        assert_eq!(map.keys().next_back(), Some("last"));
    }
}

#[test]
fn maps_are_equal_in_any_order() {
    let forward: Map<i64> = Map::from([("a", 1), ("b", 2)]);
    let backward: Map<i64> = Map::from([("b", 2), ("a", 1)]);
    assert_eq!(forward, backward);
    assert_ne!(forward, Map::from([("a", 1)]));
    assert_ne!(forward, Map::from([("a", 1), ("c", 2)]));
    assert_eq!(format!("{forward:?}"), r#"{"a": 1, "b": 2}"#);
}

#[test]
fn maps_convert_to_and_from_serde_json() {
    let map: Map<Value> = Map::from([("b", 1), ("a", 2)]);
    let object = serde_json::Map::from(map.clone());
    assert_eq!(object.keys().collect::<Vec<_>>(), ["b", "a"]);
    assert_eq!(Map::from(object), map);
}

#[test]
fn no_extra_is_an_empty_map() {
    let mut extra: Extra = Extra::new();
    assert!(extra.as_map().is_empty());
    extra.as_map_mut();
    assert_eq!(extra, Extra::new());
    extra.as_map_mut().insert("a", 1.into());
    assert_ne!(extra, Extra::new());
}

#[test]
fn fields_answer_questions() {
    const FIELD: Field = Field::Detailed(
        &FieldDetails::new("etag")
            .nullable()
            .flags(Flags::READ_ONLY)
            .format("uuid")
            .extensions(r#"{"x-support":{"supported":20,"required":2,"by":"x"},"x-list":[1]}"#),
    );
    assert_eq!(FIELD.format(), Some("uuid"));
    assert!(FIELD.is_nullable() && FIELD.is_read_only());
    assert!(!FIELD.is_required() && !FIELD.is_write_only());
    assert!(!FIELD.is_deprecated() && !FIELD.is_secret());
    assert_eq!(FIELD.number("x-support", "supported"), Some(20));
    assert_eq!(FIELD.number("x-support", "by"), None);
    assert_eq!(FIELD.number("x-other", "supported"), None);
    assert_eq!(FIELD.extension("x-list"), Some(serde_json::json!([1])));
    assert_eq!(Field::Optional("etag").extension("x-list"), None);
    assert_eq!(format!("{:?}", FIELD.flags()), "NULLABLE | READ_ONLY");
    assert_eq!(format!("{:?}", Flags::NONE), "NONE");
    let presence = |field: Field| (field.name(), field.is_required(), field.is_nullable());
    assert_eq!(presence(Field::Required("a")), ("a", true, false));
    assert_eq!(presence(Field::Optional("a")), ("a", false, false));
    assert_eq!(presence(Field::RequiredNullable("a")), ("a", true, true));
    assert_eq!(presence(Field::Nullable("a")), ("a", false, true));
    assert_eq!(Contact::FIELDS[0].name(), "id");
}

#[test]
fn fields_of_which_the_same_is_said_are_equal() {
    const RULES: &[Constraint] = &[Constraint::MaxLength(5)];
    const AT: FieldDetails = FieldDetails::new("at").required();
    const PAIRS: [(Field, Field); 4] = [
        (Field::Required("at"), Field::Detailed(&AT)),
        (
            Field::Flagged("at", Flags::REQUIRED.and(Flags::DEPRECATED)),
            Field::Detailed(&AT.flags(Flags::DEPRECATED)),
        ),
        (
            Field::Formatted("at", Flags::REQUIRED, "date"),
            Field::Detailed(&AT.format("date")),
        ),
        (
            Field::Constrained("at", Flags::REQUIRED, RULES),
            Field::Detailed(&AT.constraints(RULES)),
        ),
    ];
    for (at, (short, long)) in PAIRS.iter().enumerate() {
        assert_eq!(short, long);
        assert_eq!(short.name(), "at");
        assert!(short.is_required() && !short.is_nullable());
        let others = PAIRS.iter().enumerate().filter(|(other, _)| *other != at);
        others.for_each(|(_, (other, _))| assert_ne!(short, other));
    }
}
