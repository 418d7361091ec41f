//! Keywords that their object cannot do without.
//!
//! It must not know any keyword; the tables say which may be absent.

use super::check::Fate;
use super::context::Context;
use super::keyword::{Absent, Expect, Keyword, Table};
use super::spot::Spot;
use super::tables::table;
use crate::codes;
use crate::read::{Key, Map, Node, Value};
use crate::report::Origin;

/// Reports what is absent. To be asked before anything is cut, so that nothing counts twice.
pub(super) fn report_absent(map: &Map, table: &Table, spot: Spot<'_>, cx: &mut Context<'_>) {
    let dialect = cx.dialect;
    for keyword in absent(map, table).filter(|it| it.needed_in.contains(dialect)) {
        let message = format!("{} needs `{}`", table.noun, keyword.name);
        let help = match keyword.absent {
            Absent::Fine | Absent::Implied => continue,
            Absent::Unimportant => format!("add `{}`; it is read as empty", keyword.name),
            Absent::EmptyText | Absent::EmptyObject => {
                format!("add `{}`; it is taken as empty", keyword.name)
            }
            Absent::Cut | Absent::Unread => {
                format!("add `{}`; without it the object is left out", keyword.name)
            }
        };
        match keyword.absent {
            Absent::Unimportant => cx.warn(codes::MISSING_KEYWORD, spot.at, message, help),
            _ => cx.error(codes::MISSING_KEYWORD, spot.at, message, help),
        }
    }
}

/// Puts in what is absent and can be empty.
pub(super) fn fill_absent(map: &mut Map, table: &Table, at: Origin) -> Fate {
    let missing: Vec<&Keyword> = absent(map, table).collect();
    for keyword in missing {
        let value = match keyword.absent {
            Absent::Fine | Absent::Unread => continue,
            Absent::Cut => return Fate::Cut,
            Absent::EmptyText | Absent::Unimportant => Value::String(String::new()),
            Absent::EmptyObject | Absent::Implied => Value::Map(empty(keyword.expect, at)),
        };
        map.insert(Key::new(keyword.name, at), Node::new(value, at));
    }
    Fate::Keep
}

fn absent<'m>(map: &'m Map, table: &Table) -> impl Iterator<Item = &'static Keyword> + use<'m> {
    table
        .keywords
        .iter()
        .filter(|keyword| keyword.absent != Absent::Fine && !map.contains_key(keyword.name))
}

/// An object without anything but what it cannot do without.
fn empty(expect: Expect, at: Origin) -> Map {
    let mut map = Map::new();
    if let Expect::Object(kind) = expect {
        fill_absent(&mut map, table(kind), at);
    }
    map
}
