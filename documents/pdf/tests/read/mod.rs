//! A PDF read back.

use lopdf::{Dictionary, Document, Object};

pub struct File {
    pdf: Document,
}

impl File {
    pub fn read(bytes: &[u8]) -> Self {
        Self { pdf: Document::load_mem(bytes).unwrap() }
    }

    fn follow<'a>(&'a self, object: &'a Object) -> &'a Object {
        self.pdf.dereference(object).unwrap().1
    }

    fn entry<'a>(&'a self, dictionary: &'a Dictionary, key: &str) -> Option<&'a Object> {
        dictionary.get(key.as_bytes()).ok().map(|object| self.follow(object))
    }

    fn catalog(&self) -> &Dictionary {
        self.pdf.catalog().unwrap()
    }

    fn flag(&self, dictionary: &str, key: &str) -> bool {
        let found = self.entry(self.catalog(), dictionary).and_then(|one| self.entry(one.as_dict().unwrap(), key));
        found.is_some_and(|one| one.as_bool().unwrap())
    }

    pub fn is_marked(&self) -> bool {
        self.flag("MarkInfo", "Marked") && self.entry(self.catalog(), "StructTreeRoot").is_some()
    }

    pub fn shows_its_title(&self) -> bool {
        self.flag("ViewerPreferences", "DisplayDocTitle")
    }

    pub fn xmp(&self) -> String {
        let stream = self.entry(self.catalog(), "Metadata").unwrap().as_stream().unwrap();
        let bytes = stream.decompressed_content().unwrap_or_else(|_| stream.content.clone());
        String::from_utf8(bytes).unwrap()
    }

    pub fn language(&self) -> String {
        words(self.entry(self.catalog(), "Lang").unwrap())
    }

    pub fn title(&self) -> String {
        let info = self.follow(self.pdf.trailer.get(b"Info").unwrap()).as_dict().unwrap();
        words(self.entry(info, "Title").unwrap())
    }

    pub fn pages(&self) -> usize {
        self.pdf.get_pages().len()
    }

    /// The text of every page, in the order in which it is drawn.
    pub fn text(&self) -> String {
        let pages: Vec<u32> = self.pdf.get_pages().into_keys().collect();
        let text = self.pdf.extract_text(&pages).unwrap();
        let spaced = text.replace(['\u{a0}', '\u{202f}', '\n'], " ");
        spaced.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// The first page that says this.
    pub fn page_of(&self, words: &str) -> Option<u32> {
        self.pdf.get_pages().into_keys().find(|page| self.pdf.extract_text(&[*page]).unwrap().contains(words))
    }

    pub fn bookmarks(&self) -> Vec<String> {
        let outlines = self.entry(self.catalog(), "Outlines").unwrap().as_dict().unwrap();
        let mut found = Vec::new();
        self.bookmarks_of(outlines, &mut found);
        found
    }

    fn bookmarks_of(&self, parent: &Dictionary, found: &mut Vec<String>) {
        let mut next = self.entry(parent, "First");
        while let Some(one) = next.map(|one| one.as_dict().unwrap()) {
            found.push(words(self.entry(one, "Title").unwrap()));
            self.bookmarks_of(one, found);
            next = self.entry(one, "Next");
        }
    }

    /// The branches of the tree, in reading order.
    fn branches(&self) -> Vec<&Dictionary> {
        let mut found = Vec::new();
        self.walk(self.entry(self.catalog(), "StructTreeRoot").unwrap(), &mut found);
        found
    }

    fn walk<'a>(&'a self, object: &'a Object, found: &mut Vec<&'a Dictionary>) {
        match self.follow(object) {
            Object::Array(children) => children.iter().for_each(|child| self.walk(child, found)),
            Object::Dictionary(branch) => {
                if branch.has(b"S") {
                    found.push(branch);
                }
                if let Ok(children) = branch.get(b"K") {
                    self.walk(children, found);
                }
            }
            _ => {}
        }
    }

    pub fn roles(&self) -> Vec<String> {
        let name =
            |branch: &&Dictionary| String::from_utf8(branch.get(b"S").unwrap().as_name().unwrap().to_vec()).unwrap();
        self.branches().iter().map(name).collect()
    }

    fn said(&self, key: &str, only: &str) -> Vec<String> {
        let of =
            |branch: &&Dictionary| only.is_empty() || branch.get(b"S").unwrap().as_name().unwrap() == only.as_bytes();
        self.branches()
            .iter()
            .filter(|branch| of(branch))
            .filter_map(|branch| self.entry(branch, key))
            .map(words)
            .collect()
    }

    pub fn alternatives(&self) -> Vec<String> {
        self.said("Alt", "Figure")
    }

    pub fn part_languages(&self) -> Vec<String> {
        self.said("Lang", "Part")
    }

    /// What each head of a table heads.
    pub fn scopes(&self) -> Vec<String> {
        let mut found = Vec::new();
        for branch in self.branches() {
            if let Some(attributes) = self.entry(branch, "A") {
                self.scopes_of(attributes, &mut found);
            }
        }
        found
    }

    fn scopes_of(&self, attributes: &Object, found: &mut Vec<String>) {
        match self.follow(attributes) {
            Object::Array(all) => all.iter().for_each(|one| self.scopes_of(one, found)),
            Object::Dictionary(one) => {
                let scope = self.entry(one, "Scope").map(|scope| scope.as_name().unwrap().to_vec());
                found.extend(scope.map(|name| String::from_utf8(name).unwrap()));
            }
            _ => {}
        }
    }
}

/// A text of the file, in either of its two encodings.
fn words(object: &Object) -> String {
    lopdf::decode_text_string(object).unwrap()
}
