//! What can be allowed on the shared objects, and to whom by default.

use arpent_core::{Permission, Role};

/// Preparing and editing a démarche.
pub const INITIATIVE_EDIT: Permission = Permission("initiative.edit");
/// Closing a démarche.
pub const INITIATIVE_CLOSE: Permission = Permission("initiative.close");
/// Keying what someone said on paper or aloud.
pub const CONTRIBUTION_KEY: Permission = Permission("contribution.key");
/// Bringing in a file.
pub const CONTRIBUTION_IMPORT: Permission = Permission("contribution.import");
/// Hiding and showing again.
pub const CONTRIBUTION_MODERATE: Permission = Permission("contribution.moderate");
/// Merging doubles.
pub const CONTRIBUTION_MERGE: Permission = Permission("contribution.merge");
/// Reading what is hidden.
pub const CONTRIBUTION_READ_HIDDEN: Permission = Permission("contribution.read_hidden");
/// Editing what one said oneself.
pub const CONTRIBUTION_EDIT_OWN: Permission = Permission("contribution.edit_own");
/// Creating themes and classifying.
pub const THEME_EDIT: Permission = Permission("theme.edit");
/// Answering in the authority's name.
pub const ANSWER_GIVE: Permission = Permission("answer.give");
/// Writing options.
pub const OPTION_EDIT: Permission = Permission("option.edit");
/// Writing experiments and entering their result.
pub const EXPERIMENT_EDIT: Permission = Permission("experiment.edit");
/// Authorising an experiment, which freezes it.
pub const EXPERIMENT_AUTHORISE: Permission = Permission("experiment.authorise");
/// Deciding; the mandate of the day is checked besides.
pub const DECISION_TAKE: Permission = Permission("decision.take");
/// Taking a commitment; the mandate of the day is checked besides.
pub const COMMITMENT_TAKE: Permission = Permission("commitment.take");
/// Reporting on a commitment.
pub const COMMITMENT_REPORT: Permission = Permission("commitment.report");
/// Entering measures.
pub const MEASURE_ENTER: Permission = Permission("measure.enter");
/// Recording what representatives were told or said.
pub const CONSULTATION_RECORD: Permission = Permission("consultation.record");
/// Keeping what is remembered from a démarche.
pub const LEARNING_WRITE: Permission = Permission("learning.write");
/// Preparing, announcing, cancelling meetings, publishing their minutes.
pub const MEETING_RUN: Permission = Permission("meeting.run");
/// Reading who signed up for a meeting, and noting who came.
pub const MEETING_WELCOME: Permission = Permission("meeting.welcome");
/// Recording areas, organisations, memberships and mandates.
pub const TERRITORY_EDIT: Permission = Permission("territory.edit");

use Role::{
    Administrator, Agent, Ambassador, Dpo, ElectedOfficial, Facilitator, Inhabitant, Manager, PartnerDelegate,
    UnionRepresentative,
};

/// The default roles of each permission.
pub const DEFAULTS: &[(Permission, &[Role])] = &[
    (INITIATIVE_EDIT, &[Facilitator, Administrator]),
    (INITIATIVE_CLOSE, &[Facilitator, ElectedOfficial]),
    (CONTRIBUTION_KEY, &[Agent, Ambassador, Facilitator]),
    (CONTRIBUTION_IMPORT, &[Facilitator]),
    (CONTRIBUTION_MODERATE, &[Facilitator]),
    (CONTRIBUTION_MERGE, &[Facilitator]),
    (CONTRIBUTION_READ_HIDDEN, &[Facilitator, Manager, Administrator]),
    (CONTRIBUTION_EDIT_OWN, &[Inhabitant]),
    (THEME_EDIT, &[Facilitator, Ambassador]),
    (ANSWER_GIVE, &[Agent, Manager, Facilitator, ElectedOfficial, PartnerDelegate, Dpo]),
    (OPTION_EDIT, &[Facilitator, Ambassador, Agent]),
    (EXPERIMENT_EDIT, &[Facilitator, Ambassador, Agent, Manager]),
    (EXPERIMENT_AUTHORISE, &[Manager, ElectedOfficial]),
    (DECISION_TAKE, &[ElectedOfficial]),
    (COMMITMENT_TAKE, &[ElectedOfficial, Manager, PartnerDelegate]),
    (COMMITMENT_REPORT, &[ElectedOfficial, Manager, PartnerDelegate, Agent]),
    (MEASURE_ENTER, &[Facilitator, Agent, Manager]),
    (CONSULTATION_RECORD, &[Facilitator, Manager, ElectedOfficial, UnionRepresentative]),
    (LEARNING_WRITE, &[Agent, Ambassador, Facilitator, Manager, ElectedOfficial, Administrator]),
    (MEETING_RUN, &[Facilitator]),
    (MEETING_WELCOME, &[Facilitator, Agent, Ambassador]),
    (TERRITORY_EDIT, &[Administrator]),
];
