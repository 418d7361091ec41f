// The runtime of specsmith 0.1.0, the same in each crate. Do not edit.

//! Answers that come in pages: the pages of a call one after the other, and their items.
//!
//! It must not know how a page is sent, nor any one service: what leads from page to page is data
//! of the operation.

mod link;
mod page;

use std::collections::BTreeSet;
use std::fmt;
use std::future::Future;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use futures_core::Stream;

use super::answer::{self, Answer};
use super::call::Unsent;
use super::codec::Slot;
use super::error::{Error, ErrorKind};
use super::request::Request;
use super::response::Response;
use super::send;
use super::shared::{Async, Mode};
use super::spec::{NextPage, PagePlace, PagingSpec};
use page::Position;

/// The pages of a call one after the other, as they are asked for. A stream; in a blocking client an
/// iterator.
///
/// After an error there is nothing more, and [`next_cursor`](Self::next_cursor) says where to go on.
/// A service that answers with a page that was there already is an error, too: there is no end to it.
pub struct Pages<T, M: Mode = Async> {
    walk: Walk,
    state: State<T>,
    #[cfg_attr(
        not(all(feature = "blocking", not(target_arch = "wasm32"))),
        expect(dead_code, reason = "blocking clients wait by it")
    )]
    handle: M::Handle,
}

/// The items of all pages of a call, one after the other; a page is asked for when the one before is
/// used up. A stream; in a blocking client an iterator.
///
/// After an error there is nothing more, as with [`Pages`].
pub struct PageItems<T, I, M: Mode = Async> {
    pages: Pages<T, M>,
    items_of: fn(T) -> Vec<I>,
    items: std::vec::IntoIter<I>,
    /// Where the page of these items began.
    here: Option<String>,
}

/// The way from page to page.
struct Walk {
    /// The call as it was made; each page is a copy of it.
    request: Request,
    /// Where the next page begins; `None`: at the beginning, or there is none.
    next: Option<Position>,
    /// What was asked for already.
    seen: BTreeSet<u64>,
    /// The last page had this body.
    body: Option<u64>,
}

enum State<T> {
    /// The next page can be asked for.
    Ready,
    /// A page is on its way.
    Loading(Loading<T>),
    Ended,
}

/// A page that is on its way, and a hash of its body.
#[cfg(not(target_arch = "wasm32"))]
type Loading<T> = Pin<Box<dyn Future<Output = Loaded<T>> + Send>>;
/// A page that is on its way, and a hash of its body.
#[cfg(target_arch = "wasm32")]
type Loading<T> = Pin<Box<dyn Future<Output = Loaded<T>>>>;

type Loaded<T> = Result<(Response<T>, u64), Error>;

async fn load<T: Answer<M>, M: Mode>(request: Request) -> Loaded<T> {
    let (operation, accept) = (request.operation, request.accept);
    let (received, sent) = send::whole(request).await?;
    let body = hash(&received.body);
    let page = answer::read::<M, T>(received, operation, accept, &sent)?;
    Ok((page, body))
}

fn hash(value: &(impl Hash + ?Sized)) -> u64 {
    let mut hasher = DefaultHasher::new();
    value.hash(&mut hasher);
    hasher.finish()
}

impl Walk {
    /// The request for the next page.
    fn request(&mut self) -> Result<Request, Error> {
        let Some(position) = &self.next else {
            return Ok(self.request.clone());
        };
        if !self.seen.insert(hash(&*position.to_text())) {
            return Err(self.endless());
        }
        let place = match self.paging().next {
            NextPage::Cursor { to, .. } | NextPage::Offset { to } | NextPage::Number { to, .. } => {
                Some(to)
            }
            NextPage::Url { .. } | NextPage::Link => None,
        };
        match (position, place) {
            (Position::Url(url), _) => {
                let mut request = self.request.clone();
                let url = request.behind("the next page", url);
                request.url = Some(url.map_err(|reason| self.refused(reason))?);
                return Ok(request);
            }
            (_, None) => {}
            (_, Some(_)) if self.request.url.is_some() => {
                let reason = "what begins at a URL has no next page by a parameter";
                return Err(self.refused(reason.to_owned()));
            }
            (Position::Text(text), Some(place)) => put(&mut self.request, place, text),
            (Position::Number(number), Some(place)) => put(&mut self.request, place, number),
        }
        Ok(self.request.clone())
    }

    /// Takes what a page says about the next one.
    fn advance<T: Slot>(&mut self, page: &Response<T>, body: u64) -> Result<(), Error> {
        let here = self.here();
        let next = page::next(self.paging(), page.body(), page.headers(), here);
        // Numbers go on for as long as there are items: a service that takes no notice of them
        // answers with the same ones again and again.
        let is_number = matches!(next, Some(Position::Number(_)));
        if is_number && self.body.replace(body) == Some(body) {
            return Err(self.endless());
        }
        self.next = next;
        Ok(())
    }

    /// Where the page began, in numbers.
    fn here(&self) -> u64 {
        let (place, first) = match self.paging().next {
            NextPage::Offset { to } => (to, 0),
            NextPage::Number { to, first } => (to, first),
            NextPage::Cursor { .. } | NextPage::Url { .. } | NextPage::Link => return 0,
        };
        if let Some(Position::Number(number)) = self.next {
            return number;
        }
        self.request.number(place).unwrap_or(first)
    }

    fn paging(&self) -> &'static PagingSpec {
        self.request.operation.paging.unwrap_or(&NOTHING)
    }

    fn endless(&self) -> Error {
        self.refused("the service answers with a page that was there before".to_owned())
    }

    fn refused(&self, reason: String) -> Error {
        Error::new(ErrorKind::Paging, self.request.operation.id, reason)
    }
}

/// What an operation without pages has: its answer is the only one.
static NOTHING: PagingSpec = PagingSpec {
    next: NextPage::Url { from: &[""] },
    items: &[],
    more: None,
    total: None,
};

fn put(request: &mut Request, place: PagePlace, value: &(impl Slot + ToString)) {
    match place {
        PagePlace::Parameter(position) => request.set(position, value),
        PagePlace::Field(name) => request.set_field(name, &value.to_string()),
    }
}

impl<T, M: Mode> Pages<T, M> {
    /// The pages of a call, from where it begins.
    #[doc(hidden)]
    pub fn new(call: Unsent<M>) -> Self {
        let (request, handle) = call.into_parts();
        Self {
            walk: Walk {
                request: *request,
                next: None,
                seen: BTreeSet::new(),
                body: None,
            },
            state: State::Ready,
            handle,
        }
    }

    /// Begins at a page that [`next_cursor`](Self::next_cursor) gave out, maybe in another run of the
    /// program, for a call with the same parameters.
    #[must_use]
    pub fn from_cursor(mut self, cursor: impl Into<String>) -> Self {
        match Position::of_text(cursor.into(), self.walk.paging()) {
            Some(position) => self.walk.next = Some(position),
            None => self
                .walk
                .request
                .refuse("the cursor is not one of these pages"),
        }
        self
    }

    /// Where the next page begins; `None` at the beginning and at the end. Behind an error it is the
    /// page that could not be had.
    pub fn next_cursor(&self) -> Option<String> {
        let next = self.walk.next.as_ref();
        next.map(|position| position.to_text().into_owned())
    }

    fn operation(&self) -> &'static str {
        self.walk.request.operation.id
    }
}

impl<T: Answer<M> + Slot + Send + 'static, M: Mode> Pages<T, M> {
    fn poll_response(
        &mut self,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Response<T>, Error>>> {
        if let State::Ready = self.state {
            self.state = match self.walk.request() {
                Ok(request) => State::Loading(Box::pin(load::<T, M>(request))),
                Err(error) => return self.end(error),
            };
        }
        let State::Loading(loading) = &mut self.state else {
            return Poll::Ready(None);
        };
        let loaded = ready!(loading.as_mut().poll(context));
        let (page, body) = match loaded {
            Ok(loaded) => loaded,
            Err(error) => return self.end(error),
        };
        if let Err(error) = self.walk.advance(&page, body) {
            return self.end(error);
        }
        self.state = match self.walk.next {
            Some(_) => State::Ready,
            None => State::Ended,
        };
        Poll::Ready(Some(Ok(page)))
    }

    fn end<R>(&mut self, error: Error) -> Poll<Option<Result<R, Error>>> {
        self.state = State::Ended;
        Poll::Ready(Some(Err(error)))
    }

    fn poll(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<T, Error>>> {
        let page = ready!(self.poll_response(context));
        Poll::Ready(page.map(|page| page.map(Response::into_body)))
    }
}

impl<T, I, M: Mode> PageItems<T, I, M> {
    /// The items of the pages of a call, from where it begins.
    #[doc(hidden)]
    pub fn new(call: Unsent<M>, items_of: fn(T) -> Vec<I>) -> Self {
        Self {
            pages: Pages::new(call),
            items_of,
            items: Vec::new().into_iter(),
            here: None,
        }
    }

    /// Begins at a page that [`page_cursor`](Self::page_cursor) or
    /// [`next_cursor`](Self::next_cursor) gave out.
    #[must_use]
    pub fn from_cursor(mut self, cursor: impl Into<String>) -> Self {
        self.pages = self.pages.from_cursor(cursor);
        self
    }

    /// Where the page of the last item begins; who goes on from there gets the items of that page
    /// again. `None`: at the beginning of all.
    pub fn page_cursor(&self) -> Option<&str> {
        self.here.as_deref()
    }

    /// Where the next page begins; who goes on from there misses those items of this page that are
    /// still to come. `None` at the beginning and at the end.
    pub fn next_cursor(&self) -> Option<String> {
        self.pages.next_cursor()
    }

    fn operation(&self) -> &'static str {
        self.pages.operation()
    }
}

impl<T: Answer<M> + Slot + Send + 'static, I, M: Mode> PageItems<T, I, M> {
    fn poll(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<I, Error>>> {
        loop {
            if let Some(item) = self.items.next() {
                return Poll::Ready(Some(Ok(item)));
            }
            let here = self.pages.next_cursor();
            match ready!(self.pages.poll(context)) {
                Some(Ok(page)) => {
                    self.here = here;
                    self.items = (self.items_of)(page).into_iter();
                }
                Some(Err(error)) => return Poll::Ready(Some(Err(error))),
                None => return Poll::Ready(None),
            }
        }
    }
}

macro_rules! series {
    ($name:ident<T $(, $item:ident)?>, $of:ty, $handle:expr) => {
        impl<T: Answer + Slot + Send + 'static $(, $item)?> $name<T $(, $item)?> {
            /// The next one; `None` at the end.
            pub async fn next(&mut self) -> Option<Result<$of, Error>> {
                std::future::poll_fn(|context| self.poll(context)).await
            }
        }

        impl<T: Answer + Slot + Send + 'static $(, $item)?> Stream for $name<T $(, $item)?>
        where
            Self: Unpin,
        {
            type Item = Result<$of, Error>;

            fn poll_next(
                mut self: Pin<&mut Self>,
                context: &mut Context<'_>,
            ) -> Poll<Option<Self::Item>> {
                self.poll(context)
            }
        }

        #[cfg(all(feature = "blocking", not(target_arch = "wasm32")))]
        impl<T: Answer<super::Blocking> + Slot + Send + 'static $(, $item)?> Iterator
            for $name<T $(, $item)?, super::Blocking>
        {
            type Item = Result<$of, Error>;

            fn next(&mut self) -> Option<Self::Item> {
                let handle: fn(&Self) -> &super::blocking::Driver = $handle;
                let driver = handle(self).clone();
                let operation = self.operation();
                let next = std::future::poll_fn(|context| self.poll(context));
                driver
                    .run(operation, next)
                    .unwrap_or_else(|error| Some(Err(error)))
            }
        }

        impl<T $(, $item)?, M: Mode> fmt::Debug for $name<T $(, $item)?, M> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.debug_struct(stringify!($name))
                    .field("operation", &self.operation())
                    .finish_non_exhaustive()
            }
        }
    };
}

series!(Pages<T>, T, |pages| &pages.handle);
series!(PageItems<T, I>, I, |items| &items.pages.handle);
