//! What does a question look like, and how is it answered?

use super::error::LawError;
use super::inputs::ProcessClass;
use super::language::Words;
use super::questions::NEVER_ASKED;
use super::rows::Rows;
use super::variable::{Kind, Variable};
use super::wording_limits::unit;

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

impl Question {
    pub(super) fn about(input: Variable, text: &Words) -> Self {
        Self { input, answer: AnswerKind::of(input), text: text.clone() }
    }
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

    fn of(variable: Variable) -> Self {
        match variable.kind() {
            Kind::YesNo => Self::YesNo,
            Kind::Class => Self::Choice(ProcessClass::ALL.iter().map(|c| choice(*c)).collect()),
            Kind::Number | Kind::Share | Kind::Storey => Self::Number { unit: unit(variable) },
        }
    }
}

fn choice(class: ProcessClass) -> Choice {
    let (ja, en, easy) = match class {
        ProcessClass::None => ("どれも行わない", "None of them", "しない"),
        ProcessClass::To3 => (
            "(と)項第3号の工程（印刷、メッキ、射出成形、0.75kW以下の吹付塗装など）",
            "A process of と 3 (printing, plating, injection moulding, spray painting up to 0.75 kW …)",
            "印刷・メッキなど",
        ),
        ProcessClass::Nu3 => (
            "(ぬ)項第3号の工程（引火性溶剤のドライクリーニング、0.75kWを超える吹付塗装、陶磁器、せっけんなど）",
            "A process of ぬ 3 (dry cleaning with flammable solvent, spray painting above 0.75 kW, ceramics, soap …)",
            "ドライクリーニング・塗装・焼きもの・せっけんなど",
        ),
        ProcessClass::Ru1 => (
            "(る)項第1号の工程（火薬、危険物の製造、製革、製紙、セメントなど）",
            "A process of る 1 (explosives, making hazardous materials, tanning, paper, cement …)",
            "火薬・薬・紙・セメントなどを 作る",
        ),
    };
    Choice { value: class.slug(), text: Words { ja: ja.into(), en: en.into(), easy: easy.into() } }
}

const TABLE: &str = "inputs.csv";

/// Reads the words of the questions; every input that is asked has one.
pub(super) fn read(csv: &str) -> Result<Vec<(Variable, Words)>, LawError> {
    let rows = Rows::read(TABLE, csv, &["input", "ja", "en", "easy"])?;
    let read: Vec<(Variable, Words)> = rows
        .iter()
        .map(|row| {
            let input = row.word("input", "input", Variable::from_slug)?;
            let words = Words {
                ja: row.filled("ja")?.into(),
                en: row.filled("en")?.into(),
                easy: row.filled("easy")?.into(),
            };
            Ok((input, words))
        })
        .collect::<Result<_, LawError>>()?;
    let asked = Variable::INPUTS.iter().filter(|v| !NEVER_ASKED.contains(v));
    match asked.into_iter().find(|v| !read.iter().any(|(input, _)| input == *v)) {
        Some(unworded) => Err(LawError::MissingQuestion { table: TABLE.to_owned(), input: unworded.slug() }),
        None => Ok(read),
    }
}
