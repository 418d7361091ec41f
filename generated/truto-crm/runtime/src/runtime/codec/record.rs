// The runtime of specsmith 0.1.0, the same in each crate. Do not edit.

//! What a generated type tells of itself: its table, and its fields by position.
//!
//! It must not know how a record is read or written.

use super::slot::{Blank, Entries, Slot, Target, View};
use super::table::Table;

/// An object with declared fields: all that the generator writes about a type for the codec.
///
/// A place beyond the declared fields, at their number, holds the entries beside them: a map of
/// free keys. A type without it drops such entries.
pub trait Record {
    /// The value before anything is read (see [`Blank`]).
    fn blank() -> Self
    where
        Self: Sized;

    /// Name and fields of the type.
    fn table(&self) -> Table;

    /// The field at a position of [`Table::fields`], to be filled.
    fn slot(&mut self, index: usize) -> Option<&mut dyn Slot>;

    /// The field at a position of [`Table::fields`].
    fn get(&self, index: usize) -> Option<&dyn Slot>;

    /// What an encoder finds at a position of [`Table::fields`]. A method of each type, so that one
    /// jump leads to a field instead of two.
    fn look(&self, index: usize) -> View<'_> {
        self.get(index).map_or(View::None, Slot::view)
    }
}

impl dyn Record + '_ {
    /// Entries beside the declared fields, when there are any.
    pub fn extra(&self) -> Option<&dyn Entries> {
        match self.look(self.table().fields.len()) {
            View::Map(entries) => Some(entries),
            _ => None,
        }
    }

    /// The entries of `extra` that are sent: not those under the key of a field that is sent itself,
    /// since an object has each key once.
    pub fn sent_beside<'a>(
        &'a self,
        extra: &'a dyn Entries,
    ) -> impl Iterator<Item = (&'a str, &'a dyn Slot)> {
        let entries = (0..extra.len()).filter_map(|index| extra.get(index));
        entries.filter(|(key, _)| !self.sends(key))
    }

    fn sends(&self, key: &str) -> bool {
        let mut fields = self.table().fields.iter().enumerate();
        fields.any(|(index, field)| {
            field.name() == key && (field.is_required() || !matches!(self.look(index), View::None))
        })
    }

    /// Where entries beside the declared fields go; `None` where they are dropped.
    pub fn extra_mut(&mut self) -> Option<&mut dyn Entries> {
        let beyond = self.table().fields.len();
        match self.slot(beyond)?.target() {
            Target::Map(entries) => Some(entries),
            _ => None,
        }
    }
}

impl<T: Record> Blank for T {
    fn blank() -> Self {
        Record::blank()
    }
}

impl<T: Record> Slot for T {
    fn target(&mut self) -> Target<'_> {
        Target::Record(self)
    }

    fn view(&self) -> View<'_> {
        View::Record(self)
    }
}

/// What closes a cycle of types. A cycle of required boxes has no finite value; the generator
/// reports it.
impl<T: Record> Record for Box<T> {
    fn blank() -> Self {
        Self::new(T::blank())
    }

    fn table(&self) -> Table {
        (**self).table()
    }

    fn slot(&mut self, index: usize) -> Option<&mut dyn Slot> {
        (**self).slot(index)
    }

    fn get(&self, index: usize) -> Option<&dyn Slot> {
        (**self).get(index)
    }
}
