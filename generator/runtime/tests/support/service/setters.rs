//! What the generator writes as methods of the calls: a crate cannot add those to another's type.

use specsmith_runtime::{Map, Mode, Raw, Slot, Value};

use super::{ListNotes, Other, UpdateNote};

pub(crate) trait UpdateNoteSetters<M: Mode, T> {
    fn format(self, format: &str) -> UpdateNote<M, Raw>;
    fn remote_query(
        self,
        remote_query: impl IntoIterator<Item = (impl Into<String>, impl Into<Value>)>,
    ) -> Self;
    fn idempotency_key(self, key: &str) -> Self;
}

impl<M: Mode, T> UpdateNoteSetters<M, T> for UpdateNote<M, T> {
    fn format(self, format: &str) -> UpdateNote<M, Raw> {
        let mut call = self.into_raw();
        call.set_parameter(2, &format.to_owned());
        call
    }

    fn remote_query(
        mut self,
        remote_query: impl IntoIterator<Item = (impl Into<String>, impl Into<Value>)>,
    ) -> Self {
        let remote_query: Map<Value> = remote_query.into_iter().collect();
        self.set_parameter(3, &remote_query);
        self
    }

    fn idempotency_key(mut self, key: &str) -> Self {
        self.set_parameter(4, &key.to_owned());
        self
    }
}

pub(crate) trait ListNotesSetters {
    fn page(self, page: u32) -> Self;
}

impl<M: Mode, T> ListNotesSetters for ListNotes<M, T> {
    fn page(mut self, page: u32) -> Self {
        self.set_parameter(0, &page);
        self
    }
}

pub(crate) trait OtherSetters<M: Mode>: Sized {
    fn set(self, position: usize, value: &dyn Slot) -> Self;
    fn body(self, body: impl Slot + Send + Sync + 'static) -> Self;
    fn items<I: Slot + 'static>(
        self,
        items: impl IntoIterator<Item = I, IntoIter: Send + 'static>,
    ) -> Self;
    fn part_header(self, part: &'static str, name: &'static str, value: i32) -> Self;
    /// The same call for another form of its answer.
    fn accept<U>(self, media: &'static str) -> Other<M, U>;

    fn json(self, body: Value) -> Self {
        self.body(body)
    }
}

impl<M: Mode, T> OtherSetters<M> for Other<M, T> {
    fn set(mut self, position: usize, value: &dyn Slot) -> Self {
        self.set_parameter(position, value);
        self
    }

    fn body(mut self, body: impl Slot + Send + Sync + 'static) -> Self {
        self.set_body(0, body);
        self
    }

    fn items<I: Slot + 'static>(
        mut self,
        items: impl IntoIterator<Item = I, IntoIter: Send + 'static>,
    ) -> Self {
        self.set_items(0, items);
        self
    }

    fn part_header(mut self, part: &'static str, name: &'static str, value: i32) -> Self {
        self.set_part_header(part, name, &value);
        self
    }

    fn accept<U>(self, media: &'static str) -> Other<M, U> {
        self.into_form(media)
    }
}
