//! Starting and stopping: each trouble says what, why, what next.

use std::net::TcpListener;

use crate::tools::{Folder, free_port};

#[test]
fn a_second_server_on_the_same_folder_is_refused() {
    let folder = Folder::with_administrator();
    let _server = folder.serve(free_port());
    let said = folder.run(&["serve", "--listen", &format!("127.0.0.1:{}", free_port())]);
    assert!(!said.well && said.text.contains("Un autre processus Arpent"), "{}", said.text);
}

#[test]
fn a_port_already_taken_is_named_with_a_way_out() {
    let taken = TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = taken.local_addr().expect("its address").to_string();
    let said = Folder::new().run(&["serve", "--listen", &address]);
    assert!(!said.well && said.text.contains(&address) && said.text.contains("ARPENT_LISTEN"), "{}", said.text);
}

#[test]
fn a_database_that_does_not_answer_is_named_without_its_password() {
    let folder = Folder::new();
    let said = folder.run(&["serve", "--database-url", "postgres://arpent:mot2passe@127.0.0.1:1/arpent"]);
    assert!(!said.well && said.text.contains("ne répond pas"), "{}", said.text);
    assert!(!said.text.contains("mot2passe"), "a secret was said: {}", said.text);
}

#[test]
fn a_server_asked_to_end_ends_well_and_leaves_the_folder_free() {
    let folder = Folder::with_administrator();
    let mut server = folder.serve(free_port());
    assert!(server.terminate());
    let mut again = folder.serve(free_port());
    assert!(again.answers("/health"));
    assert!(again.terminate());
}

#[test]
fn a_wrong_option_is_named_in_the_language_of_the_person() {
    let folder = Folder::new();
    let french = folder.run(&["serve", "--porte", "80"]);
    assert!(french.text.contains("L’option --porte n’existe pas"), "{}", french.text);
    let english = folder.run(&["serve", "--porte", "80", "--lang", "en"]);
    assert!(english.text.contains("There is no option --porte"), "{}", english.text);
}
