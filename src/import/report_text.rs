//! The report as people read it: counts first, then what needs a look.

use std::fmt;

use super::report::Report;

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(
            f,
            "{}: read {}, accepted {}, repaired {}, refused {}, skipped {}",
            self.kind, self.read, self.accepted, self.repaired, self.refused, self.skipped
        )
    }
}
