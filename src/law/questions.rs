//! What should still be asked, because the answer can change the verdict?

use super::language::Words;
use super::variable::Variable;

/// A question about the plan.
#[derive(Debug, Clone, PartialEq)]
pub struct Question {
    /// The input it fills.
    pub input: Variable,
    /// How it is answered.
    pub answer: AnswerKind,
    /// The question.
    pub text: Words,
}

/// How a question is answered.
#[derive(Debug, Clone, PartialEq)]
pub enum AnswerKind {
    /// `true` or `false`.
    YesNo,
    /// A number in a unit: `㎡`, `kW`, `階`.
    Number {
        /// The unit.
        unit: &'static str,
    },
    /// One of these.
    Choice(Vec<Choice>),
}

/// One answer to choose.
#[derive(Debug, Clone, PartialEq)]
pub struct Choice {
    /// The value the input takes.
    pub value: &'static str,
    /// What is shown.
    pub text: Words,
}

impl AnswerKind {
    /// The word used in the API.
    pub const fn slug(&self) -> &'static str {
        match self {
            Self::YesNo => "yes_no",
            Self::Number { .. } => "number",
            Self::Choice(_) => "choice",
        }
    }
}
