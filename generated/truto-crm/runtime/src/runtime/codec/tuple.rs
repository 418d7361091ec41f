// The runtime of specsmith 0.1.0, the same in each crate. Do not edit.

//! Tuples as slots: arrays of a fixed length whose elements have types of their own.
//!
//! It must not know any format.

use super::slot::{Blank, List, Slot, Target, View};

macro_rules! tuple {
    ($size:literal: $($element:ident $index:tt),*) => {
        impl<$($element: Blank),*> Blank for ($($element,)*) {
            fn blank() -> Self {
                ($($element::blank(),)*)
            }
        }

        impl<$($element: Slot + Blank),*> Slot for ($($element,)*) {
            fn target(&mut self) -> Target<'_> {
                Target::List(self)
            }

            fn view(&self) -> View<'_> {
                View::List(self)
            }
        }

        impl<$($element: Slot + Blank),*> List for ($($element,)*) {
            fn len(&self) -> usize {
                $size
            }

            fn get(&self, index: usize) -> Option<&dyn Slot> {
                match index {
                    $($index => Some(&self.$index),)*
                    _ => None,
                }
            }

            fn place(&mut self, index: usize) -> Option<&mut dyn Slot> {
                match index {
                    $($index => Some(&mut self.$index),)*
                    _ => None,
                }
            }

            fn size(&self) -> Option<usize> {
                Some($size)
            }
        }
    };
}

tuple!(1: A 0);
tuple!(2: A 0, B 1);
tuple!(3: A 0, B 1, C 2);
tuple!(4: A 0, B 1, C 2, D 3);
tuple!(5: A 0, B 1, C 2, D 3, E 4);
tuple!(6: A 0, B 1, C 2, D 3, E 4, F 5);
tuple!(7: A 0, B 1, C 2, D 3, E 4, F 5, G 6);
tuple!(8: A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7);
tuple!(9: A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7, I 8);
tuple!(10: A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7, I 8, J 9);
tuple!(11: A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7, I 8, J 9, K 10);
tuple!(12: A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7, I 8, J 9, K 10, L 11);
