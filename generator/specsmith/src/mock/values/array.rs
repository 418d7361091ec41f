//! Arrays: as many items as there have to be, and a few more.
//!
//! This module must not know what items are.

use serde_json::{Map, Value};

use super::{DEEP, Maker, Unmade};

/// The most items that are made.
const MOST: usize = 1_000;

/// How often an item is made again that stands in the array already.
const AGAIN: usize = 30;

impl Maker<'_> {
    pub(super) fn array(
        &mut self,
        map: &Map<String, Value>,
        depth: usize,
    ) -> Result<Value, Unmade> {
        let count = |key| map.get(key).and_then(Value::as_u64);
        let least = count("minItems")
            .unwrap_or(0)
            .max(match map.contains_key("contains") {
                true => count("minContains").unwrap_or(1),
                false => 0,
            });
        let least = usize::try_from(least).unwrap_or(usize::MAX);
        let most = count("maxItems")
            .and_then(|it| usize::try_from(it).ok())
            .unwrap_or(MOST);
        if least > MOST {
            return Err(Unmade(format!(
                "an array would have more than {MOST} items"
            )));
        }
        let usual = match depth {
            0..DEEP => self.chance.between(1, 3),
            _ => usize::from(depth == DEEP),
        };
        let placed = map
            .get("prefixItems")
            .and_then(Value::as_array)
            .map_or(0, Vec::len);
        let wanted = usual.max(least).max(placed).min(most);
        let mut items: Vec<Value> = Vec::new();
        while items.len() < wanted {
            match self.item(map, &items, depth) {
                Ok(item) => items.push(item),
                Err(_) if items.len() >= least => break,
                Err(unmade) => return Err(unmade),
            }
        }
        Ok(Value::Array(items))
    }

    fn item(
        &mut self,
        map: &Map<String, Value>,
        items: &[Value],
        depth: usize,
    ) -> Result<Value, Unmade> {
        let placed = map.get("prefixItems").and_then(|it| it.get(items.len()));
        let schema = placed.or_else(|| map.get("contains").or_else(|| map.get("items")));
        let is_unique = map.get("uniqueItems").and_then(Value::as_bool) == Some(true);
        for _ in 0..AGAIN {
            let item = self.value(schema.unwrap_or(&Value::Bool(true)), depth + 1)?;
            if !is_unique || !items.contains(&item) {
                return Ok(item);
            }
        }
        Err(Unmade("not enough different items are found".to_owned()))
    }
}
