//! What the index promises, on a few answers of our own.

use arpent_similar_texts::{GroupOptions, Index, group};
use proptest::prelude::*;

const ANSWERS: [(u32, &str); 12] = [
    (1, "Il faudrait plus d'arbres dans la cour de l'école Jean-Moulin."),
    (2, "Des arbres à l'école Jean Moulin, il fait trop chaud dans la cour !"),
    (3, "Végétaliser la cour de l'école : arbres, ombre, fontaine."),
    (4, "La ligne 7 ne passe plus le dimanche, remettez le bus du dimanche."),
    (5, "Un bus le dimanche pour aller au marché."),
    (6, "Plus de bus le soir et le dimanche sur la ligne 7."),
    (7, "Les horaires de la mairie ne conviennent pas à ceux qui travaillent."),
    (8, "Ouvrir la mairie le samedi matin, en dehors des horaires de travail."),
    (9, "La mairie devrait ouvrir plus tard le soir."),
    (10, "Rien à signaler"),
    (11, "RIEN   A SIGNALER !"),
    (12, "Merci pour le feu d'artifice."),
];

fn ids(index: &Index<u32>, text: &str, k: usize) -> Vec<u32> {
    index.nearest(text, k, 0.05).into_iter().map(|found| found.id).collect()
}

#[test]
fn finds_the_same_subject_despite_other_forms_and_slips() {
    let index = Index::build(ANSWERS);
    assert!(ids(&index, "arbre ecole", 3).iter().all(|id| [1, 2, 3].contains(id)));
    assert!(ids(&index, "des buss pour le dimmanche", 3).iter().all(|id| [4, 5, 6].contains(id)));
    assert_eq!(ids(&index, "xylophone", 3), [0; 0]);
    assert_eq!(ids(&index, "?!", 3), [0; 0]);
}

#[test]
fn gives_one_to_equal_texts_only() {
    let index = Index::build(ANSWERS);
    let near = index.nearest("rien à signaler", 3, 0.0);
    assert_eq!(
        near.iter().map(|found| (found.id, found.score >= 1.0)).collect::<Vec<_>>()[..2],
        [(10, true), (11, true)]
    );
    let same_words = index.nearest("La cour de l'école : arbres, ombre, fontaine, végétaliser", 1, 0.0);
    assert!(same_words[0].score > 0.99 && same_words[0].score < 1.0);
}

#[test]
fn finds_a_new_text_at_once_and_a_removed_one_no_more() {
    let mut index = Index::build(ANSWERS);
    index.insert(20, "Une piste cyclable vers la gare");
    assert_eq!(ids(&index, "piste cyclable", 1), [20]);
    index.insert(20, "Un composteur par quartier");
    assert_eq!(ids(&index, "piste cyclable gare", 1), [0; 0]);
    assert_eq!(index.nearest_to(20, 1).len(), 1);
    assert!(index.remove(20) && !index.remove(20) && !index.contains(20));
    assert_eq!(ids(&index, "composteur", 1), [0; 0]);
    assert_eq!(index.len(), ANSWERS.len());
}

#[test]
fn looks_only_where_it_is_told() {
    let index = Index::build(ANSWERS);
    let near = index.nearest_where("arbres de l'école", 5, 0.0, |id| id > 3);
    assert!(near.iter().all(|found| found.id > 3));
    assert!(index.nearest_to_where(1, 5, |id| id == 2).iter().all(|found| found.id == 2));
    assert!(index.nearest_to(1, 20).iter().all(|found| found.id != 1));
}

#[test]
fn gives_the_same_answers_whatever_happened_before() {
    let built = Index::build(ANSWERS);
    let mut grown = Index::default();
    for (id, text) in ANSWERS.iter().rev() {
        grown.insert(*id, "autre chose, tout autre chose");
        grown.insert(100 + id, text);
        grown.insert(*id, text);
        grown.remove(100 + id);
    }
    grown.rebuild();
    for (id, text) in ANSWERS {
        assert_eq!(built.nearest_to(id, 12), grown.nearest_to(id, 12));
        assert_eq!(built.nearest(text, 12, 0.0), grown.nearest(text, 12, 0.0));
    }
}

#[test]
fn proposes_themes_that_cite_their_members() {
    let options = GroupOptions { min_similarity: 0.1, ..GroupOptions::default() };
    let grouping = group(&ANSWERS, &options);
    let mut themes: Vec<Vec<u32>> = grouping.groups.iter().map(|theme| theme.members.clone()).collect();
    for members in &mut themes {
        members.sort_unstable();
    }
    themes.sort();
    assert_eq!(themes, [[1, 2, 3], [4, 5, 6], [7, 8, 9]]);
    assert_eq!(grouping.unclassified, [10, 11, 12]);
    for theme in &grouping.groups {
        let source = ANSWERS.iter().find(|(id, _)| *id == theme.title_from).unwrap().1;
        assert!(source.contains(&theme.title) && theme.members.contains(&theme.title_from));
        assert!(!theme.keywords.is_empty());
    }
}

#[test]
fn leaves_everything_unclassified_rather_than_guess() {
    let grouping = group(&ANSWERS[9..], &GroupOptions::default());
    assert!(grouping.groups.is_empty());
    assert_eq!(grouping.unclassified, [10, 11, 12]);
    assert_eq!(group::<u32>(&[], &GroupOptions::default()).unclassified, [0; 0]);
}

proptest! {
    #[test]
    fn every_score_is_a_share_in_order(texts in prop::collection::vec("[a-e ]{0,20}", 0..30), asked in "[a-f ]{0,20}") {
        let mut index = Index::default();
        for (id, text) in texts.iter().enumerate() {
            index.insert(id, text);
        }
        let near = index.nearest(&asked, 10, 0.0);
        prop_assert!(near.iter().all(|found| (0.0..=1.0).contains(&found.score)));
        prop_assert!(near.is_sorted_by(|one, other| (other.score, one.id) < (one.score, other.id)));
    }

    #[test]
    fn likeness_goes_both_ways(one in "[a-e ]{1,20}", other in "[a-e ]{1,20}") {
        let index = Index::build([(1, one.as_str()), (2, other.as_str()), (3, "abcde")]);
        let (there, back) = (index.similarity(1, 2).unwrap(), index.similarity(2, 1).unwrap());
        prop_assert!((there - back).abs() < 1e-4);
    }
}
