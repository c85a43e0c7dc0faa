//! A signature given on paper, keyed by whoever has the sheet in hand.

use arpent_commons::domain::people::Organisation;
use arpent_commons::domain::problems::Problems;
use arpent_commons::domain::text::{SHORT, optional, required};
use arpent_core::digest::sha256;
use arpent_core::{Event, Id};
use arpent_web::identity::Email;
use arpent_web::{Caller, FieldProblem, Refusal};
use jiff::civil::Date;

use super::signatures::{CODE, Signed, blank, gate, offered, signable, words};
use super::{KEY, already, get, place, scope, too_old};
use crate::EDIT;
use crate::domain::charter::Charter;
use crate::domain::signature::{Signature, SignatureState};
use crate::domain::sub::{Item, SubCharter};
use crate::store::{signatures, subs};
use crate::texts::Texts;

/// A sheet, as keyed.
#[derive(Debug, Clone, Default)]
pub struct Sheet {
    /// Which sub-charter.
    pub sub: Option<Id<SubCharter>>,
    /// The organisation; none for someone who signs in her own name.
    pub organisation: Option<Id<Organisation>>,
    /// Whose hand.
    pub signer: String,
    /// Where to write to her; may be empty.
    pub email: String,
    /// The document that gives her mandate; without it the signature of an organisation waits.
    pub proof: String,
    /// The day on the sheet; today when it has none.
    pub signed_on: Option<Date>,
    /// Actions chosen and prohibitions accepted.
    pub items: Vec<Id<Item>>,
    /// Commitments of its own, one per line.
    pub commitments: String,
    /// What it does not agree with.
    pub reservations: String,
    /// An individual accepts to be named.
    pub public_name: bool,
    /// The form's key: the same sheet sent twice is one signature.
    pub submission: String,
}

/// Keys a signature given on paper.
///
/// # Errors
/// Not allowed, nothing to sign, fields to correct, conditions that are not met, or signed already.
pub async fn key(caller: &Caller, charter: Id<Charter>, sheet: &Sheet) -> Result<Signed, Refusal> {
    let charter = get(&caller.db, charter).await?;
    let tx = caller.begin(EDIT, scope(&charter)).await?;
    let version = signable(&tx, charter.id, caller).await?;
    let signature = read(caller, sheet, blank(caller, &charter, &version))?;
    let menus = subs::of_version(&tx, version.id).await?;
    let items = offered(&signature, &menus, &sheet.items);
    let twice = already("signed-already", |t: Texts| t.signed_already());
    signatures::add(&tx, &signature, caller.actor.person).await.map_err(&twice)?;
    signatures::choose(&tx, signature.id, &items).await?;
    gate(&tx, &signature, &format!("{}/saisie", place(&tx, &charter).await?)).await?;
    let proved = signature.individual || !signature.proof.is_empty();
    let state = if proved { SignatureState::Signed } else { SignatureState::Pending };
    let on = signature.signed_on.unwrap_or_else(|| caller.today());
    signatures::sign(&tx, signature.id, state, on).await.map_err(twice)?;
    let event = Event::new("charter.signature_keyed", "charter_signature", signature.id).within(charter.initiative);
    tx.commit(event.with("state", state.code()).with("version", version.number)).await?;
    Ok(Signed { code: signature.code, state })
}

fn read(caller: &Caller, sheet: &Sheet, blank: Signature) -> Result<Signature, Refusal> {
    let mut p = Problems::default();
    let (commitments, reservations) = words(&sheet.commitments, &sheet.reservations)?;
    let email = p.read(Email::parse_optional(&sheet.email, "email"));
    let signed_on = sheet.signed_on.unwrap_or_else(|| caller.today());
    p.require(signed_on <= caller.today(), || {
        FieldProblem::new("signed_on", "future", |l| Texts::new(l).day_to_come().into())
    });
    p.require(sheet.sub.is_some(), || FieldProblem::new("sub", "missing", |l| Texts::new(l).sign_sub_missing().into()));
    p.require(KEY.contains(&sheet.submission.trim().len()), too_old);
    let signature = Signature {
        code: sha256(&sheet.submission).chars().take(CODE).collect(),
        sub: sheet.sub,
        organisation: sheet.organisation,
        individual: sheet.organisation.is_none(),
        public_name: sheet.public_name,
        signer: p.read(required(&sheet.signer, "signer", SHORT)),
        email: email.map(|email| email.as_str().to_owned()),
        proof: p.read(optional(&sheet.proof, "proof", SHORT)),
        commitments,
        reservations,
        signed_on: Some(signed_on),
        ..blank
    };
    p.done()?;
    Ok(signature)
}
