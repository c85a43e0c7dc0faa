//! What the engine refuses, with the facts a caller needs to say it.

/// A refusal to build an election or to count it. The `Display` text is for developers.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// Two projects carry the same identifier.
    #[error("project {0} is given twice")]
    DuplicateProject(String),
    /// An amount, a number of projects or of ballots is above what the engine takes.
    #[error("too large")]
    TooLarge,
    /// A ballot names a project twice, or one that does not exist, or gives too many points.
    #[error("a ballot cannot be read")]
    Ballot,
    /// The rule needs approvals.
    #[error("the rule needs approval ballots")]
    NeedsApprovals,
    /// The rule needs points, ranks or grades.
    #[error("the rule needs points, ranks or grades")]
    NeedsPoints,
    /// An explicit order of ties does not hold every project once.
    #[error("the order of ties does not hold every project once")]
    TieOrder,
    /// An envelope names a project that does not exist.
    #[error("envelope {0} names an unknown project")]
    Envelope(String),
    /// The exact knapsack knows no envelope.
    #[error("the exact knapsack knows no envelope")]
    KnapsackEnvelopes,
    /// The budget is raised by nothing.
    #[error("an increment of zero")]
    Increment,
    /// The exact knapsack needs more memory than is allowed.
    #[error("the exact knapsack is too large")]
    KnapsackTooLarge,
}
