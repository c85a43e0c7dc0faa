//! Tables and events of the second half of the loop: options, experiments, decisions, commitments, measures; and of
//! meetings, which serve every step of it.

use arpent_core::manifest::{EventKind, Personal, Table};

const fn table(name: &'static str, personal: Personal) -> Table {
    Table { name, personal }
}

const fn event(kind: &'static str, meaning: &'static str) -> EventKind {
    EventKind { kind, meaning }
}

/// Its tables. Ids of people are there as the proof of an act; names are erased where they live.
pub const TABLES: &[Table] = &[
    table("option", Personal::None),
    table("metric", Personal::None),
    table("measure", Personal::Proof),
    table("experiment", Personal::Proof),
    table("experiment_result", Personal::Proof),
    table("consultation", Personal::Proof),
    table("consultation_vote", Personal::None),
    table("decision", Personal::Proof),
    table("decision_dissent", Personal::Proof),
    table("commitment", Personal::Proof),
    table("commitment_report", Personal::Proof),
    table("commitment_withdrawal", Personal::Proof),
    table("commitment_comparison", Personal::Proof),
    table("learning", Personal::Proof),
    table("closing", Personal::Proof),
    table("meeting", Personal::None),
    table("meeting_sign_up", Personal::Covered),
    table("meeting_walk_in", Personal::None),
    table("meeting_table", Personal::Covered),
    table("meeting_said", Personal::Covered),
    table("meeting_minutes", Personal::Proof),
];

/// What is written to the journal about them.
pub const EVENTS: &[EventKind] = &[
    event("option.created", "an option was written"),
    event("option.edited", "an option was changed"),
    event("option.rests_on", "what an option rests on was changed"),
    event("metric.created", "a metric was set"),
    event("metric.reworded", "a metric was said in better words"),
    event("measure.entered", "a measure was entered"),
    event("measure.corrected", "a measure was corrected, the value before kept"),
    event("experiment.created", "an experiment was written"),
    event("experiment.edited", "an experiment was changed before it was authorised"),
    event("experiment.authorised", "an experiment was authorised, and frozen"),
    event("experiment.result_entered", "the result of an experiment was entered or corrected"),
    event("consultation.recorded", "what representatives were told or said was recorded"),
    event("decision.drafted", "a decision was drafted"),
    event("decision.edited", "a draft of a decision was changed"),
    event("decision.published", "a decision was taken and published"),
    event("decision.correction_opened", "a new version of a decision was opened"),
    event("commitment.taken", "an organisation committed itself"),
    event("commitment.reported", "a commitment was reported on"),
    event("commitment.withdrawn", "a commitment was given up, with its reason"),
    event("commitment.compared", "the measures a commitment is judged by were named"),
    event("learning.kept", "what is remembered was written down"),
    event("answer.handed_over", "a printed answer was handed over"),
    event("answer.batch_handed_over", "printed answers were handed over together"),
    event("initiative.closed", "a démarche was closed"),
    event("meeting.prepared", "a meeting was prepared"),
    event("meeting.edited", "a meeting was changed"),
    event("meeting.announced", "a meeting was announced"),
    event("meeting.held", "a meeting was marked as held"),
    event("meeting.cancelled", "a meeting was cancelled, with its reason"),
    event("meeting.table_described", "who held the pen at a table was said, or its sheet photographed"),
    event("meeting.noted", "what someone said at a table was written down"),
    event("meeting.note_corrected", "a note was corrected before being read again"),
    event("meeting.notes_checked", "notes of the tables were read again"),
    event("meeting.note_proposed", "what someone said at a table became a contribution"),
    event("meeting.output_linked", "a record was said to have come out of a meeting"),
    event("meeting.output_unlinked", "a record was no longer said to have come out of a meeting"),
    event("meeting.arrivals_noted", "comings noted without a network were sent"),
    event("meeting.minutes_published", "the minutes of a meeting were published or corrected"),
    event("meeting.walk_ins_counted", "those who came without signing up were counted"),
    event("meeting.forgotten", "names and addresses of those who signed up were erased, their time being over"),
    event("sign_up.taken", "someone signed up for a meeting"),
    event("sign_up.invited", "someone was invited by name to a seat kept for guests"),
    event("sign_up.cancelled", "someone gave her seat back"),
    event("sign_up.promoted", "someone left the waiting list for a seat"),
    event("sign_up.presence", "someone's coming was noted, or taken back"),
    event("sign_up.forgotten", "someone had the name and the addresses she left forgotten"),
];
