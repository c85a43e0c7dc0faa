//! The help of the command line and its refusals, in the person's language.
//!
//! Each command has one message in the language files (`help-backup`), each of its arguments an attribute of it
//! (`.file`); a test compares them with the commands.

use std::process::ExitCode;

use clap::builder::StyledStr;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, ArgAction, Command, CommandFactory as _};

use crate::CommandLine;
use crate::terminal::{complain, say};
use crate::texts::Texts;

/// Key of the message of the whole command line.
const ROOT: &str = "help";

/// The command line with its help in a language.
pub fn command_line(t: Texts) -> Command {
    let help = Arg::new("help").short('h').long("help").action(ArgAction::Help).global(true);
    let version = Arg::new("version").short('V').long("version").action(ArgAction::Version);
    let command = CommandLine::command().disable_version_flag(true).arg(version).arg(help);
    translated(command, ROOT, t)
}

fn translated(command: Command, key: &str, t: Texts) -> Command {
    let about = t.say(key).unwrap_or_default();
    let usage = t.help_usage();
    let template = format!("{{about}}\n\n{usage} {{usage}}\n\n{{all-args}}");
    let command = command
        .about(about)
        .long_about(None::<&str>)
        .disable_help_flag(true)
        .help_template(template)
        .subcommand_help_heading(heading(t.help_commands()))
        .subcommand_value_name(t.help_command_name())
        .mut_args(|argument| explained(argument, key, t));
    let names: Vec<String> = command.get_subcommands().map(|sub| sub.get_name().to_owned()).collect();
    names.into_iter().fold(command, |command, name| {
        let key = format!("{key}-{name}");
        command.mut_subcommand(name, |sub| translated(sub, &key, t))
    })
}

fn explained(argument: Arg, command: &str, t: Texts) -> Arg {
    let words = t.say(&key(command, &argument)).unwrap_or_default();
    let defaults: Vec<String> =
        argument.get_default_values().iter().map(|value| value.to_string_lossy().into_owned()).collect();
    let default = (takes_value(&argument) && !defaults.is_empty()).then(|| t.help_default(defaults.join(" ")));
    let variable = argument.get_env().map(|name| name.to_string_lossy().into_owned());
    let notes: Vec<String> = default.into_iter().chain(variable).collect();
    let help = if notes.is_empty() { words.to_owned() } else { format!("{words} ({})", notes.join(" ; ")) };
    let group = if argument.is_positional() {
        t.help_arguments()
    } else if command == ROOT {
        t.help_common_options()
    } else {
        t.help_options()
    };
    let with_value = takes_value(&argument);
    let name = argument.get_value_names().and_then(|names| t.say(&format!("value-{}", names.first()?.to_lowercase())));
    let argument =
        argument.help(StyledStr::from(help)).long_help(None::<&str>).help_heading(heading(group)).hide_env(true);
    let argument = name.into_iter().fold(argument, Arg::value_name);
    if with_value { argument.hide_default_value(true).hide_possible_values(true) } else { argument }
}

/// Language files write the colon, with the space of their language; clap adds its own.
fn heading(text: &'static str) -> &'static str {
    text.trim_end_matches(':')
}

fn takes_value(argument: &Arg) -> bool {
    matches!(argument.get_action(), ArgAction::Set | ArgAction::Append)
}

fn key(command: &str, argument: &Arg) -> String {
    format!("{command}.{}", argument.get_id().as_str().replace('_', "-"))
}

/// Commands and arguments that the language files do not explain.
pub fn words_missing(t: Texts) -> Vec<String> {
    fn walk(command: &Command, path: &str, t: Texts, missing: &mut Vec<String>) {
        let keys = command.get_arguments().map(|argument| key(path, argument)).chain([path.to_owned()]);
        missing.extend(keys.filter(|key| t.say(key).is_none()));
        for sub in command.get_subcommands() {
            walk(sub, &format!("{path}-{}", sub.get_name()), t, missing);
        }
    }
    let mut missing = Vec::new();
    walk(&command_line(t), ROOT, t, &mut missing);
    missing
}

/// Says what is wrong with what was typed, or the help that was asked for.
pub(crate) fn refuse(error: &clap::Error, t: Texts) -> ExitCode {
    let text = error.render().to_string();
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => say(text.trim_end()),
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => complain(text.trim_end()),
        kind => {
            complain(&sentence(error, kind, t).unwrap_or(text));
            complain(&format!("→ {}", t.usage_next()));
        }
    }
    u8::try_from(error.exit_code()).map_or(ExitCode::FAILURE, ExitCode::from)
}

fn sentence(error: &clap::Error, kind: ErrorKind, t: Texts) -> Option<String> {
    let of = |kind| match error.get(kind) {
        Some(ContextValue::String(text)) => Some(text.clone()),
        Some(ContextValue::Strings(texts)) => Some(texts.join(", ")),
        _ => None,
    };
    let argument = of(ContextKind::InvalidArg);
    Some(match kind {
        ErrorKind::UnknownArgument => t.usage_unknown(argument?),
        ErrorKind::InvalidSubcommand => t.usage_unknown_command(of(ContextKind::InvalidSubcommand)?),
        ErrorKind::MissingRequiredArgument => t.usage_missing(argument?),
        ErrorKind::ArgumentConflict => t.usage_conflict(argument?),
        ErrorKind::InvalidValue => {
            let accepted = of(ContextKind::ValidValue).filter(|accepted| !accepted.is_empty());
            t.usage_value(accepted.unwrap_or_else(|| "…".into()), argument?, of(ContextKind::InvalidValue)?)
        }
        ErrorKind::ValueValidation => {
            let why = std::error::Error::source(error).map(ToString::to_string).unwrap_or_default();
            t.usage_value(why, argument?, of(ContextKind::InvalidValue)?)
        }
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use arpent_texts::Lang;

    use super::*;

    #[test]
    fn every_command_and_argument_is_explained_in_both_languages() {
        for lang in [Lang::Fr, Lang::En] {
            assert_eq!(words_missing(Texts::new(lang)), Vec::<String>::new(), "{lang}");
        }
    }

    #[test]
    fn clap_finds_the_command_line_well_made() {
        command_line(Texts::new(Lang::Fr)).debug_assert();
    }

    #[test]
    fn an_unknown_option_is_named() {
        let t = Texts::new(Lang::En);
        let error = command_line(t).try_get_matches_from(["arpent", "serve", "--prot", "80"]).expect_err("unknown");
        assert!(sentence(&error, error.kind(), t).expect("a sentence").contains("--prot"));
    }
}
